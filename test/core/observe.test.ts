import { describe, expect, it } from 'vitest';
import type { Noted } from '../../src/core/recording/notes.ts';
import { observe } from '../../src/core/recording/observe.ts';
import type { Gap } from '../../src/core/snapshot/gap.ts';
import type { Subject } from '../../src/core/subjects/subject.ts';

const subject: Subject = { kind: 'workload', id: 'w', name: 'w', target: 't', facts: {}, gaps: [] };
const list = { kind: 'image', id: '*', name: '*', target: 't' };

const gapOf = (detail: string): Gap => ({ path: '', reason: 'denied', detail });

describe('the observations of one subject', () => {
  it('tell each judgement the gap that it met itself, of one list as well, and the first of several', () => {
    const notes: Noted['notes'] = {};
    const met = (...gaps: readonly Gap[]): unknown => {
      const touched = gaps.map((gap) => ({ subject: list, gap }));
      return observe({ subject, notes, reads: [], gaps: touched }, {}).map(({ seen }) => seen.gap);
    };
    const [one, other] = [gapOf('no list'), gapOf('a file could not be read')];
    expect(met(one)).toEqual(['denied: no list']);
    expect(met(other)).toEqual(['denied: a file could not be read']);
    expect(met(one, other)).toEqual(['denied: no list']);
  });
});
