import { Argument, Command } from 'commander';
import { targetForms } from '../../docker.ts';
import {
  builtinFrameworks,
  coverageOf,
  type Coverage,
  type FrameworkHead,
} from '../../frameworks.ts';
import { builtin, parametersOf, type Catalog, type Language } from '../../index.ts';
import { formats } from '../../report.ts';
import { loadConfig } from '../config.ts';
import { countsIn } from '../live-links.ts';
import { addOptions, type SharedOptions } from '../options.ts';
import { layTable } from '../table.ts';

/** One kind of listing: machine-readable items, and how a person sees each. */
interface Listing {
  readonly items: readonly object[];
  readonly rows: readonly (readonly string[])[];
}

type Lister = (catalog: Catalog, language: Language) => Listing | Promise<Listing>;

const listers = {
  controls: (catalog, language) => ({
    items: catalog.controls.map((control) => ({
      id: control.id,
      kind: control.subject.kind,
      severity: catalog.severities[control.id] ?? control.severity,
      title: control.title,
      params: parametersOf(catalog, control),
      references: control.references,
    })),
    rows: catalog.controls.map((control) => [
      control.id,
      catalog.severities[control.id] ?? control.severity,
      control.title[language],
    ]),
  }),
  frameworks: async (catalog, language) => {
    const covered = await Promise.all(
      Object.values(builtinFrameworks).map(async ({ head, load }) => ({
        head,
        coverage: coverageOf(await load(), defaultLevelOf(head), countsIn(catalog)),
      })),
    );
    return {
      items: covered.map(({ head, coverage }) => ({ ...head, coverage })),
      rows: covered.map(({ head: { id, title, edition, levels }, coverage }) => [
        id,
        edition.status,
        levels.map((level) => `@${level.id}`).join(' '),
        sayCoverage(coverage, language),
        title[language],
      ]),
    };
  },
  formats: (_, language) => ({
    items: formats.map(({ id, title, extension, mediaType }) => ({
      id,
      title,
      extension,
      mediaType,
    })),
    rows: formats.map(({ id, title }) => [id, title[language]]),
  }),
  targets: (_, language) => ({
    items: targetForms,
    rows: targetForms.map(({ form, meaning }) => [form, meaning[language]]),
  }),
} as const satisfies Record<string, Lister>;

const defaultLevelOf = ({ defaultLevel }: FrameworkHead): string | undefined => defaultLevel;

/** A coverage on one line: of how many requirements controls say something, and how strongly. */
const sayCoverage = ({ requirements, technical, ...rest }: Coverage, language: Language): string =>
  ({
    en: `${requirements}: full ${technical.full}, partial ${technical.partial}, supporting ${technical.supporting}, unchecked ${technical.nothing}, organisational ${rest.organisational}, outside ${rest.outside}`,
    zh: `${requirements} 条：完全 ${technical.full}，部分 ${technical.partial}，参考 ${technical.supporting}，未检查 ${technical.nothing}，管理类 ${rest.organisational}，范围外 ${rest.outside}`,
  })[language];

type Topic = keyof typeof listers;

/** `plimsoll list controls|frameworks|formats|targets` */
export function listCommand(): Command {
  const command = new Command('list')
    .description('list controls, frameworks, formats or targets')
    .addArgument(new Argument('<what>', 'what to list').choices(Object.keys(listers)));
  addOptions(command, ['json', 'language', 'config']).addHelpText(
    'after',
    `
Examples:
  plimsoll list controls
  plimsoll list frameworks --lang zh
  plimsoll list controls --json | jq -r '.[] | select(.severity == "critical").id'`,
  );
  return command.action(async (topic: Topic, options: SharedOptions) => {
    const config = await loadConfig(options.config, process.cwd());
    const language = options.lang ?? config.language ?? 'en';
    const { items, rows } = await listers[topic](config.catalog ?? builtin, language);
    process.stdout.write(
      options.json === true ? `${JSON.stringify(items, null, 2)}\n` : layTable(rows),
    );
  });
}
