import type { Envelope } from '../../core/fleet/envelope.ts';
import { applyStatement, entriesOf, manifestOf, type Manifest } from '../../core/fleet/manifest.ts';
import { snapshotOf } from '../../core/fleet/snapshot-parts.ts';
import type { Statement } from '../../core/fleet/statement.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { sha256 } from '../../syntax/json/canonical-json.ts';
import { deflateText } from '../../syntax/json/deflated-json.ts';
import { knownBodies, portionsOf, readBodies, textOf } from './bodies.ts';
import { parseManifest } from './manifests.ts';
import type { FleetReader, FleetStore } from './open-fleet-store.ts';
import type { HostRow } from './tables.ts';

/** Texts by their hashes. */
export type Texts = ReadonlyMap<string, string>;

/** All subjects of a host after a statement. */
export interface Built {
  readonly manifest: Manifest;
  readonly before: Manifest;
  /** What is new of them. */
  readonly texts: Texts;
  /** Whether some of that came in earlier parts. */
  readonly isInParts: boolean;
}

/** The texts that a statement speaks of, as far as an envelope has them. */
export function textsIn({ bodies }: Envelope, statement: Statement): Texts {
  const spoken = hashesIn(statement);
  return new Map(
    bodies.map((text) => [sha256(text), text] as const).filter(([hash]) => spoken.has(hash)),
  );
}

const hashesIn = ({ changed, head, origins }: Statement): ReadonlySet<string> =>
  new Set([...changed.map(({ hash }) => hash), head, origins]);

/** The subjects of a host after a statement, or what is missing for them. */
export async function buildSubjects(
  store: FleetStore,
  { id, last_root: root }: HostRow,
  statement: Statement,
  given: Texts,
): Promise<Built | { readonly missing: string }> {
  return store.read(async (db) => {
    const staged = await db
      .selectFrom('fleet_part')
      .select(['hash', 'content'])
      .where('host', '=', id)
      .where('seq', '=', statement.seq)
      .execute();
    const parts = staged.map(({ hash, content }) => [hash, textOf(content)] as const);
    const texts = new Map([...parts, ...given]);
    const unseen = [...hashesIn(statement)].filter((hash) => !texts.has(hash));
    const known = await knownBodies(db, unseen);
    const missing = unseen.length - known.size;
    if (missing > 0) return { missing: `${missing} of its bodies are not there.` };
    if (!statement.keyframe && root === '') return { missing: 'What it changes is not there.' };
    const before =
      root === '' ? manifestOf([]) : parseManifest((await readBodies(db, [root])).get(root) ?? '');
    const manifest = applyStatement(before, statement);
    return { manifest, before, texts, isInParts: parts.length > 0 };
  });
}

/** Keeps what came of a reading until its rest comes. */
export async function keepPart(
  store: FleetStore,
  host: string,
  seq: number,
  given: Texts,
): Promise<void> {
  await store.write(async (db) => {
    for (const portion of portionsOf([...given], 100)) {
      await db
        .insertInto('fleet_part')
        .values(portion.map(([hash, text]) => ({ host, seq, hash, content: deflateText(text) })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

/**
 * The snapshot that a statement stands for.
 *
 * @param texts what is not in the store yet
 * @throws PlimsollError `ledger-invalid` where a body was changed or is gone, `snapshot-invalid`
 */
export async function snapshotBy(
  store: FleetReader,
  { collectedAt, head, origins }: Pick<Statement, 'collectedAt' | 'head' | 'origins'>,
  manifest: Manifest,
  texts: Texts,
): Promise<Snapshot> {
  const hashes = entriesOf(manifest).map(({ hash }) => hash);
  const wanted = [...hashes, head, origins].filter((hash) => !texts.has(hash));
  const kept = await store.read((db) => readBodies(db, wanted));
  const text = (hash: string): string => texts.get(hash) ?? kept.get(hash) ?? '';
  return snapshotOf(collectedAt, text(head), text(origins), hashes.map(text));
}
