import { Command, InvalidArgumentError, Option } from 'commander';
import {
  readEntries,
  readTrend,
  steps,
  type LedgerEntry,
  type EntryFilter,
  type Step,
} from '../../evidence.ts';
import { writeOutput } from '../files.ts';
import { beginning, end } from '../instants.ts';
import { ledgerWords } from '../ledger-words.ts';
import { withLedger } from '../ledger.ts';
import { addOptions, type SharedOptions } from '../options.ts';
import { show } from '../show.ts';
import { layTable } from '../table.ts';

interface Options extends SharedOptions, EntryFilter {
  readonly by: Step;
}

const filterOptions = (command: Command): Command =>
  command
    .option('--series <id>', 'one series alone, by the beginning of its id')
    .addOption(new Option('--from <day>', 'snapshots from this day on, UTC').argParser(beginning))
    .addOption(new Option('--to <day>', 'snapshots up to this day, UTC').argParser(end));

/** `plimsoll history` */
export function historyCommand(): Command {
  const command = new Command('history').description('list what a ledger keeps, the newest last');
  filterOptions(command).addOption(
    new Option('--limit <count>', 'the newest entries alone').argParser(whole),
  );
  addOptions(command, ['ledger', 'config', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll history --ledger plimsoll.db
  plimsoll history --ledger plimsoll.db --from 2026-07-01 --json | jq '.[].counts.fail'
  plimsoll history --ledger postgres://audit@db.example/plimsoll --limit 20`,
  );
  return command.action((options: Options) =>
    withLedger(options, async (ledger, config) => {
      const entries = await readEntries(ledger, options);
      if (options.json === true) return writeOutput('-', `${JSON.stringify(entries)}\n`);
      const words = ledgerWords[options.lang ?? config.language ?? 'en'];
      const head = [words.entry, words.collected, words.failures, words.waived, words.unknown];
      const rows = entries.map((entry) => [
        String(entry.seq),
        entry.collectedAt,
        ...(entry.kind === 'prune' ? ['', '', '', '', words.pruned] : figures(entry)),
      ]);
      const table = layTable([[...head, 'SERIES', words.what], ...rows]);
      return writeOutput('-', entries.length === 0 ? `${words.nothing}\n` : table);
    }),
  );
}

const figures = ({ counts, series, label }: LedgerEntry): readonly string[] => [
  String(counts.fail),
  String(counts.waived),
  String(counts.unknown + counts.error),
  series,
  show(label),
];

/** `plimsoll trend` */
export function trendCommand(): Command {
  const command = new Command('trend').description('show how failures went, series by series');
  filterOptions(command).addOption(
    new Option('--by <step>', 'of each step the last scan').choices(steps).default('day'),
  );
  addOptions(command, ['ledger', 'config', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll trend --ledger plimsoll.db
  plimsoll trend --ledger plimsoll.db --by month --from 2026-01-01 --json`,
  );
  return command.action((options: Options) =>
    withLedger(options, async (ledger, config) => {
      const trends = await readTrend(ledger, options, options.by);
      if (options.json === true) return writeOutput('-', `${JSON.stringify(trends)}\n`);
      const words = ledgerWords[options.lang ?? config.language ?? 'en'];
      const head = [words.collected, words.failures, words.change, 'critical', 'high', 'medium'];
      const blocks = trends.map(({ series, label, points }) => {
        const rows = points.map(({ collectedAt, counts, change }) => [
          collectedAt,
          String(counts.fail),
          change === null ? '' : change > 0 ? `+${change}` : String(change),
          ...[counts.critical, counts.high, counts.medium, counts.low].map(String),
        ]);
        return `${series}  ${show(label)}\n${layTable([[...head, 'low'], ...rows])}`;
      });
      return writeOutput('-', blocks.length === 0 ? `${words.nothing}\n` : blocks.join('\n'));
    }),
  );
}

function whole(value: string): number {
  const parsed = Number(value);
  if (Number.isInteger(parsed) && parsed > 0) return parsed;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}
