import { builtin } from '../../src/controls/registry/builtin.ts';
import type { FrameworkSelection } from '../../src/core/frameworks/selection.ts';
import { makeConsoleToken } from '../../src/console/access/access.ts';
import {
  createConsole,
  type ConsoleHandler,
  type ConsoleOptions,
} from '../../src/console/create-console.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { acceptDelivery, type FleetJudge } from '../../src/evidence/fleet/accept.ts';
import { makeCheckpoint } from '../../src/evidence/fleet/checkpoint.ts';
import { openFleetStore, type FleetStore } from '../../src/evidence/fleet/open-fleet-store.ts';
import { findSilent } from '../../src/evidence/fleet/silence.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';
import { changed, delivered, enrolAll, recorded, testHost } from './fleet.ts';

/** A name that tries to be markup, to run, and to turn what follows around. */
export const hostileName = `shop-db"><img src=x onerror=alert(1)><script>alert(1)</script>\u202E`;

/** What time it is in the console of a test. */
export const consoleNow = new Date('2026-11-30T10:00:00Z');

const at = (day: number, minute = 0): string =>
  new Date(Date.UTC(2026, 10, day, 9, minute)).toISOString();

const few = {
  ...builtin,
  controls: builtin.controls.filter(({ id }) => /^(workload-(not|no)-|network-|volume-)/.test(id)),
};

/** One framework and its words. */
export async function testFrameworks(): Promise<readonly FrameworkSelection[]> {
  return [await builtinFrameworks['pci-dss-4.0.1'].load()];
}

/**
 * Fills a store with a small fleet: two hosts that are heard, one of them with a failing workload of a hostile name, one that is
 * silent, one that was never heard, and a reading that was put aside.
 */
export async function fillFleet(folder: string): Promise<FleetStore> {
  const store = await openFleetStore(folder, { create: true });
  const frameworks = await testFrameworks();
  const judge: FleetJudge = {
    catalog: 'c'.repeat(64),
    judge: (snapshot) => assess(snapshot, { catalog: few, frameworks }),
  };
  const base = recorded();
  const [web, db, quiet, never] = ['web-1', 'db-1', 'quiet-1', 'never-1'].map((name) =>
    testHost(name),
  );
  if (!web || !db || !quiet || !never) throw new Error('there are four');
  await enrolAll(store, [web, quiet], { env: 'prod' });
  await enrolAll(store, [db, never], { env: 'stage', team: 'shop' });
  const accept = async (all: readonly Uint8Array[], now: string): Promise<void> => {
    for (const bytes of all) {
      await acceptDelivery(store, delivered(bytes), {
        ...judge,
        tenant: 'acme',
        now: new Date(now),
      });
    }
  };
  const later = (day: number, minute = 0) => ({ ...base, collectedAt: at(day, minute) });
  await accept(quiet.say(later(28)), at(28));
  await accept(web.say(later(28)), at(28));
  await makeCheckpoint(store, new Date(at(28, 50)));
  const own = (mode: string) => ({ mode, chain: [], resolved: mode });
  const namespaces = {
    uts: own('host'),
    pid: own('private'),
    ipc: own('private'),
    network: own('private'),
    user: own('host'),
    cgroup: own('host'),
  };
  const renamed = changed(later(29), at(29), { privileged: true, namespaces });
  const hostile = {
    ...renamed,
    subjects: renamed.subjects.map((subject) =>
      subject.kind === 'workload' && subject.name.includes('shop-db')
        ? { ...subject, name: hostileName }
        : subject,
    ),
  };
  await accept(web.say(hostile, { reason: 'event' }), at(29));
  await accept(db.say(later(29)), at(29));
  const other = testHost('db-1', { key: db.key, tenant: 'other', from: db.end() });
  await accept(other.say(later(29, 5), { isWhole: true }), at(29, 5));
  await makeCheckpoint(store, new Date(at(29, 50)));
  await accept(web.say(changed(hostile, at(30), { readOnlyRootFilesystem: false })), at(30));
  await accept(
    db.say(later(30), { isWhole: true, end: { seq: 2, hash: other.last().hash } }),
    at(30),
  );
  await findSilent(store, 86_400_000, new Date(at(30, 30)));
  return store;
}

/** A console over a store, with a token for each role. */
export async function testConsole(
  store: FleetStore,
  more: Partial<ConsoleOptions> = {},
): Promise<{
  readonly handle: ConsoleHandler;
  readonly reader: string;
  readonly auditor: string;
}> {
  const [reader, auditor] = [
    makeConsoleToken('Li Na', 'reader'),
    makeConsoleToken('Wang <b>Fang</b>', 'auditor'),
  ];
  const handle = createConsole({
    store,
    catalog: builtin,
    frameworks: await testFrameworks(),
    access: { tokens: [reader.entry, auditor.entry] },
    now: () => consoleNow,
    ...more,
  });
  return { handle, reader: reader.token, auditor: auditor.token };
}
