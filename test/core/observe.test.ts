import { describe, expect, it } from 'vitest';
import type { Noted } from '../../src/core/recording/notes.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import { observe } from '../../src/core/recording/observe.ts';
import type { Gap } from '../../src/core/facts/gap.ts';
import type { Source } from '../../src/core/facts/source.ts';
import type { Subject } from '../../src/core/facts/subject.ts';
import { snapshotOf, subjectOf, tool } from '../support/judge.ts';
import { thingControl, thingFacts } from './tiny.ts';

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

  it('names no place in an answer for one of many that is not there, but what holds them', () => {
    const api = { kind: 'api', endpoint: '/w/{id}', pointer: '/Labels/*' } as const;
    const file = { kind: 'file', path: '/etc/labels' } as const;
    const sourceOf = (labels: Readonly<Record<string, string>>, shared: Source) => {
      const origin = { '/labels': { ...api, pointer: '/Labels' }, '/labels/*': shared };
      const assessment = assess(
        {
          ...snapshotOf([subjectOf('thing', { ...thingFacts, labels }, { id: 'w', origin: 'o' })]),
          origins: { o: origin },
        },
        {
          catalog: defineCatalog({
            id: 'test',
            version: '1',
            controls: [thingControl((it) => it.labels['team'] !== 'red')],
          }),
          tool,
        },
      );
      return assessment.findings[0]?.observations.find(({ path }) => path === '/labels/team')
        ?.source;
    };
    const asked = { kind: 'api', endpoint: '/w/w' };
    expect(sourceOf({ team: 'blue' }, api)).toEqual({ ...asked, pointer: '/Labels/team' });
    expect(sourceOf({}, api)).toEqual({ ...asked, pointer: '/Labels' });
    expect(sourceOf({}, file)).toEqual(file);
  });
});
