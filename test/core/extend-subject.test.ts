import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { extendSubject } from '../../src/core/snapshot/extend-subject.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import { network } from '../../src/core/subjects/network.ts';
import { workload } from '../../src/core/subjects/workload/workload.ts';
import { aNetwork, aWorkload } from '../../src/testing/subjects.ts';
import { snapshotOf, target } from '../support/judge.ts';

const collect = () => Promise.resolve({ facts: {} });
const owned = extendSubject(workload, {
  id: 'cmdb:one',
  facts: { owner: z.string().nullable() },
  collect,
});

const words = {
  severity: 'high',
  title: 'A rule',
  rationale: 'A reason',
  remediation: 'A remedy',
  references: ['https://docs.docker.com/'],
} as const;
const hasOwner = defineControl({
  ...words,
  id: 'has-owner',
  subject: owned,
  // What is absent would pass.
  check: (w) => w.owner !== null,
});
const notPrivileged = defineControl({
  ...words,
  id: 'not-privileged',
  subject: workload,
  check: (w) => !w.privileged,
});
const allOwned = defineControl({
  ...words,
  id: 'all-owned',
  subject: network,
  check: (_, { all }) =>
    all(workload).length === all(owned).length && all(owned).every((w) => w.owner !== null),
});
const catalog = defineCatalog({
  id: 'test',
  version: '1',
  controls: [notPrivileged, hasOwner, allOwned],
});

const snapshot = (added: object) =>
  snapshotOf([
    { ...aWorkload(), target, facts: { ...aWorkload().facts, ...added } },
    { ...aNetwork(), target },
  ]);
const statuses = (of: ReturnType<typeof snapshot>) =>
  Object.fromEntries(
    assess(of, { catalog }).findings.map(({ controlId, status }) => [controlId, status]),
  );

describe('a fact that was added to a kind', () => {
  it('is judged beside the others', () => {
    expect(statuses(snapshot({ owner: 'x' }))).toEqual({
      'not-privileged': 'pass',
      'has-owner': 'pass',
      'all-owned': 'pass',
    });
    expect(statuses(snapshot({ owner: null }))).toMatchObject({
      'has-owner': 'fail',
      'all-owned': 'fail',
    });
  });

  it('is unknown where nothing read it, and says what is missing', () => {
    expect(statuses(snapshot({}))).toEqual({
      'not-privileged': 'pass',
      'has-owner': 'unknown',
      'all-owned': 'unknown',
    });
    const { findings } = assess(snapshot({}), { catalog });
    const { message, observations } = findings.find((one) => one.controlId === 'has-owner') ?? {};
    expect(message?.en).toContain('it is read by cmdb:one, which was not among the collectors');
    expect(message?.zh).toContain('cmdb:one');
    expect(observations).toMatchObject([{ path: '/owner', value: null }]);
  });

  it('is so in a saved snapshot as well, and held to its schema there', () => {
    const kinds = catalog.controls.map(({ subject }) => subject);
    const saved = (added: object) =>
      parseSnapshot(JSON.parse(JSON.stringify(snapshot(added))), kinds);
    expect(statuses(saved({ owner: 'x' }))).toMatchObject({ 'has-owner': 'pass' });
    expect(statuses(saved({}))).toMatchObject({ 'has-owner': 'unknown' });
    expect(saved({}).subjects.flatMap(({ gaps }) => gaps)).toMatchObject([
      { path: '/owner', reason: 'unavailable' },
    ]);
    expect(() => saved({ owner: 7 })).toThrow(/owner: must be text, is a number/);
    // Who does not know the extension keeps what it does not judge.
    const unknowing = parseSnapshot(JSON.parse(JSON.stringify(snapshot({ owner: 7 }))));
    expect(unknowing.subjects.some(({ facts }) => facts['owner'] === 7)).toBe(true);
  });

  it('has a name that the kind has not, and is never left out', () => {
    const refused =
      (facts: Record<string, z.ZodType>, id = 'cmdb:one') =>
      () =>
        extendSubject(workload, { id, facts, collect });
    expect(refused({ privileged: z.boolean() })).toThrow(
      expect.objectContaining({
        code: 'subject-invalid',
        message: 'cmdb:one adds the fact privileged, which workload has already.',
        hint: 'Give it another name: begin it with that of your team.',
      }),
    );
    expect(refused({ tier: z.int().optional() })).toThrow(
      /The fact tier of cmdb:one may be left out/,
    );
    expect(refused({ tier: z.int() }, 'cmdb')).toThrow(/cannot be called "cmdb"/);
    expect(() =>
      extendSubject(owned, { id: 'cmdb:two', facts: { owner: z.string() }, collect }),
    ).toThrow(/which cmdb:one adds to workload already/);
  });

  it('is refused in a catalog with two meanings of it', () => {
    const other = extendSubject(workload, {
      id: 'cmdb:two',
      facts: { owner: z.int() },
      collect,
    });
    const second = defineControl({ ...words, id: 'second', subject: other, check: () => true });
    const both = defineCatalog({ id: 'test', version: '1', controls: [hasOwner, second] });
    expect(() => assess(snapshot({}), { catalog: both })).toThrow(/cmdb:two adds the fact owner/);
  });
});
