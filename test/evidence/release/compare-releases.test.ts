import { describe, expect, it } from 'vitest';
import type { Guard } from '../../../src/core/frameworks/mapping.ts';
import { compareReleases } from '../../../src/evidence/release/compare-releases.ts';
import { directionOf } from '../../../src/evidence/release/direction.ts';
import type { Release, ReleasedControl } from '../../../src/evidence/release/release.ts';

const control: ReleasedControl = {
  id: 'acme-bounded',
  kind: 'workload',
  title: { en: 'Bounded', zh: '受限' },
  severity: 'medium',
  params: { max: 64 },
  holds: 30,
  check: 'a1',
};

const release = (...controls: readonly ReleasedControl[]): Release => ({
  kind: 'plimsoll/catalog',
  version: '1.0',
  catalog: { id: 'acme', version: '1.0.0' },
  controls: [...controls],
});

const guards = new Map<string, readonly Guard[]>([
  ['acme-bounded', [{ param: 'max', atMost: 100 }]],
]);

/** What became of a control, by what changed in it. */
const changesBy = (change: Partial<ReleasedControl>) =>
  compareReleases(release(control), release({ ...control, ...change }), guards).map(
    ({ what, direction, name, before, after }) => [what, direction, name, before, after],
  );

describe('comparing two releases of a catalog', () => {
  it('finds nothing where nothing changed', () => {
    expect(changesBy({})).toEqual([]);
  });

  it('tells which way each thing went', () => {
    expect(changesBy({ severity: 'critical' })).toEqual([
      ['severity', 'stricter', undefined, 'medium', 'critical'],
    ]);
    expect(changesBy({ severity: 'low' })).toEqual([
      ['severity', 'looser', undefined, 'medium', 'low'],
    ]);
    expect(changesBy({ params: { max: 32 } })).toEqual([['parameter', 'stricter', 'max', 64, 32]]);
    expect(changesBy({ params: { max: 65 } })).toEqual([['parameter', 'looser', 'max', 64, 65]]);
    expect(changesBy({ params: { max: 64, min: 1 } })).toEqual([
      ['parameter', 'other', 'min', undefined, 1],
    ]);
    expect(changesBy({ holds: 7 })).toEqual([['period', 'stricter', undefined, 30, 7]]);
    const { holds: _, ...withoutEnd } = control;
    const lifted = compareReleases(release(control), release(withoutEnd), guards);
    expect(lifted).toMatchObject([{ what: 'period', direction: 'looser', before: 30 }]);
    expect(changesBy({ check: 'b2' })).toEqual([
      ['check', 'other', undefined, undefined, undefined],
    ]);
  });

  it('says nothing of a check whose source was not found at one of the two times', () => {
    expect(changesBy({ check: null })).toEqual([]);
  });

  it('tells what came and what went, in the order of ids', () => {
    const [a, c] = ['acme-a', 'acme-c'].map((id) => ({ ...control, id }));
    if (!a || !c) throw new Error('two were made');
    const changes = compareReleases(release(control, c), release(a, control), guards);
    expect(changes.map(({ control: id, what, direction }) => [id, what, direction])).toEqual([
      ['acme-a', 'added', 'stricter'],
      ['acme-c', 'removed', 'looser'],
    ]);
  });
});

describe('the direction of a parameter', () => {
  it.each([
    [1, 2, { param: 'p', atLeast: 1 }, 'stricter'],
    [2, 1, { param: 'p', atLeast: 1 }, 'looser'],
    [['a'], ['a', 'b'], { param: 'p', includes: ['a'] }, 'stricter'],
    [['a', 'b'], ['a'], { param: 'p', includes: ['a'] }, 'looser'],
    [['a'], ['b'], { param: 'p', includes: ['a'] }, 'other'],
    [['a', 'b'], ['b', 'a'], { param: 'p', includes: ['a'] }, 'other'],
    [['a', 'b'], ['a'], { param: 'p', within: ['a', 'b'] }, 'stricter'],
    [['a'], ['a', 'b'], { param: 'p', within: ['a', 'b'] }, 'looser'],
    [0o644, 0o600, { param: 'p', bitsWithin: 0o644 }, 'stricter'],
    [0o600, 0o640, { param: 'p', bitsWithin: 0o644 }, 'looser'],
    // As a number it is less, and yet others may write.
    [0o644, 0o622, { param: 'p', bitsWithin: 0o644 }, 'other'],
    [true, false, { param: 'p', equals: false }, 'stricter'],
    [false, true, { param: 'p', equals: false }, 'looser'],
    [1, 2, undefined, 'other'],
    ['a', 2, { param: 'p', atMost: 3 }, 'other'],
  ] as const)('%j → %j with %j is %s', (before, after, guard, direction) => {
    expect(directionOf(before, after, guard)).toBe(direction);
  });
});
