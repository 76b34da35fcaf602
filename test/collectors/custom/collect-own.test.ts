import { expect, it } from 'vitest';
import { z } from 'zod';
import { collectOwn } from '../../../src/collectors/custom/collect-own.ts';
import { defineCollector, type Collector } from '../../../src/core/snapshot/collector.ts';
import { defineSubject } from '../../../src/core/facts/subject.ts';

const lift = defineSubject({
  kind: 'lift',
  label: { en: 'Lift', zh: '电梯' },
  schema: z.object({ floors: z.number(), note: z.string().nullable() }),
});
const source = { kind: 'probe', address: 'hall', what: 'a look' } as const;
const good = {
  kind: 'lift',
  id: '1',
  name: 'left',
  facts: { floors: 3, note: null },
  sources: { '': source },
} as const;

const finds = (collect: Collector<typeof lift>['collect']): Collector<typeof lift> =>
  defineCollector({
    id: 'lifts:hall',
    kinds: [lift],
    description: 'Hall',
    access: 'on foot',
    collect,
  });
const run = (collector: Collector) => collectOwn(collector, { fingerprintKey: Buffer.alloc(32) });

it('keeps what fits the schema and counts it', async () => {
  const harvest = await run(finds(() => Promise.resolve([good])));
  expect(harvest.subjects).toMatchObject([{ ...good, target: 'lifts:hall', gaps: [] }]);
  expect(harvest.population).toEqual([
    { target: 'lifts:hall', kind: 'lift', existed: 1, read: 1, vanished: 0 },
  ]);
  expect(harvest.target).toMatchObject({ kind: 'own', machine: '*' });
});

it('makes a gap of what does not fit, and keeps nothing of it', async () => {
  // What comes from outside may be anything, whatever the types say.
  const wrong = {
    ...good,
    facts: { floors: 'three', note: null, extra: 1 },
  } as unknown as typeof good;
  const [subject] = (await run(finds(() => Promise.resolve([wrong])))).subjects;
  expect(subject?.gaps).toMatchObject([{ path: '/floors', reason: 'malformed' }]);
  expect(subject?.facts).not.toHaveProperty('floors');
});

it('keeps nothing of what does not fit under a name that a pointer has to escape', async () => {
  const shaft = defineSubject({
    kind: 'shaft',
    label: { en: 'Shaft', zh: '井道' },
    schema: z.object({ 'up/down': z.number() }),
  });
  const collector = defineCollector({
    id: 'shafts:hall',
    kinds: [shaft],
    description: 'Hall',
    access: 'on foot',
    // What comes from outside may be anything, whatever the types say.
    collect: () =>
      Promise.resolve([{ ...good, kind: 'shaft' as const, facts: { 'up/down': 'x' as never } }]),
  });
  const [subject] = (await collectOwn(collector, { fingerprintKey: Buffer.alloc(32) })).subjects;
  expect(subject?.gaps).toMatchObject([{ path: '/up~1down', reason: 'malformed' }]);
  expect(subject?.facts).toEqual({});
});

it('leaves a gap that the collector stated as it is', async () => {
  const gap = { path: '/floors', reason: 'denied', detail: 'the door is locked' } as const;
  const { floors: _, ...facts } = good.facts;
  const [subject] = (await run(finds(() => Promise.resolve([{ ...good, facts, gaps: [gap] }]))))
    .subjects;
  expect(subject?.gaps).toEqual([gap]);
});

it.each([
  ['throws', () => Promise.reject(new Error('no light')), /no light/],
  ['finds one twice', () => Promise.resolve([good, good]), /the lift 1 twice/],
  [
    'finds what it did not declare',
    () => Promise.resolve([{ ...good, kind: 'stair' } as unknown as typeof good]),
    /a stair, which is not among its kinds/,
  ],
])('fails where it %s', async (_, collect, message) => {
  await expect(run(finds(collect))).rejects.toMatchObject({ code: 'collector-failed', message });
});

it('redacts and counts', async () => {
  const harvest = await run(
    finds(({ redact }) =>
      Promise.resolve([{ ...good, facts: { floors: 1, note: redact('PASSWORD=hunter2hunter2') } }]),
    ),
  );
  expect(JSON.stringify(harvest)).not.toContain('hunter2');
  expect(Object.values(harvest.redactions)).toEqual([1]);
});

it.each(['', 'hall', 'Lifts:hall', 'lifts:'])('refuses to be called %j', (id) => {
  expect(() => defineCollector({ ...finds(() => Promise.resolve([])), id })).toThrow(
    /cannot be called/,
  );
});
