import { Argument, Command, Option } from 'commander';
import { targetForms } from '../../collectors/gathering/parse-target.ts';
import { builtin, severities, type Catalog, type Language, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText, formats } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import {
  controlItems,
  controlRows,
  filterControls,
  type ControlFilter,
} from '../explain/list-controls.ts';
import { frameworkItems, frameworkRows, listFrameworks } from '../explain/list-frameworks.ts';
import { sayNearest } from '../../core/nearest-names.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { layTable } from '../terminal/table.ts';

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
  frameworks: async (catalog, language) => {
    const listed = await listFrameworks(catalog);
    return {
      items: () => frameworkItems(listed),
      rows: () => frameworkRows(listed, language),
    };
  },
  formats: (_, language) => ({
    items: () =>
      formats.map(({ id, title, extension, mediaType }) => ({ id, title, extension, mediaType })),
    rows: () => formats.map(({ id, title }) => [id, title[language]]),
  }),
  rules: async (_, language) => {
    const { lintRules } = await import('../../authoring.ts');
    const rules = await lintRules();
    return {
      items: () => rules.map(({ id, level, summary }) => ({ id, level, summary })),
      rows: () => rules.map(({ id, level, summary }) => [id, level, summary[language]]),
    };
  },
  targets: (_, language) => ({
    items: () => targetForms,
    rows: () => targetForms.map(({ form, meaning }) => [form, meaning[language]]),
  }),
} as const satisfies Record<string, Lister>;

type Topic = keyof typeof listers;

// The keys of the object are what its type says.
const topics = Object.keys(listers) as readonly Topic[];

/**
 * The topic that was typed.
 *
 * @throws PlimsollError `option-invalid` with the nearest of them
 */
function topicOf(typed: string): Topic {
  const topic = topics.find((each) => each === typed);
  if (topic) return topic;
  const near = sayNearest(typed, topics, 1);
  throw new PlimsollError(
    'option-invalid',
    text(
      `There is no list called ${JSON.stringify(typed)}.`,
      `没有名为 ${JSON.stringify(typed)} 的列表。`,
    ),
    {
      hint: text(
        `${near.en}There are: ${topics.join(', ')}.`,
        `${near.zh}已有：${topics.join('、')}。`,
      ),
    },
  );
}

const filters = {
  kind: () => new Option('--kind <kind>', 'only controls over this kind of subject'),
  severity: () =>
    new Option('--severity <severity>', 'only controls of this severity').choices(severities),
} as const;

/** `plimsoll list controls|frameworks|formats|rules|targets` */
export function listCommand(source: ConfigSource): Command {
  const what = new Argument('<what>', 'what to list');
  // One that there is not is refused with the nearest.
  what.argChoices = [...topics];
  const command = new Command('list')
    .addArgument(what)
    .addOption(filters.kind())
    .addOption(filters.severity());
  addOptions(command, ['framework', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll list controls
  plimsoll list controls --kind workload --severity critical
  plimsoll list controls --framework cis-docker-1.8.0@1
  plimsoll list frameworks --lang zh
  plimsoll list controls --json | jq -r '.[] | select(.severity == "critical").id'`,
  );
  return command.action(async (typed: string, options: SharedOptions & ControlFilter) => {
    const topic = topicOf(typed);
    const { kind, severity, framework } = options;
    if (topic !== 'controls' && [kind, severity, framework].some((each) => each !== undefined)) {
      throw new PlimsollError(
        'option-invalid',
        text(
          `--kind, --severity and --framework do not apply to ${topic}.`,
          `--kind、--severity 和 --framework 不适用于 ${topic}。`,
        ),
        {
          hint: text(
            'Leave them out, or choose controls with: plimsoll list controls',
            '请去掉这些选项，或用以下命令选择控制项：plimsoll list controls',
          ),
        },
      );
    }
    const config = await source.load(options);
    const language = options.lang ?? config.language ?? 'en';
    const filter = { kind, severity, framework };
    const listing = await listers[topic](config.catalog ?? builtin, language, filter);
    process.stdout.write(
      options.json === true ? `${jsonText(await listing.items(), 2)}\n` : layTable(listing.rows()),
    );
  });
}
