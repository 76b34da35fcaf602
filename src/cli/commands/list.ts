import { Argument, Command } from 'commander';
import { targetForms } from '../../docker.ts';
import { frameworkIndex } from '../../frameworks.ts';
import { builtin, parametersOf, type Catalog, type Language } from '../../index.ts';
import { formats } from '../../report.ts';
import { loadConfig } from '../config.ts';
import { addOptions, type SharedOptions } from '../options.ts';
import { layTable } from '../table.ts';

/** One kind of listing: machine-readable items, and how a person sees each. */
interface Listing {
  readonly items: readonly object[];
  readonly rows: readonly (readonly string[])[];
}

type Lister = (catalog: Catalog, language: Language) => Listing;

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
  frameworks: (_, language) => ({
    items: frameworkIndex,
    rows: frameworkIndex.map(({ id, title, edition, levels }) => [
      id,
      edition.status,
      levels.map((level) => `@${level.id}`).join(' '),
      title[language],
    ]),
  }),
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
    const { items, rows } = listers[topic](config.catalog ?? builtin, language);
    process.stdout.write(
      options.json === true ? `${JSON.stringify(items, null, 2)}\n` : layTable(rows),
    );
  });
}
