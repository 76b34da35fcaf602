import { Argument, Command, Option } from 'commander';
import { targetForms } from '../../docker.ts';
import { frameworkIndex } from '../../frameworks.ts';
import { builtin, PlimsollError, severities, type Catalog, type Language } from '../../index.ts';
import { formats } from '../../report.ts';
import { loadConfig } from '../config.ts';
import { controlItems, controlRows, filterControls, type ControlFilter } from '../list-controls.ts';
import { addOptions, type SharedOptions } from '../options.ts';
import { layTable } from '../table.ts';

/** One kind of listing: machine-readable items, and how a person sees each. */
interface Listing {
  readonly items: () => Promise<readonly object[]> | readonly object[];
  readonly rows: () => readonly (readonly string[])[];
}

type Lister = (
  catalog: Catalog,
  language: Language,
  filter: ControlFilter,
) => Listing | Promise<Listing>;

const listers = {
  controls: async (catalog, language, filter) => {
    const controls = await filterControls(catalog, filter);
    return {
      items: () => controlItems(controls, catalog, language),
      rows: () => controlRows(controls, catalog, language),
    };
  },
  frameworks: (_, language) => ({
    items: () => frameworkIndex,
    rows: () =>
      frameworkIndex.map(({ id, title, edition, levels }) => [
        id,
        edition.status,
        levels.map((level) => `@${level.id}`).join(' '),
        title[language],
      ]),
  }),
  formats: (_, language) => ({
    items: () =>
      formats.map(({ id, title, extension, mediaType }) => ({ id, title, extension, mediaType })),
    rows: () => formats.map(({ id, title }) => [id, title[language]]),
  }),
  targets: (_, language) => ({
    items: () => targetForms,
    rows: () => targetForms.map(({ form, meaning }) => [form, meaning[language]]),
  }),
} as const satisfies Record<string, Lister>;

type Topic = keyof typeof listers;

const filters = {
  kind: () => new Option('--kind <kind>', 'controls over one kind of subject alone'),
  severity: () =>
    new Option('--severity <severity>', 'controls of one severity alone').choices(severities),
} as const;

/** `plimsoll list controls|frameworks|formats|targets` */
export function listCommand(): Command {
  const command = new Command('list')
    .description('list controls, frameworks, formats or targets')
    .addArgument(new Argument('<what>', 'what to list').choices(Object.keys(listers)))
    .addOption(filters.kind())
    .addOption(filters.severity());
  addOptions(command, ['framework', 'json', 'language', 'config']).addHelpText(
    'after',
    `
Examples:
  plimsoll list controls
  plimsoll list controls --kind workload --severity critical
  plimsoll list controls --framework cis-docker-1.8.0@1
  plimsoll list frameworks --lang zh
  plimsoll list controls --json | jq -r '.[] | select(.severity == "critical").id'`,
  );
  return command.action(async (topic: Topic, options: SharedOptions & ControlFilter) => {
    const { kind, severity, framework } = options;
    if (topic !== 'controls' && [kind, severity, framework].some((each) => each !== undefined)) {
      throw new PlimsollError('option-invalid', `There is nothing to choose from among ${topic}.`, {
        hint: 'Choose by --kind, --severity and --framework with: plimsoll list controls',
      });
    }
    const config = await loadConfig(options.config, process.cwd());
    const language = options.lang ?? config.language ?? 'en';
    const filter = { kind, severity, framework };
    const listing = await listers[topic](config.catalog ?? builtin, language, filter);
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify(await listing.items(), null, 2)}\n`
        : layTable(listing.rows()),
    );
  });
}
