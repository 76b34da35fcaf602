import { countEntries, readEntries, type EntryFilter, type LedgerEntry } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import { Command, InvalidArgumentError, Option } from 'commander';
import { writeOutput } from '../output/files.ts';
import { filterOptions, holdToOrder } from '../ledger/ledger-options.ts';
import { holdToChain } from '../ledger/hold-to-chain.ts';
import { ledgerWords } from '../ledger/ledger-words.ts';
import { withLedger } from '../ledger/ledger.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { show } from '../terminal/print-text.ts';
import { layTable } from '../terminal/table.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../index.ts';

/** What is shown when nobody says how many. */
const newest = 20;

interface Options extends SharedOptions, EntryFilter {
  readonly limit: number;
}

/** `plimsoll history` */
export function historyCommand(source: ConfigSource): Command {
  const command = new Command('history');
  filterOptions(command).addOption(
    new Option('--limit <count>', 'this many of the newest entries; 0 means all')
      .argParser(whole)
      .default(newest),
  );
  addOptions(command, ['ledger', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll history --ledger plimsoll.db
  plimsoll history --ledger plimsoll.db --from 2026-07-01 --json | jq '.[].counts.fail'
  plimsoll history --ledger postgres://audit@db.example/plimsoll --limit 0`,
  );
  return command.action((options: Options) =>
    withLedger(options, source, async (ledger, config) => {
      holdToOrder(options);
      await holdToChain(ledger, options.json);
      const limit = options.limit === 0 ? undefined : options.limit;
      const entries = await readEntries(ledger, { ...options, limit });
      if (options.json === true) return writeOutput('-', `${jsonText(entries)}\n`);
      const words = ledgerWords[options.lang ?? config.language ?? 'en'];
      const head = [words.entry, words.collected, words.failures, words.waived, words.unknown];
      const rows = entries.map((entry) => [
        String(entry.seq),
        entry.collectedAt,
        ...(entry.kind === 'assessment'
          ? figures(entry)
          : ['', '', '', '', entry.kind === 'prune' ? words.pruned : entry.label]),
      ]);
      const table = layTable([[...head, words.series, words.what], ...rows]);
      if (entries.length === 0) return writeOutput('-', `${words.nothing}\n`);
      const earlier = (await countEntries(ledger, options)) - entries.length;
      return writeOutput('-', earlier > 0 ? `${table}${words.earlier(earlier)}\n` : table);
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

function whole(value: string): number {
  const parsed = Number(value);
  if (Number.isInteger(parsed) && value.trim() !== '' && parsed >= 0) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a whole number, or 0 for all.', '请给出整数，0 表示全部。')),
  );
}
