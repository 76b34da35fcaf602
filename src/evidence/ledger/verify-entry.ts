import type { Kysely } from 'kysely';
import type { Text } from '../../core/text.ts';
import { sha256 } from '../../syntax/json/canonical-json.ts';
import { changedColumns } from './changed-columns.ts';
import { attempt } from './file-problems.ts';
import { problems } from './ledger-problems.ts';
import { openBody, type Opened } from './read-content.ts';
import type { EntryRow, Tables } from './tables.ts';

/** Opens the content of an entry, whatever became of it. */
export async function bodyOf(db: Kysely<Tables>, entry: EntryRow): Promise<Opened> {
  const read = await attempt(async () => {
    const stored = await db
      .selectFrom('plimsoll_body')
      .select('content')
      .where('seq', '=', entry.seq)
      .executeTakeFirst();
    return openBody(entry, stored?.content);
  }, problems.contentUnreadable);
  return 'damage' in read ? { wrong: read.damage } : read.value;
}

/** What is wrong in the row of an entry whose hash is not the one that was computed. */
export function rowProblem(entry: EntryRow, body: Opened): Text {
  const columns = 'text' in body ? changedColumns(entry, body.text) : [];
  return columns.length > 0 ? problems.columnsChanged(columns) : problems.rowChanged;
}

/** Finds what is wrong with a standing, by its hash; each is read once. */
export function standingVerifier(db: Kysely<Tables>): (hash: string) => Promise<Text | undefined> {
  const known = new Map<string, Text | undefined>();
  return async (hash) => {
    if (known.has(hash)) return known.get(hash);
    const read = await attempt(async () => {
      const found = await db
        .selectFrom('plimsoll_standing')
        .select('standing')
        .where('hash', '=', hash)
        .executeTakeFirst();
      return typeof found?.standing === 'string' && sha256(found.standing) === hash;
    }, problems.standingUnreadable);
    const problem =
      'damage' in read ? read.damage : read.value ? undefined : problems.standingChanged;
    known.set(hash, problem);
    return problem;
  };
}
