import { Option, type Command } from 'commander';
import { type PlimsollConfig, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { SharedOptions } from '../options/options.ts';
import { beginning, end } from '../options/instants.ts';

/** Adds the options that choose entries of a ledger. */
export const filterOptions = (command: Command): Command =>
  command
    .option('--series <id>', 'only this series, by the beginning of its id')
    .addOption(new Option('--from <day>', 'snapshots from this day on, UTC').argParser(beginning))
    .addOption(new Option('--to <day>', 'snapshots up to this day, UTC').argParser(end));

/**
 * Refuses a time that ends before it begins, in which nothing can be found.
 *
 * @throws PlimsollError `option-invalid`
 */
export function holdToOrder({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new PlimsollError(
    'option-invalid',
    text(`--from ${from} is later than --to ${to}.`, `--from ${from} 晚于 --to ${to}。`),
    {
      hint: text('Name the earlier day first.', '请先写较早的日期。'),
    },
  );
}

/**
 * Refuses a period where no ledger is named that it could be read from.
 *
 * @throws PlimsollError `option-invalid`
 */
export function holdToLedger(
  { period, ledger }: Pick<SharedOptions, 'period' | 'ledger'>,
  config: Pick<PlimsollConfig, 'ledger'>,
): void {
  if (period === undefined || (ledger ?? config.ledger) !== undefined) return;
  throw new PlimsollError(
    'option-invalid',
    text('A period is read from a ledger, and none is named.', '时段从账本读取，但未指明账本。'),
    {
      hint: text(
        'Name it with --ledger plimsoll.db, or a configuration that names it: --config plimsoll.config.ts',
        '请用 --ledger plimsoll.db 指明，或用指明了账本的配置：--config plimsoll.config.ts',
      ),
    },
  );
}
