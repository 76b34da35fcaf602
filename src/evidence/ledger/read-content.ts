import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { parseAssessment, type Assessment } from '../../core/assessment.ts';
import { PlimsollError } from '../../core/errors.ts';
import { sha256 } from './canonical-json.ts';
import type { Ledger } from './open-ledger.ts';
import type { Bytes, EntryRow } from './tables.ts';

const inflate = promisify(inflateRaw);

/** What is wrong with the bytes stored for an entry, in words; or its content as canonical JSON. */
export async function openBody(
  entry: Pick<EntryRow, 'stored_hash' | 'content_hash'>,
  stored: Bytes | undefined,
): Promise<{ readonly text: string } | { readonly wrong: string }> {
  if (stored === undefined) return { wrong: 'its content is missing' };
  const bytes = stored instanceof Uint8Array ? stored : new Uint8Array(stored);
  if (sha256(bytes) !== entry.stored_hash) return { wrong: 'its content was changed' };
  try {
    const text = (await inflate(bytes)).toString('utf8');
    return sha256(text) === entry.content_hash ? { text } : { wrong: 'its content was changed' };
  } catch {
    return { wrong: 'its content cannot be unpacked' };
  }
}

/**
 * Reads the assessment of an entry, and holds it to its hash.
 *
 * @param which the number of the entry, or `latest` for the last assessment
 * @throws PlimsollError `ledger-entry-unknown`, `ledger-invalid` when it is not what was written
 */
export async function readAssessment(
  ledger: Ledger,
  which: number | 'latest',
): Promise<{ readonly seq: number; readonly assessment: Assessment }> {
  const found = await ledger.read((db) => {
    const rows = db
      .selectFrom('plimsoll_entry')
      .leftJoin('plimsoll_body', 'plimsoll_body.seq', 'plimsoll_entry.seq')
      .select(['plimsoll_entry.seq', 'kind', 'stored_hash', 'content_hash', 'content']);
    return which === 'latest'
      ? rows
          .where('kind', '=', 'assessment')
          .orderBy('plimsoll_entry.seq', 'desc')
          .limit(1)
          .executeTakeFirst()
      : rows.where('plimsoll_entry.seq', '=', which).executeTakeFirst();
  });
  const hint = `See what there is with: plimsoll history --ledger ${ledger.place}`;
  if (found === undefined) {
    const what = which === 'latest' ? 'no assessment' : `no entry ${which}`;
    throw new PlimsollError('ledger-entry-unknown', `The ledger ${ledger.place} has ${what}.`, {
      hint,
    });
  }
  if (found.kind !== 'assessment') {
    throw new PlimsollError(
      'ledger-entry-unknown',
      `Entry ${found.seq} of the ledger ${ledger.place} is a ${found.kind}, not an assessment.`,
      { hint },
    );
  }
  const body = await openBody(found, found.content ?? undefined);
  if ('wrong' in body) {
    throw new PlimsollError(
      'ledger-invalid',
      `Entry ${found.seq} of the ledger ${ledger.place} is not what was written: ${body.wrong}.`,
      { hint: `See all that is wrong with: plimsoll ledger verify --ledger ${ledger.place}` },
    );
  }
  return { seq: found.seq, assessment: parseAssessment(JSON.parse(body.text)) };
}
