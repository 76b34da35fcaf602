import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/core/controls/check.ts';
import { all, any, each, not } from '../../src/core/controls/combinators.ts';
import { fail, failureAmong, failureAt } from '../../src/core/controls/verdict.ts';
import { text } from '../../src/core/text.ts';
import { judge, subjectOf } from '../support/judge.ts';
import { thing, thingControl, thingFacts, type Thing } from './tiny.ts';

type Part = Thing['parts'][number];

const parts = [
  { name: 'one', safe: false },
  { name: 'two', safe: true },
  { name: 'three', safe: false },
];
const facts = { ...thingFacts, parts };
const isSafe = ({ name, safe }: Part) => safe || fail(text(`${name} is bad`, `${name} 不好`));
const eachPart: Check<Thing> = each((t) => t.parts, isSafe);
const placesOf = (check: Check<Thing>, of: Readonly<Record<string, unknown>> = facts) =>
  judge(thingControl(check), of).places;

const both = [
  { path: '/parts/0', message: { en: 'one is bad', zh: 'one 不好' } },
  { path: '/parts/2', message: { en: 'three is bad', zh: 'three 不好' } },
];

describe('a failure', () => {
  it('names the items that it is about, each with what is said of it', () => {
    expect(placesOf(eachPart)).toEqual(both);
  });

  it('names them where more is said than a sentence holds', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ name: `part ${at}`, safe: false }));
    const places = placesOf(eachPart, { ...facts, parts: many });
    expect(places?.map(({ path }) => path)).toEqual(many.map((_, at) => `/parts/${at}`));
  });

  it('says of the only one nothing twice', () => {
    expect(placesOf(eachPart, { ...facts, parts: parts.slice(0, 2) })).toEqual([
      { path: '/parts/0' },
    ]);
  });

  it('has them from every check that is joined, whatever stands around an item', () => {
    const wrapped: Check<Thing> = each(
      (t) => t.parts.toReversed().map((part) => ({ part })),
      ({ part }) => part.safe,
    );
    expect(placesOf(all(eachPart, wrapped))).toEqual([
      ...both,
      { path: '/parts/2' },
      { path: '/parts/0' },
    ]);
    expect(placesOf(any(eachPart, eachPart))).toEqual([...both, ...both]);
  });

  it('has them still after it was turned about twice', () => {
    expect(placesOf(not(not(eachPart)))).toEqual(both);
    expect(placesOf(not(all(not(eachPart), (t) => t.on)))).toEqual(both);
    expect(
      placesOf(not(all(not(eachPart), (t) => t.on || fail())), { ...facts, on: false }),
    ).toBeUndefined();
  });

  it('names those that a check says itself', () => {
    const bad = fail(text('some are bad', '有误'));
    const byHand: Check<Thing> = (t) =>
      failureAmong(
        '/parts',
        t.parts,
        t.parts.filter(({ safe }) => !safe),
        bad,
      );
    expect(placesOf(byHand)).toEqual([{ path: '/parts/0' }, { path: '/parts/2' }]);
    const off: Check<Thing> = () => failureAt('/on', fail(text('off', '关')));
    expect(placesOf(all(eachPart, off))).toEqual([
      ...both,
      { path: '/on', message: { en: 'off', zh: '关' } },
    ]);
  });

  it('names none where no item was looked at, or what stands elsewhere', () => {
    expect(placesOf((t) => !t.on)).toBeUndefined();
    expect(placesOf(all(eachPart, (t) => !t.on))).toBeUndefined();
    expect(
      placesOf(
        each(
          (t) => t.tags,
          (tag) => tag === '',
        ),
      ),
    ).toBeUndefined();
    const others = [subjectOf('thing', facts, { id: 'other', name: 'other' })];
    const ofOthers: Check<Thing> = each((_, ctx) => ctx.find(thing, 'other')?.parts ?? [], isSafe);
    const finding = judge(thingControl(ofOthers), thingFacts, { others });
    expect([finding.status, finding.places]).toEqual(['fail', undefined]);
  });
});

describe('what is no failure', () => {
  it('names no item', () => {
    expect(judge(thingControl(not(eachPart)), facts)).toMatchObject({ status: 'pass' });
    expect(placesOf(not(eachPart))).toBeUndefined();
    expect(placesOf(eachPart, thingFacts)).toBeUndefined();
    const outside = judge({ ...thingControl(() => true), applies: eachPart }, facts);
    expect(outside.status).toBe('not-applicable');
    expect(outside).not.toHaveProperty('places');
  });
});
