import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { workloadNotPrivileged } from '../../src/controls/workload/workload-not-privileged.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import { defineSubject } from '../../src/core/facts/subject.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import { makeFixture } from '../../src/testing/fixture/fixture.ts';
import { fromFixture, surroundingsFrom } from '../../src/testing/fixture/from-fixture.ts';
import { aWorkload } from '../../src/testing/subjects.ts';
import { testControl } from '../../src/testing/test-control.ts';
import { refusalOf } from '../support/refusal.ts';

const file = join(import.meta.dirname, '../../examples/recorded/snapshot.json');
const snapshot = parseSnapshot(JSON.parse(readFileSync(file, 'utf8')), builtinKinds);

describe('makeFixture', () => {
  it('keeps what is asked for, with its gaps and the origins of its facts alone', () => {
    const fixture = makeFixture(snapshot, { kinds: ['workload'], names: ['shop-web', 'shop-db'] });
    expect(fixture.subjects.map(({ name }) => name)).toEqual(['shop-db', 'shop-web']);
    expect(Object.keys(fixture.origins)).toEqual(['engine/workload']);
    const [before] = snapshot.subjects.filter(({ name }) => name === 'shop-web');
    expect(fixture.subjects[1]).toEqual(before);
  });

  it('takes the beginning of an id, as docker does', () => {
    const id = snapshot.subjects.find(({ kind }) => kind === 'workload')?.id ?? '';
    expect(makeFixture(snapshot, { names: [id.slice(0, 12)] }).subjects).toMatchObject([{ id }]);
  });

  it.each([
    [{ kinds: ['workloads'] }, /workloads.*There is: /s],
    [{ kinds: ['workload'], names: ['shop-web', 'nobody'] }, /nobody.*workload shop-web/s],
  ])('names what there is instead of %s', async (selection, expected) => {
    const { code, message, hint } = await refusalOf(() => makeFixture(snapshot, selection));
    expect(code).toBe('fixture-invalid');
    expect(`${message}\n${hint}`).toMatch(expected);
  });
});

describe('fromFixture', () => {
  it('gives a recorded subject to a test, as it was or changed', () => {
    const web = { kind: 'workload', name: 'shop-web' } as const;
    expect(fromFixture(file, web).facts).toEqual(
      snapshot.subjects.find(({ name }) => name === 'shop-web')?.facts,
    );
    const opened = fromFixture(file, web, { privileged: true });
    expect(opened.differs).toBe('shop-web, privileged: true');
    testControl(workloadNotPrivileged, {
      pass: [aWorkload(), fromFixture(file, web)],
      fail: [opened],
    });
  });

  it('takes a path, a URL and the content', () => {
    const web = { kind: 'workload', name: 'shop-web' } as const;
    const expected = fromFixture(file, web);
    expect(fromFixture(new URL(`file://${file}`), web)).toEqual(expected);
    expect(fromFixture(makeFixture(snapshot, { names: ['shop-web'] }), web)).toEqual(expected);
  });

  it('needs no name where there is one of the kind', async () => {
    expect(fromFixture(file, { kind: 'engine' }).kind).toBe('engine');
    expect((await refusalOf(() => fromFixture(file, { kind: 'workload' }))).hint).toContain(
      'shop-web',
    );
  });

  it('serves kinds of one’s own', () => {
    const kind = defineSubject({
      kind: 'registry',
      label: { en: 'Registry', zh: '镜像仓库' },
      schema: z.object({ open: z.boolean() }),
    });
    const [first] = snapshot.subjects;
    const subjects = first
      ? [{ ...first, kind: 'registry', name: 'r', facts: { open: true } }]
      : [];
    const fixture = makeFixture({ ...snapshot, subjects });
    expect(fromFixture(fixture, { kind }, { open: false }).facts).toEqual({ open: false });
    expect(surroundingsFrom(fixture)).toEqual([]);
    expect(surroundingsFrom(fixture, [kind])).toHaveLength(1);
  });

  it('gives all of it as surroundings', () => {
    expect(surroundingsFrom(file)).toHaveLength(snapshot.subjects.length);
  });

  it.each([
    ['nowhere.json', 'file-not-found', /plimsoll record/],
    ['README.md', 'fixture-invalid', /plimsoll record/],
    ['package.json', 'fixture-invalid', /plimsoll record/],
  ])('refuses %s', async (name, code, hint) => {
    const error = await refusalOf(() => fromFixture(name, { kind: 'workload' }));
    expect(error.code).toBe(code);
    expect(error.hint).toMatch(hint);
  });

  it('refuses facts that this release does not know', async () => {
    // As a fixture of another release might be.
    const change = { privileged: 'maybe' } as never;
    const wanted = { kind: 'workload', name: 'shop-web' } as const;
    expect((await refusalOf(() => fromFixture(file, wanted, change))).message).toContain(
      '/privileged',
    );
  });
});
