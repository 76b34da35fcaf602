import { resolve } from 'node:path';
import type { LoadedConfig } from '../../config.ts';
import { PlimsollError } from '../../core/errors.ts';
import { isPostgresUrl, openLedger, type Ledger } from '../../ledger.ts';
import type { ConfigSource } from '../config/load-config.ts';
import type { SharedOptions } from '../options/options.ts';
import { text } from '../../index.ts';

/** Where the ledger is: as the option says, or the configuration; `undefined` when nobody named one. */
export function ledgerLocation(options: SharedOptions, config: LoadedConfig): string | undefined {
  if (options.ledger !== undefined) return options.ledger;
  const { ledger, folder } = config;
  return ledger === undefined || isPostgresUrl(ledger) ? ledger : resolve(folder, ledger);
}

/**
 * Opens the ledger that is there, lets `work` read or prune it, and closes it.
 *
 * @throws PlimsollError `option-invalid` when nobody named a ledger, and what opening throws
 */
export async function withLedger<T>(
  options: SharedOptions,
  source: ConfigSource,
  work: (ledger: Ledger, config: LoadedConfig) => Promise<T>,
): Promise<T> {
  const config = await source.load(options);
  const location = ledgerLocation(options, config);
  if (location === undefined) {
    throw new PlimsollError('option-invalid', text('No ledger is named.', '未指明账本。'), {
      hint: text(
        'Name it with --ledger plimsoll.db, or a configuration that names it: --config plimsoll.config.ts',
        '请用 --ledger plimsoll.db 指明，或用指明了账本的配置：--config plimsoll.config.ts',
      ),
    });
  }
  const ledger = await openLedger(location, { now: new Date() });
  try {
    return await work(ledger, config);
  } finally {
    await ledger.close();
  }
}
