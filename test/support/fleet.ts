import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import type { Delivery } from '../../src/core/fleet/carrier.ts';
import { packEnvelopes } from '../../src/core/fleet/envelope.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import { enrolHost, makeToken, type Labels } from '../../src/evidence/fleet/hosts.ts';
import type { FleetJudge } from '../../src/evidence/fleet/accept.ts';
import type { FleetStore } from '../../src/evidence/fleet/open-fleet-store.ts';
import {
  createStatementMaker,
  type ChainEnd,
  type Making,
  type SignedStatement,
} from '../../src/fleet/agent/make-statement.ts';
import type { FleetEvent } from '../../src/core/fleet/statement.ts';

/** The recorded snapshot. */
export const recorded = (): Snapshot =>
  parseSnapshot(JSON.parse(readFileSync('examples/recorded/snapshot.json', 'utf8')));

const few = {
  ...builtin,
  controls: builtin.controls.filter(({ id }) => /^(workload-(not|no)-|network-|volume-)/.test(id)),
};

/** Judges by some of the built-in controls. */
export const testJudge: FleetJudge = {
  catalog: 'c'.repeat(64),
  judge: (snapshot) => assess(snapshot, { catalog: few }),
};

/** A snapshot in which a workload has other facts, at another time. */
export function changed(
  snapshot: Snapshot,
  collectedAt: string,
  facts: Readonly<Record<string, unknown>> = {},
  which = 'shop-db',
): Snapshot {
  return {
    ...snapshot,
    collectedAt,
    subjects: snapshot.subjects.map((subject) =>
      subject.kind === 'workload' && subject.name.includes(which)
        ? { ...subject, facts: { ...subject.facts, ...facts } }
        : subject,
    ),
  };
}

/** A host of a test. */
export interface TestHost {
  readonly host: string;
  readonly key: KeyObject;
  readonly end: () => ChainEnd;
  /** Says a reading, as an agent would; the envelopes of it. */
  readonly say: (
    snapshot: Snapshot,
    making?: Partial<Making> & { readonly events?: readonly FleetEvent[] },
  ) => readonly Uint8Array[];
  /** The last that was said. */
  readonly last: () => SignedStatement;
}

/** A host with a key of its own, which nobody has enrolled. */
export function testHost(
  host: string,
  options: { readonly key?: KeyObject; readonly from?: ChainEnd; readonly tenant?: string } = {},
): TestHost {
  const key = options.key ?? generateKeyPairSync('ed25519').privateKey;
  const maker = createStatementMaker({ tenant: options.tenant ?? 'acme', host, key });
  let end: ChainEnd = options.from ?? { seq: 0, hash: '0'.repeat(64) };
  let last: SignedStatement | undefined;
  return {
    host,
    key,
    end: () => end,
    say: (snapshot, { events = [], ...making } = {}) => {
      const made = maker.make(
        { snapshot, assessment: testJudge.judge(snapshot), events },
        { end, reason: 'interval', isWhole: end.seq === 0, blind: [], ...making },
      );
      if (!made) throw new Error('nothing changed');
      made.keep();
      last = made.signed;
      end = { seq: last.seq, hash: last.hash };
      return packEnvelopes(last, last.bodies);
    },
    last: () => {
      if (!last) throw new Error('nothing was said');
      return last;
    },
  };
}

/** The public key of a host, as it enrols with. */
export async function publicKeyOf(key: KeyObject): Promise<string> {
  const { createPublicKey } = await import('node:crypto');
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** Takes hosts in. */
export async function enrolAll(
  store: FleetStore,
  hosts: readonly TestHost[],
  labels: Labels = {},
): Promise<void> {
  const now = new Date('2026-11-28T08:00:00Z');
  const token = await makeToken(store, { labels, uses: hosts.length, days: 1 }, now);
  for (const { host, key } of hosts) {
    await enrolHost(store, { host, key: await publicKeyOf(key), token }, now);
  }
}

/** A delivery of bytes. */
export const delivered = (bytes: Uint8Array, more: Partial<Delivery> = {}): Delivery => ({
  bytes,
  sentAt: null,
  isLast: false,
  ...more,
});
