import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { parseConfig } from '../../src/core/config/parse-config.ts';
import { PlimsollError } from '../../src/core/errors.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';

const recorded = new URL('../../examples/recorded/snapshot.json', import.meta.url);
const whole = JSON.parse(readFileSync(recorded, 'utf8')) as Record<string, unknown>;

const parsers = {
  parseSnapshot: (input: unknown) => parseSnapshot(input),
  parseAssessment,
  parseConfig: (input: unknown) => parseConfig(input, 'here'),
};

/** What comes of a value: `undefined` where it was read. */
const errorOf = (parse: (input: unknown) => unknown, input: unknown): Error | undefined => {
  try {
    parse(input);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

const circle: Record<string, unknown> = { ...whole };
circle['subjects'] = [circle];
let deep: unknown = 'end';
for (let at = 0; at < 20_000; at += 1) deep = [deep];
const hostile: readonly unknown[] = [
  undefined,
  null,
  '',
  0n,
  Symbol('snapshot'),
  () => whole,
  new Date(),
  new Map(Object.entries(whole)),
  circle,
  { ...whole, subjects: deep },
  { ...whole, gaps: deep },
  {
    get kind(): string {
      throw new TypeError('not today');
    },
  },
  new Proxy(whole, {
    get() {
      // oxlint-disable-next-line typescript/only-throw-error -- as hostile code may
      throw 'nothing';
    },
  }),
];

describe.each(Object.entries(parsers))('%s of anything', (_, parse) => {
  it.each(hostile.map((input, at) => [at, input] as const))('refuses %i', (_at, input) => {
    expect([PlimsollError, undefined]).toContain(errorOf(parse, input)?.constructor);
  });

  it('throws nothing but an error of the package', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true }), (input) => {
        expect([PlimsollError, undefined]).toContain(errorOf(parse, input)?.constructor);
      }),
    );
  });
});

describe('parseSnapshot of a snapshot', () => {
  it('reads the built-in kinds when none are given', () => {
    expect(parseSnapshot(whole).subjects.length).toBeGreaterThan(3);
  });

  it('throws nothing but an error of the package when any one field is anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), fc.anything(), (key, value) => {
        expect([PlimsollError, undefined]).toContain(
          errorOf(parsers.parseSnapshot, { ...whole, [key]: value })?.constructor,
        );
      }),
    );
  });

  it('throws nothing but an error of the package when any one fact is anything', () => {
    const subjects = whole['subjects'] as readonly { facts: Record<string, unknown> }[];
    const places = subjects.flatMap(({ facts }, at) =>
      Object.keys(facts).map((key) => [at, key] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), ([place, key], value) => {
        const changed = subjects.map((subject, at) =>
          at === place ? { ...subject, facts: { ...subject.facts, [key]: value } } : subject,
        );
        expect([PlimsollError, undefined]).toContain(
          errorOf(parsers.parseSnapshot, { ...whole, subjects: changed })?.constructor,
        );
      }),
      { numRuns: 20 },
    );
  });
});
