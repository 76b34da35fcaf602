import type { LoadedConfig } from '../../config.ts';
import { type Assessment, text } from '../../index.ts';
import type { SharedOptions } from '../options/options.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

/** Appends the scan to the ledger where there is one, and says where it stands in the chain. */
export async function keepInLedger(
  assessment: Assessment,
  options: SharedOptions,
  config: LoadedConfig,
): Promise<void> {
  if ((options.ledger ?? config.ledger) === undefined) return;
  const { ledgerLocation } = await import('./ledger.ts');
  const location = ledgerLocation(options, config);
  if (location === undefined) return;
  const { appendAssessment, openLedger } = await import('../../ledger.ts');
  const now = new Date();
  const ledger = await openLedger(location, { create: true, now });
  try {
    const { seq, hash } = await appendAssessment(ledger, assessment, now);
    if (options.quiet !== true) {
      process.stderr.write(
        inSpoken(
          text(
            `Entry ${seq} of ${ledger.place}: ${seq}:${hash}\n`,
            `${ledger.place} 的条目 ${seq}：${seq}:${hash}\n`,
          ),
        ),
      );
    }
  } finally {
    await ledger.close();
  }
}
