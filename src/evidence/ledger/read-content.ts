import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { parseAssessment } from '../../core/assessment/parse-assessment.ts';
import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';
import { sha256 } from '../../syntax/json/canonical-json.ts';
import { problems } from './ledger-problems.ts';
import type { Ledger } from './open-ledger.ts';
import type { Bytes, EntryRow } from './tables.ts';

const inflate = promisify(inflateRaw);

/** 512 MiB, about as much as one text can hold: few packed bytes may say that they are far more. */
const bytesAtMost = 1 << 29;

/** The content of an entry as canonical JSON, or what is wrong with it. */
export type Opened = { readonly text: string } | { readonly wrong: Text };

/** Opens the bytes that are stored for an entry, and holds them to their hashes. */
export async function openBody(
  entry: Pick<EntryRow, 'stored_hash' | 'content_hash'>,
  stored: Bytes | undefined,
): Promise<Opened> {
  if (stored === undefined) return { wrong: problems.contentMissing };
  // A damaged file may answer with a number or a text.
  if (!(stored instanceof Uint8Array || stored instanceof ArrayBuffer)) {
    return { wrong: problems.contentChanged };
  }
  const bytes = stored instanceof Uint8Array ? stored : new Uint8Array(stored);
  if (sha256(bytes) !== entry.stored_hash) return { wrong: problems.contentChanged };
  try {
    const json = (await inflate(bytes, { maxOutputLength: bytesAtMost })).toString('utf8');
    return sha256(json) === entry.content_hash
      ? { text: json }
      : { wrong: problems.contentChanged };
  } catch {
    return { wrong: problems.contentPacked };
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
  const hint = text(
    `See what there is with: plimsoll history --ledger ${ledger.place}`,
    `查看已有的条目：plimsoll history --ledger ${ledger.place}`,
  );
  if (found === undefined) {
    const what =
      which === 'latest'
        ? text('no assessment', '没有评估结果')
        : text(`no entry ${which}`, `没有条目 ${which}`);
    throw new PlimsollError(
      'ledger-entry-unknown',
      text(`The ledger ${ledger.place} has ${what.en}.`, `账本 ${ledger.place} ${what.zh}。`),
      {
        hint,
      },
    );
  }
  if (found.kind !== 'assessment') {
    throw new PlimsollError(
      'ledger-entry-unknown',
      text(
        `Entry ${found.seq} of the ledger ${ledger.place} is a ${found.kind}, not an assessment.`,
        `账本 ${ledger.place} 的条目 ${found.seq} 是${found.kind}，不是评估结果。`,
      ),
      { hint },
    );
  }
  const body = await openBody(found, found.content ?? undefined);
  if ('wrong' in body) {
    throw new PlimsollError(
      'ledger-invalid',
      text(
        `Entry ${found.seq} of the ledger ${ledger.place} was changed: ${body.wrong.en}.`,
        `账本 ${ledger.place} 的条目 ${found.seq} 被更改：${body.wrong.zh}。`,
      ),
      {
        hint: text(
          `See all that is wrong with: plimsoll ledger verify --ledger ${ledger.place}`,
          `查看全部问题：plimsoll ledger verify --ledger ${ledger.place}`,
        ),
      },
    );
  }
  return { seq: found.seq, assessment: parseAssessment(parseJsonText(body.text)) };
}
