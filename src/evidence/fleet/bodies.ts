import { text as words } from '../../core/text.ts';
import type { Kysely } from 'kysely';
import { openedAtMost } from '../../core/fleet/bounds.ts';
import type { Body } from '../../core/fleet/snapshot-parts.ts';
import { PlimsollError } from '../../core/errors.ts';
import { deflateText, inflateText } from '../../syntax/json/deflated-json.ts';
import { sha256 } from '../../syntax/json/canonical-json.ts';
import type { Bytes } from '../ledger/tables.ts';
import type { FleetTables } from './tables.ts';

type Db = Kysely<FleetTables>;

/** Values of one query, far below what a driver takes. */
export const atOnce = 500;

/** Splits a list into portions. */
export function portionsOf<T>(all: readonly T[], size = atOnce): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** Bytes as a driver answers with them, as Node has them. */
export const bytesOf = (stored: Bytes): Uint8Array =>
  stored instanceof Uint8Array ? stored : new Uint8Array(stored);

/** A text that was deflated for the store. */
export const textOf = (stored: Bytes): string => inflateText(bytesOf(stored), openedAtMost);

/** Which of these texts are there. */
export async function knownBodies(db: Db, hashes: Iterable<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const portion of portionsOf([...new Set(hashes)])) {
    const rows = await db
      .selectFrom('fleet_body')
      .select('hash')
      .where('hash', 'in', portion)
      .execute();
    for (const { hash } of rows) found.add(hash);
  }
  return found;
}

/**
 * Texts by their hashes, each held to its hash.
 *
 * @throws PlimsollError `ledger-invalid` where one is not what was written, or is not there
 */
export async function readBodies(
  db: Db,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(hashes)];
  const found = new Map<string, string>();
  for (const portion of portionsOf(wanted)) {
    const rows = await db
      .selectFrom('fleet_body')
      .select(['hash', 'content'])
      .where('hash', 'in', portion)
      .execute();
    for (const { hash, content } of rows) found.set(hash, heldTo(hash, content));
  }
  const missing = wanted.find((hash) => !found.has(hash));
  if (missing !== undefined) throw damaged(missing, 'is not there', '不存在');
  return found;
}

function heldTo(hash: string, content: Bytes): string {
  let text: string;
  try {
    text = textOf(content);
  } catch {
    throw damaged(hash, 'cannot be unpacked', '无法解压');
  }
  if (sha256(text) !== hash) throw damaged(hash, 'was changed', '已被更改');
  return text;
}

const damaged = (hash: string, en: string, zh: string): PlimsollError =>
  new PlimsollError(
    'ledger-invalid',
    words(
      `The body ${hash.slice(0, 12)} of the fleet ${en}.`,
      `主机群的内容 ${hash.slice(0, 12)} ${zh}。`,
    ),
    {
      hint: words(
        'See all that is wrong with: plimsoll hub check',
        '查看全部问题：plimsoll hub check',
      ),
    },
  );

/** Keeps texts that are not there yet. */
export async function keepBodies(db: Db, bodies: readonly Body[]): Promise<void> {
  for (const portion of portionsOf(bodies, atOnce / 2)) {
    await db
      .insertInto('fleet_body')
      .values(portion.map(({ hash, text }) => ({ hash, content: deflateText(text) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
