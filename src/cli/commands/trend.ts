import { Command, Option } from 'commander';
import { severities } from '../../index.ts';
import { readTrend, steps, type EntryFilter, type Step } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import { writeOutput } from '../output/files.ts';
import { filterOptions, holdToOrder } from '../ledger/ledger-options.ts';
import { holdToChain } from '../ledger/hold-to-chain.ts';
import { ledgerWords } from '../ledger/ledger-words.ts';
import { withLedger } from '../ledger/ledger.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { severityWords } from '../explain/severity-words.ts';
import { show } from '../terminal/print-text.ts';
import { layTable } from '../terminal/table.ts';

interface Options extends SharedOptions, EntryFilter {
  readonly by: Step;
}

/** `plimsoll trend` */
export function trendCommand(source: ConfigSource): Command {
  const command = new Command('trend');
  filterOptions(command).addOption(
    new Option('--by <step>', 'show only the last scan of each step').choices(steps).default('day'),
  );
  addOptions(command, ['ledger', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll trend --ledger plimsoll.db
  plimsoll trend --ledger plimsoll.db --by month --from 2026-01-01 --json`,
  );
  return command.action((options: Options) =>
    withLedger(options, source, async (ledger, config) => {
      holdToOrder(options);
      await holdToChain(ledger, options.json);
      const trends = await readTrend(ledger, options, options.by);
      if (options.json === true) return writeOutput('-', `${jsonText(trends)}\n`);
      const language = options.lang ?? config.language ?? 'en';
      const words = ledgerWords[language];
      const head = [
        words.collected,
        words.failures,
        words.change,
        ...severities.map((each) => severityWords[each][language]),
      ];
      const blocks = trends.map(({ series, label, points }) => {
        const rows = points.map(({ collectedAt, counts, change }) => [
          collectedAt,
          String(counts.fail),
          change === null ? '' : change > 0 ? `+${change}` : String(change),
          ...severities.map((each) => String(counts[each])),
        ]);
        return `${words.series} ${series}  ${show(label)}\n${layTable([head, ...rows])}`;
      });
      return writeOutput('-', blocks.length === 0 ? `${words.nothing}\n` : blocks.join('\n'));
    }),
  );
}
