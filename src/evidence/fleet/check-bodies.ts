import { sha256 } from '../../syntax/json/canonical-json.ts';
import { portionsOf, readBodies, textOf } from './bodies.ts';
import { attempt, type FleetProblem } from './fleet-problem.ts';
import { parseManifest } from './manifests.ts';
import type { FleetStore } from './open-fleet-store.ts';

/** Holds every body to its hash. */
export async function checkBodies(store: FleetStore, problems: FleetProblem[]): Promise<number> {
  let after = '';
  let count = 0;
  for (;;) {
    const from = after;
    const rows = await store.read((db) =>
      db
        .selectFrom('fleet_body')
        .select(['hash', 'content'])
        .where('hash', '>', from)
        .orderBy('hash')
        .limit(500)
        .execute(),
    );
    for (const { hash, content } of rows) {
      const text = attempt(() => textOf(content));
      if (text !== undefined && sha256(text) === hash) continue;
      problems.push({ host: '', seq: 0, problem: `the body ${hash.slice(0, 12)} was changed` });
    }
    count += rows.length;
    after = rows.at(-1)?.hash ?? '';
    if (rows.length === 0) break;
  }
  await checkManifests(store, problems);
  return count;
}

/** Finds bodies that the last reading of a host speaks of and that are gone. */
async function checkManifests(store: FleetStore, problems: FleetProblem[]): Promise<void> {
  const hosts = await store.read((db) =>
    db
      .selectFrom('fleet_host')
      .select(['id', 'last_seq', 'last_root'])
      .where('last_root', '<>', '')
      .execute(),
  );
  for (const { id, last_seq: seq, last_root: root } of hosts) {
    try {
      await store.read(async (db) => {
        const manifest = parseManifest((await readBodies(db, [root])).get(root) ?? '');
        const hashes = [...manifest.values()].map(({ hash }) => hash);
        for (const portion of portionsOf(hashes)) {
          const rows = await db
            .selectFrom('fleet_body')
            .select('hash')
            .where('hash', 'in', portion)
            .execute();
          const there = new Set(rows.map(({ hash }) => hash));
          if (portion.some((hash) => !there.has(hash))) {
            throw new Error('a part of it is not there');
          }
        }
      });
    } catch (error) {
      problems.push({
        host: id,
        seq,
        problem: error instanceof Error ? error.message : String(error),
      });
    }
  }
}
