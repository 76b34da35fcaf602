import { describe, expect, it } from 'vitest';
import type { SnapshotHeader } from '../../src/core/snapshot/snapshot-header.ts';
import { snapshotVersion } from '../../src/core/snapshot/order-snapshot.ts';
import type { Subject } from '../../src/core/facts/subject.ts';
import { surroundingsOf } from '../../src/core/snapshot/context.ts';

const subject = (kind: string, id: string, target: string): Subject => ({
  ...{ kind, id, target, name: id },
  facts: { of: target },
  gaps: [],
});

const target = (id: string, kind: 'engine' | 'host', machine: string) => ({
  ...{ id, kind, machine },
  description: '',
  access: '',
});

const one = 'unix:///one.sock';
const two = 'unix:///two.sock';
const kinds = ['engine', 'volume'];

const header: SnapshotHeader = {
  kind: 'plimsoll/snapshot',
  version: snapshotVersion,
  tool: { name: 'test', version: '0' },
  collectedAt: '2026-11-24T12:00:00Z',
  targets: [
    target('host:/', 'host', 'local'),
    target(one, 'engine', 'local'),
    target(two, 'engine', 'local'),
    target('tcp://far', 'engine', 'tcp://far'),
  ],
  population: [one, two].flatMap((from) =>
    kinds.map((kind) => ({ target: from, kind, existed: 1, read: 1, vanished: 0 })),
  ),
  gaps: [{ target: two, kind: 'image', reason: 'denied', detail: 'test' }],
  redactions: [],
  origins: {},
};

const around = surroundingsOf(header, [
  subject('host', 'host', 'host:/'),
  ...[one, two].flatMap((from) => [subject('engine', from, from), subject('volume', 'data', from)]),
  subject('engine', 'far', 'tcp://far'),
]);

const idsFrom = (from: string, kind: string): readonly string[] => [
  ...around.subjectsOf(around.scopeOf(from), kind).keys(),
];
const targetOf = (from: string): string | undefined =>
  around.subjectsOf(around.scopeOf(from), 'volume').get('data')?.target;

describe('what is looked at together', () => {
  it('is each engine with its machine, and not with another engine on it', () => {
    expect(idsFrom(one, 'engine')).toEqual([one]);
    expect(idsFrom(two, 'engine')).toEqual([two]);
    expect(idsFrom(one, 'host')).toEqual(['host']);
    expect(around.engineOf(two)?.id).toBe(two);
  });
  it('is a host with every engine on it', () => {
    expect(idsFrom('host:/', 'engine')).toEqual([one, two]);
  });
  it('is of one name what the own engine has', () => {
    expect([targetOf(one), targetOf(two)]).toEqual([one, two]);
  });
  it('is an engine that is alone on its machine by the machine', () => {
    expect(around.scopeOf('tcp://far')).toBe('tcp://far');
    expect(idsFrom('tcp://far', 'engine')).toEqual(['far']);
  });
  it('lacks what could not be read of the own engine alone', () => {
    expect(around.gapOf(around.scopeOf(one), 'volume')).toBeUndefined();
    expect(around.gapOf(around.scopeOf(two), 'image')?.reason).toBe('denied');
    expect(around.gapOf(around.scopeOf(one), 'image')).toMatchObject({
      target: 'local',
      reason: 'unavailable',
    });
    expect(around.gapOf(around.scopeOf('host:/'), 'image')?.reason).toBe('denied');
  });
});
