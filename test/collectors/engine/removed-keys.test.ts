import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import {
  keysIn,
  keysSentAlways,
  lostFailures,
  misplacedSources,
  type AnsweredKey,
} from '../../support/answer-properties.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { startPodman, type PodmanService } from '../../support/podman-service.ts';
import {
  changed,
  judged,
  recordAnswers,
  snapshotOfAnswers,
  valueAt,
  type Change,
  type Recorded,
} from '../../support/replay-answers.ts';
import { enrichEngine, enrichPodman } from '../../support/rich-engine.ts';

/** Every key takes minutes; without this, some are drawn anew by each day, so that a failure comes back when it is sought. */
const everyKey = process.env['PLIMSOLL_EVERY_KEY'] === '1';
const day = Math.floor(Date.now() / 86_400_000);

/** Some of a list, spread over all of it. */
const drawn = <T>(from: readonly T[], count: number): readonly T[] =>
  everyKey ? from : from.filter((_, at) => (at + day) % Math.ceil(from.length / count) === 0);

/** Takes a key out; of a list, the item. */
const remove: Change = (holder, key) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
};

/** Puts something of another type in its place. */
const distort: Change = (holder, key) => {
  const value = holder[key];
  if (Array.isArray(value)) holder[key] = { x: 1 };
  else if (typeof value === 'object' && value !== null) holder[key] = ['x'];
  else holder[key] = typeof value === 'string' ? 7 : 'yes';
};

/** What goes wrong when each of these keys is changed. */
async function harmOf(
  recorded: Recorded,
  keys: readonly AnsweredKey[],
  change: Change,
  procRoot?: string,
): Promise<readonly string[]> {
  const before = judged(await snapshotOfAnswers(recorded, procRoot));
  expect(failures(before)).toBeGreaterThan(50);
  const harm: string[] = [];
  for (const { request, keys: path } of keys) {
    const answers = changed(recorded, request, path, change);
    const snapshot = await snapshotOfAnswers(answers, procRoot);
    const after = judged(snapshot);
    const errors = after.findings.filter(({ status }) => status === 'error');
    harm.push(
      ...[
        ...lostFailures(before, after, snapshot),
        ...misplacedSources(after, answers),
        ...errors.map(({ controlId }) => `${controlId}: error`),
      ].map((each) => `${request} /${path.join('/')}: ${each}`),
    );
  }
  return harm;
}

const failures = ({ findings }: Assessment): number =>
  findings.filter(({ status }) => status === 'fail').length;

interface Component {
  readonly Name: string;
}

/** Whether a component tells which engine it belongs to. */
const names = (component: string): boolean => /^(?:Engine$|Podman)/.test(component);

/** What must hold of the answers of any engine. */
function describeAnswers(recordedOf: () => Recorded): void {
  it('hold every key that is known to be sent always', () => {
    const recorded = recordedOf();
    const keys = keysSentAlways(recorded);
    expect(keys.length).toBeGreaterThan(300);
    const absent = keys.filter(({ request, keys: path }) => {
      const answer = recorded.get(request);
      return !answer || !('value' in answer) || valueAt(answer.value, path) === undefined;
    });
    expect(absent).toEqual([]);
  });

  it('leave nothing malformed, and every source of an observation is in them', async () => {
    const snapshot = await snapshotOfAnswers(recordedOf());
    const malformed = snapshot.subjects.flatMap(({ kind, name, gaps }) =>
      gaps.filter(({ reason }) => reason === 'malformed').map(({ path }) => [kind, name, path]),
    );
    expect(malformed).toEqual([]);
    const assessment = judged(snapshot);
    expect(assessment.findings.length).toBeGreaterThan(400);
    expect(misplacedSources(assessment, recordedOf())).toEqual([]);
  });

  it('lose no failure by one key less', { timeout: 1_200_000 }, async () => {
    const keys = drawn(keysSentAlways(recordedOf()), 60);
    expect(await harmOf(recordedOf(), keys, remove)).toEqual([]);
  });

  it('lose no failure by one value of another type', { timeout: 2_400_000 }, async () => {
    const keys = drawn(keysIn(recordedOf()), 40);
    expect(await harmOf(recordedOf(), keys, distort)).toEqual([]);
  });

  it.each<[string, (components: readonly Component[]) => readonly Component[]]>([
    ['names another component', () => [{ Name: 'Another Engine' }]],
    ['leaves one out of those that it names', (all) => all.filter(({ Name }) => !names(Name))],
    ['names none', () => []],
  ])('lose no failure of an engine that is not known: it %s', async (_, change) => {
    const recorded = recordedOf();
    const before = judged(await snapshotOfAnswers(recorded));
    const unknown = changed(recorded, '/version', ['Components'], (holder, key) => {
      holder[key] = change(holder[key] as readonly Component[]);
    });
    const snapshot = await snapshotOfAnswers(unknown);
    const after = judged(snapshot);
    expect(lostFailures(before, after, snapshot)).toEqual([]);
    const left = (of: Assessment) =>
      of.findings.flatMap(({ controlId, status, subject }) =>
        subject.kind === 'engine' && status === 'not-applicable' ? [controlId] : [],
      );
    expect(left(after).filter((id) => !left(before).includes(id))).toEqual([]);
    // What such an engine may leave out is not known: no health check was sent, and that says nothing.
    const paths = snapshot.subjects.flatMap(({ kind, gaps }) =>
      gaps.map(({ path }) => `${kind} ${path}`),
    );
    expect(paths).toContain('workload /healthCheck');
    expect(paths).not.toContain('workload /privileged');
  });
}

