import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { canonicalJson } from '../../syntax/json/canonical-json.ts';
import type { Ledger } from '../ledger/open-ledger.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { textOf } from './bodies.ts';
import { rootOfHeads, type Head } from './checkpoint.ts';
import { attempt, type FleetProblem } from './fleet-problem.ts';
import type { FleetStore } from './open-fleet-store.ts';

const headsSchema = z.array(z.tuple([z.string(), z.number(), z.string()]));

/** Holds every checkpoint to the ledger, and to the readings that are still there. */
export async function checkCheckpoints(
  store: FleetStore,
  problems: FleetProblem[],
): Promise<number> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_checkpoint')
      .select(['at', 'root', 'ledger_seq', 'content'])
      .orderBy('at')
      .execute(),
  );
  if (rows.length === 0) return 0;
  const ledger = await store.openLedger();
  const report = (problem: string, host = '', seq = 0): void =>
    void problems.push({ host, seq, problem });
  try {
    for (const { problem } of (await verifyLedger(ledger)).problems) {
      report(`ledger: ${problem.en}`);
    }
    for (const { at, root, ledger_seq: seq, content } of rows) {
      const heads = attempt(() => headsSchema.parse(parseJsonText(textOf(content))));
      if (!heads || rootOfHeads(heads) !== root || !(await isInLedger(ledger, seq, root))) {
        report(`the checkpoint of ${at} is not what the ledger says`);
        continue;
      }
      for (const head of await changedHeads(store, heads)) {
        report(`it is not what the checkpoint of ${at} says`, head[0], head[1]);
      }
    }
  } finally {
    await ledger.close();
  }
  return rows.length;
}

async function isInLedger(ledger: Ledger, seq: number, root: string): Promise<boolean> {
  const row = await ledger.read((db) =>
    db.selectFrom('plimsoll_body').select('content').where('seq', '=', seq).executeTakeFirst(),
  );
  const text = row && attempt(() => textOf(row.content));
  return text?.includes(`"root":${canonicalJson(root)}`) === true;
}

/** The ends of chains that are there with another hash. */
async function changedHeads(store: FleetStore, heads: readonly Head[]): Promise<readonly Head[]> {
  const changed: Head[] = [];
  for (const head of heads) {
    const [host, seq, hash] = head;
    const row = await store.read((db) =>
      db
        .selectFrom('fleet_reading')
        .select('hash')
        .where('host', '=', host)
        .where('seq', '=', seq)
        .executeTakeFirst(),
    );
    if (row && row.hash !== hash) changed.push(head);
  }
  return changed;
}
