import { z } from 'zod';
import { statementType } from '../../core/fleet/statement.ts';
import { isSignedBy } from '../../syntax/dsse/pre-authentication.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { sha256 } from '../../syntax/json/canonical-json.ts';
import { textOf } from './bodies.ts';
import { attempt, type FleetProblem } from './fleet-problem.ts';
import { hostKey } from './hosts.ts';
import type { FleetStore } from './open-fleet-store.ts';

interface Host {
  readonly id: string;
  readonly key: string;
  readonly last_seq: number;
}

/** Holds every statement of a host to its signature and to the one before. */
export async function checkChain(store: FleetStore, { id, key, last_seq: last }: Host) {
  const found: FleetProblem[] = [];
  const publicKey = hostKey(key);
  const gaps = await store.read((db) =>
    db
      .selectFrom('fleet_gap')
      .select(['from_seq', 'to_seq'])
      .where('host', '=', id)
      .where('from_seq', '>', 0)
      .execute(),
  );
  const isSaid = (seq: number): boolean =>
    gaps.some(({ from_seq: from, to_seq: to }) => seq >= from && seq <= to);
  const hole = (from: number, to: number): void => {
    for (let seq = from; seq <= to; seq += 1) {
      if (isSaid(seq)) continue;
      found.push({ host: id, seq, problem: 'its reading is missing, and nothing says why' });
      return;
    }
  };
  let before = { seq: 0, hash: '0'.repeat(64) };
  let count = 0;
  for (;;) {
    const after = before.seq;
    const rows = await store.read((db) =>
      db
        .selectFrom('fleet_reading')
        .select(['seq', 'hash', 'statement', 'signature'])
        .where('host', '=', id)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(500)
        .execute(),
    );
    for (const { seq, hash, statement, signature } of rows) {
      const report = (problem: string): void => void found.push({ host: id, seq, problem });
      hole(before.seq + 1, seq - 1);
      const text = attempt(() => textOf(statement));
      if (text === undefined || sha256(text) !== hash) report('its statement was changed');
      else if (!publicKey || !isSignedBy(statementType, text, signature, publicKey)) {
        report('its signature is not that of the host');
      } else if (before.seq === seq - 1 && before.hash !== prevOf(text)) {
        report('it does not follow the one before');
      }
      before = { seq, hash };
      count += 1;
    }
    if (rows.length === 0) break;
  }
  hole(before.seq + 1, last);
  return { count, found };
}

const prevOf = (text: string): unknown =>
  z.object({ prev: z.string() }).parse(parseJsonText(text)).prev;