describeWithRoot('the answers of Docker', ['dockerd', 'docker'], () => {
  let engine: TestEngine;
  let recorded: Recorded;
  beforeAll(async () => {
    engine = await startEngine({ ownNetwork: true });
    await enrichEngine(engine);
    recorded = await recordAnswers(engine.socket);
  }, 120_000);
  afterAll(() => engine.stop());

  describeAnswers(() => recorded);

  it('lose no failure by one key less where its host is seen', { timeout: 1_200_000 }, async () => {
    const keys = drawn(keysSentAlways(recorded), 15);
    expect(await harmOf(recorded, keys, remove, '/proc')).toEqual([]);
  });

  it.each([
    ['/containers/json?all=true', (id: string) => `/containers/${id}/json`, 'Id'],
    ['/images/json', (id: string) => `/images/${id}/json?manifests=true`, 'Id'],
    ['/networks', (id: string) => `/networks/${id}`, 'Id'],
    ['/volumes', (id: string) => `/volumes/${id}`, 'Name'],
    ['/services', (id: string) => `/services/${id}`, 'ID'],
    ['/nodes', (id: string) => `/nodes/${id}`, 'ID'],
    ['/secrets', (id: string) => `/secrets/${id}`, 'ID'],
    ['/configs', (id: string) => `/configs/${id}`, 'ID'],
  ])('of another thing than was asked for tell nothing: %s', async (list, requestOf, key) => {
    const id = idsIn(recorded, list, key)[0] ?? '';
    const other = changed(recorded, requestOf(id), [key], (holder) => {
      holder[key] = 'something-else';
    });
    const { subjects } = await snapshotOfAnswers(other);
    const subject = subjects.find((each) => each.id === id);
    expect(subject?.gaps).toEqual([
      expect.objectContaining({ path: '', reason: 'malformed' }) as unknown,
    ]);
    expect(subjects).toHaveLength((await snapshotOfAnswers(recorded)).subjects.length);
  });

  it('of another command than was asked for tell nothing', async () => {
    const request = [...recorded.keys()].find((each) => each.startsWith('/exec/')) ?? '';
    const other = changed(recorded, request, ['ID'], (holder, key) => {
      holder[key] = 'something-else';
    });
    const { subjects } = await snapshotOfAnswers(other);
    const gaps = subjects.flatMap((subject) => subject.gaps);
    expect(gaps.filter(({ path }) => path.startsWith('/sessions/'))).toMatchObject([
      { reason: 'malformed' },
    ]);
  });

  it('count once what they list twice', async () => {
    const lists = ['/containers/json?all=true', '/images/json', '/networks', '/services', '/nodes'];
    let twice = recorded;
    for (const list of lists) {
      const answer = recorded.get(list);
      const items = answer && 'value' in answer ? (answer.value as unknown[]) : [];
      twice = new Map(twice).set(list, { value: [...items, ...items] });
    }
    twice = changed(twice, '/volumes', ['Volumes'], (holder, key) => {
      const items = holder[key] as unknown[];
      holder[key] = [...items, ...items];
    });
    expect(await snapshotOfAnswers(twice)).toEqual(await snapshotOfAnswers(recorded));
  });
});

/** The ids that a list tells. */
function idsIn(recorded: Recorded, list: string, key: string): readonly string[] {
  const answer = recorded.get(list);
  const value = answer && 'value' in answer ? (answer.value as object) : [];
  const items = Array.isArray(value) ? value : (Reflect.get(value, 'Volumes') as unknown[]);
  return items.map((item) => String(Reflect.get(item as object, key)));
}

describeWithRoot('the answers of Podman', ['podman', 'runc'], () => {
  let podman: PodmanService;
  let recorded: Recorded;
  beforeAll(async () => {
    podman = await startPodman();
    await enrichPodman(podman);
    recorded = await recordAnswers(podman.socket);
  }, 120_000);
  afterAll(() => podman.stop());

  describeAnswers(() => recorded);
});

describe('keys are drawn', () => {
  it('each on some day', () => {
    const all = Array.from({ length: 97 }, (_, at) => at);
    expect(drawn(all, 97)).toEqual(all);
    expect(drawn(all, 10).length).toBeGreaterThan(8);
  });
});
