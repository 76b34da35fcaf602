import type { Language } from '../../index.ts';
import { readPeriod, type ControlPeriod, type SeriesPeriod } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import { Command, Option } from 'commander';
import { writeOutput } from '../output/files.ts';
import { beginning, end, sayDuration } from '../options/instants.ts';
import { holdToOrder } from '../ledger/ledger-options.ts';
import { holdToChain } from '../ledger/hold-to-chain.ts';
import { ledgerWords, stateWords } from '../ledger/ledger-words.ts';
import { withLedger } from '../ledger/ledger.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { show } from '../terminal/print-text.ts';
import { layTable } from '../terminal/table.ts';

interface Options extends SharedOptions {
  readonly from: string;
  readonly to: string;
  readonly series?: string;
}

/** `plimsoll period --from DAY --to DAY` */
export function periodCommand(source: ConfigSource): Command {
  const command = new Command('period')
    .addOption(
      new Option('--from <day>', 'first day, UTC').argParser(beginning).makeOptionMandatory(),
    )
    .addOption(new Option('--to <day>', 'last day, UTC').argParser(end).makeOptionMandatory())
    .option('--series <id>', 'only this series, by the beginning of its id');
  addOptions(command, ['ledger', 'json', 'language']).addHelpText(
    'after',
    `
Findings of a scan count until the next scan; those of the last scan are not extended.

Examples:
  plimsoll period --ledger plimsoll.db --from 2026-07-01 --to 2026-09-30
  plimsoll period --ledger plimsoll.db --from 2026-07-01 --to 2026-09-30 --json > period.json`,
  );
  return command.action(({ from, to, ...options }: Options) =>
    withLedger(options, source, async (ledger, config) => {
      holdToOrder({ from, to });
      await holdToChain(ledger, options.json);
      const reports = await readPeriod(ledger, { from, to }, options.series);
      if (options.json === true) {
        return writeOutput('-', `${jsonText({ from, to, series: reports })}\n`);
      }
      const language = options.lang ?? config.language ?? 'en';
      const words = ledgerWords[language];
      const blocks = reports.map((report) => sayReport(report, language));
      const text = blocks.length === 0 ? words.nothing : [...blocks, words.held].join('\n');
      return writeOutput('-', `${text}\n`);
    }),
  );
}

function sayReport({ series, label, scans, gaps, controls }: SeriesPeriod, language: Language) {
  const words = ledgerWords[language];
  const [gap] = gaps;
  const longest = gap ? [words.longest(sayDuration(gap.ms), gap.from, gap.to)] : [];
  const head = [words.control, words.failing, words.passing, words.scans, words.now];
  const rows = controls.map((each) => [
    show(each.control),
    sayDuration(each.ms.failing),
    sayDuration(each.ms.passing),
    String(Object.values(each.scans).reduce((sum, count) => sum + count, 0)),
    sayEnd(each, language),
  ]);
  const lines = [`${series}  ${show(label)}`, words.count(scans), ...longest];
  return `${lines.join('\n')}\n\n${layTable([head, ...rows])}`;
}

const sayEnd = ({ failingAtEnd }: ControlPeriod, language: Language): string =>
  failingAtEnd ? stateWords.failing[language] : '';
