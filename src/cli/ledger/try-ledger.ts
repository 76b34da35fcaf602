import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LoadedConfig } from '../../config.ts';
import type { SharedOptions } from '../options/options.ts';
import { checkOutput } from '../output/check-output.ts';

/**
 * Makes sure that the ledger, where there is one, can be appended to later; one that is not there yet is not made.
 *
 * @throws PlimsollError what opening it throws, and `file-denied` where it could not be made
 */
export async function tryLedger(options: SharedOptions, config: LoadedConfig): Promise<void> {
  if ((options.ledger ?? config.ledger) === undefined) return;
  const { ledgerLocation } = await import('./ledger.ts');
  const location = ledgerLocation(options, config);
  if (location === undefined) return;
  const { isPostgresUrl, openLedger } = await import('../../ledger.ts');
  // A file that is not there yet is made by the scan alone; without its folder the ledger says what is wrong.
  const isNew = !isPostgresUrl(location) && !existsSync(location) && existsSync(dirname(location));
  if (isNew) return checkOutput(location);
  const ledger = await openLedger(location, { create: true, now: new Date() });
  await ledger.close();
}
