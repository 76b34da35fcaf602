import type { Assessment } from '../../index.ts';
import { readAssessment } from '../../ledger.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { holdToChain } from '../ledger/hold-to-chain.ts';
import { withLedger } from '../ledger/ledger.ts';
import type { SharedOptions } from '../options/options.ts';
import { readAssessmentFile } from './read-assessment.ts';

/** Whether a name is that of an entry of the ledger that the options name. */
export const isOfLedger = (name: string): boolean => {
  const found = entryPattern.exec(name)?.groups;
  return found !== undefined && found['ledger'] === undefined;
};

const entryPattern = /^(?:(?<ledger>.+)#)?(?<entry>[1-9]\d*|latest)$/s;

/**
 * Reads an assessment by the name that a person gives: a file or a bundle, `-` for standard input, the number of an
 * entry of the ledger that the options name, `latest`, or `LEDGER#NUMBER`.
 *
 * @throws PlimsollError what reading files and ledgers throws
 */
export async function loadAssessment(
  name: string,
  options: SharedOptions,
  source: ConfigSource,
): Promise<Assessment> {
  const found = entryPattern.exec(name)?.groups;
  if (found === undefined) return readAssessmentFile(name);
  const { ledger, entry = '' } = found;
  const which = entry === 'latest' ? entry : Number(entry);
  const located = ledger === undefined ? options : { ...options, ledger };
  return withLedger(located, source, async (open) => {
    await holdToChain(open);
    return (await readAssessment(open, which)).assessment;
  });
}
