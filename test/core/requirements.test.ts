import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attestation } from '../../src/core/statements/attestation.ts';
import { defineFramework } from '../../src/core/frameworks/framework.ts';
import { describeGuard } from '../../src/core/frameworks/describe-guard.ts';
import { isLive, type Guard, type Link, type Shows } from '../../src/core/frameworks/mapping.ts';
import { judgeFramework, type Outcome } from '../../src/core/assessment/judge-framework.ts';
import type { Tally } from '../../src/core/frameworks/rollup.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';
import { text } from '../../src/core/text.ts';

const requirement = <Id extends string>(id: Id, parent: string | null, ...levels: string[]) =>
  ({
    id,
    parent,
    title: text(id, id),
    nature: 'technical',
    levels,
    confidence: 'verified',
  }) as const;

const framework = defineFramework({
  id: 'acme-1',
  title: text('Acme', 'Acme'),
  edition: {
    version: '1',
    publisher: 'Acme',
    published: '2026-01',
    status: 'in-force',
    source: 'test',
  },
  levels: [
    { id: 'low', title: text('Low', '低'), includes: ['low'] },
    { id: 'high', title: text('High', '高'), includes: ['low', 'high'] },
  ],
  requirements: [
    requirement('1', null),
    requirement('1.1', '1', 'low'),
    requirement('1.2', '1', 'high'),
    requirement('2', null, 'high'),
  ],
});

const link = (control: string, to: string, shows: Shows = 'all', guard?: Guard): Link => ({
  control,
  requirement: to,
  shows,
  breaks: shows === 'context' ? 'nothing' : 'breaks',
  reason: text('because', '因为'),
  ...(guard ? { guard } : {}),
});

const attestation: Attestation = {
  framework: 'acme-1',
  requirement: '1.1',
  statement: 'Done.',
  person: 'A. Person',
  role: 'Owner',
  date: '2026-01-01',
  until: '2026-12-31',
};

/** Judges the framework where these controls passed or failed so often. */
function judge(
  links: readonly Link[],
  tallies: Readonly<Record<string, Partial<Tally>>>,
  rest: Partial<Outcome> & { level?: string; mapped?: string } = {},
) {
  const { level, mapped = 'acme-1', ...outcome } = rest;
  return judgeFramework(
    { framework, mappings: [{ framework: mapped, links }], level },
    {
      tallyOf: (id) => {
        const tally = tallies[id];
        return tally ? { ...emptyTally(), ...tally } : undefined;
      },
      paramsOf: () => ({}),
      attestations: [],
      at: '2026-06-01T00:00:00Z',
      ...outcome,
    },
  );
}

const resultOf = (result: ReturnType<typeof judge>, id: string) => {
  const found = result.requirements.find((each) => each.id === id);
  if (!found) throw new Error(`${id} was not judged`);
  return found;
};

describe('notes', () => {
  const noted = {
    ...framework,
    note: text('Of all of it.', '关于整体。'),
    levels: framework.levels.map((level) =>
      level.id === 'high' ? { ...level, note: text('Of the high level.', '关于高级别。') } : level,
    ),
  };
  const outcome: Outcome = {
    tallyOf: () => undefined,
    paramsOf: () => ({}),
    attestations: [],
    at: '2026-06-01T00:00:00Z',
  };
  const notesAt = (level?: string) =>
    judgeFramework({ framework: noted, mappings: [], level }, outcome).notes?.map(({ en }) => en);

  it('of the framework and of the chosen level go with the result', () => {
    expect(notesAt('high')).toEqual(['Of all of it.', 'Of the high level.']);
    expect(notesAt('low')).toEqual(['Of all of it.']);
    expect(notesAt()).toEqual(['Of all of it.']);
  });
  it('are absent where there is nothing to note', () => {
    expect(judgeFramework({ framework, mappings: [] }, outcome)).not.toHaveProperty('notes');
  });
});

describe('guards', () => {
  const guarded = [link('limit', '1.1', 'all', { param: 'max', atMost: 100 })];
  const under = (max: unknown) =>
    resultOf(judge(guarded, { limit: { pass: 1 } }, { paramsOf: () => ({ max }) }), '1.1');

  it('lets a control count at the limit', () => {
    expect(under(100)).toMatchObject({
      status: 'satisfied',
      controls: [{ id: 'limit', live: true }],
    });
  });
  it('shows a control that is too loose, and does not count it', () => {
    expect(under(101)).toMatchObject({
      status: 'not-assessed',
      controls: [{ id: 'limit', live: false }],
    });
  });
  it('does not count a control whose parameter is missing or no number', () => {
    expect(under(undefined).status).toBe('not-assessed');
    expect(under('100').status).toBe('not-assessed');
  });
  it('does not let a loose control fail the requirement either', () => {
    const judged = judge(guarded, { limit: { fail: 1 } }, { paramsOf: () => ({ max: 101 }) });
    expect(resultOf(judged, '1.1').status).toBe('not-assessed');
  });
  it('lets a failure break a requirement only where the control is no stricter than by default', () => {
    const breaking = guarded.map((each) => ({ ...each, breaks: 'breaks' as const }));
    const failing = (max: number) =>
      judge(
        breaking,
        { limit: { fail: 1 } },
        { paramsOf: () => ({ max }), defaultsOf: () => ({ max: 50 }) },
      );
    expect(resultOf(failing(50), '1.1')).toMatchObject({
      status: 'not-satisfied',
      controls: [{ breaks: 'breaks' }],
    });
    expect(resultOf(failing(49), '1.1')).toMatchObject({
      status: 'weakened',
      controls: [{ breaks: 'weakens' }],
    });
  });
  it('knows what a parameter may be at most, at least, exactly, and as a list', () => {
    const live = (guard: Guard, value: unknown) => isLive(link('x', '1', 'all', guard), { value });
    expect(live({ param: 'value', atMost: 5 }, 5)).toBe(true);
    expect(live({ param: 'value', atMost: 5 }, 6)).toBe(false);
    expect(live({ param: 'value', atLeast: 5 }, 5)).toBe(true);
    expect(live({ param: 'value', atLeast: 5 }, 4)).toBe(false);
    expect(live({ param: 'value', equals: false }, false)).toBe(true);
    expect(live({ param: 'value', equals: false }, undefined)).toBe(false);
    expect(live({ param: 'value', includes: ['aufs'] }, ['overlay', 'aufs'])).toBe(true);
    expect(live({ param: 'value', includes: ['aufs'] }, ['overlay'])).toBe(false);
    expect(live({ param: 'value', includes: ['aufs'] }, 'aufs')).toBe(false);
    expect(live({ param: 'value', bitsWithin: 0o644 }, 0o640)).toBe(true);
    expect(live({ param: 'value', bitsWithin: 0o644 }, 0o622)).toBe(false);
    expect(live({ param: 'value', within: ['info', 'warn'] }, ['info'])).toBe(true);
    expect(live({ param: 'value', within: ['info'] }, ['info', 'debug'])).toBe(false);
    expect(live({ param: 'value', within: ['info'] }, 'info')).toBe(true);
    expect(live({ param: 'value', within: ['info'] }, 'debug')).toBe(false);
    expect(live({ param: 'value', within: [] }, undefined)).toBe(false);
    expect(live({ param: 'value', equals: null }, null)).toBe(true);
  });
  it('counts where all of several guards hold', () => {
    const range = [
      { param: 'min', atLeast: 3 },
      { param: 'max', atMost: 7 },
    ];
    const counts = (min: number, max: number) =>
      isLive({ ...link('x', '1'), guard: range }, { min, max });
    expect([counts(3, 7), counts(2, 7), counts(3, 8)]).toEqual([true, false, false]);
    expect(describeGuard(range)).toBe('min ≥ 3; max ≤ 7');
  });
  it('are held to whatever the parameter is', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (max, atMost) => {
        const one = link('limit', '1.1', 'all', { param: 'max', atMost });
        const judged = judge([one], { limit: { pass: 1 } }, { paramsOf: () => ({ max }) });
        expect(resultOf(judged, '1.1').status).toBe(max <= atMost ? 'satisfied' : 'not-assessed');
      }),
    );
  });
});

describe('links', () => {
  it('of a control that the catalog left out are shown and do not count', () => {
    const judged = judge([link('gone', '1.1')], {});
    expect(resultOf(judged, '1.1')).toMatchObject({
      status: 'not-assessed',
      controls: [{ id: 'gone', live: false }],
    });
  });
  it('of another framework are left alone', () => {
    const judged = judge([link('a', '1.1')], { a: { pass: 1 } }, { mapped: 'other' });
    expect(resultOf(judged, '1.1')).toMatchObject({ status: 'not-assessed', controls: [] });
  });
  it('carry both their values and their reason into the result', () => {
    const judged = judge([link('a', '1.1', 'part')], { a: { pass: 1 } });
    expect(resultOf(judged, '1.1')).toMatchObject({
      status: 'supported',
      controls: [
        { id: 'a', shows: 'part', breaks: 'breaks', reason: text('because', '因为'), live: true },
      ],
    });
  });
  it('give the same statuses in any order', () => {
    const links = [
      link('a', '1.1', 'all'),
      link('b', '1.1', 'part'),
      link('c', '1.2', 'context'),
      link('a', '2', 'part'),
    ];
    const tallies = { a: { pass: 2 }, b: { unknown: 1 }, c: { fail: 1 } };
    const statuses = (of: readonly Link[]) =>
      judge(of, tallies).requirements.map(({ id, status }) => [id, status]);
    fc.assert(
      fc.property(fc.shuffledSubarray(links, { minLength: 4 }), (other) => {
        expect(statuses(other)).toEqual(statuses(links));
      }),
    );
  });
});

describe('attestations', () => {
  it('stand from their day to their last day', () => {
    const on = (at: string) =>
      resultOf(judge([], {}, { attestations: [attestation], at }), '1.1').status;
    expect(on('2025-12-31T23:59:59Z')).toBe('not-assessed');
    expect(on('2026-01-01T00:00:00Z')).toBe('attested');
    expect(on('2026-12-31T23:59:59Z')).toBe('attested');
    expect(on('2027-01-01T00:00:00Z')).toBe('not-assessed');
  });
  it('lift partial evidence to satisfied, and never a failure', () => {
    const attested = { attestations: [attestation] };
    const judged = (tally: Partial<Tally>) =>
      resultOf(judge([link('a', '1.1', 'part')], { a: tally }, attested), '1.1').status;
    expect(judged({ pass: 1 })).toBe('satisfied');
    expect(judged({ fail: 1 })).toBe('not-satisfied');
  });
  it('of another framework are left alone', () => {
    const other = { ...attestation, framework: 'acme-2' };
    expect(resultOf(judge([], {}, { attestations: [other] }), '1.1').status).toBe('not-assessed');
  });
});

describe('levels and groups', () => {
  it('judges everything when no level is named', () => {
    const judged = judge([], {});
    expect(judged.requirements.map(({ id }) => id)).toEqual(['1', '1.1', '1.2', '2']);
    expect(judged).not.toHaveProperty('level');
  });
  it('leaves out what the level does not ask for', () => {
    const judged = judge([], {}, { level: 'low' });
    expect(judged.requirements.map(({ id }) => id)).toEqual(['1', '1.1']);
    expect(judged.level).toBe('low');
  });
  it('counts what only groups others nowhere', () => {
    const { requirements, summary } = judge([link('a', '1.1')], { a: { pass: 1 } });
    expect(requirements.filter(({ group }) => group).map(({ id }) => id)).toEqual(['1']);
    expect(summary).toMatchObject({ satisfied: 1, 'not-assessed': 2 });
    expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(3);
  });
  it('counts a parent that has a link of its own', () => {
    const { summary } = judge([link('a', '1')], { a: { fail: 1 } });
    expect(summary['not-satisfied']).toBe(1);
  });
});

describe('statements of not-applicable', () => {
  const stated = {
    framework: 'acme-1',
    requirement: '1.1',
    reason: 'Not used.',
    owner: 'A. Person',
  };
  const judged = (tally: Partial<Tally>, shows: Shows = 'all', statement = stated) =>
    resultOf(judge([link('a', '1.1', shows)], { a: tally }, { notApplicable: [statement] }), '1.1');

  it('stand over what passed, what is unknown and what nothing checks', () => {
    for (const tally of [{ pass: 1 }, { unknown: 1 }, { manual: 1 }, {}]) {
      expect(judged(tally)).toMatchObject({
        status: 'not-applicable',
        statement: { requirement: '1.1', owner: 'A. Person', conflict: false },
      });
    }
    expect(judged({ fail: 1 }, 'context').status).toBe('not-applicable');
  });
  it('are beaten by a failure, waived or not, and stay in sight as a conflict', () => {
    expect(judged({ fail: 1 })).toMatchObject({
      status: 'not-satisfied',
      statement: { conflict: true },
    });
    expect(judged({ waived: 1 }, 'part')).toMatchObject({
      status: 'accepted-with-waiver',
      statement: { conflict: true },
    });
  });
  it('are not beaten by a control whose guard is not met', () => {
    const loose = link('a', '1.1', 'all', { param: 'max', atMost: 1 });
    const result = judge([loose], { a: { fail: 1 } }, { notApplicable: [stated] });
    expect(resultOf(result, '1.1')).toMatchObject({
      status: 'not-applicable',
      statement: { conflict: false },
    });
  });
  it('cover what is below, and a nearer one comes first', () => {
    const above = { ...stated, requirement: '1', reason: 'The whole chapter.' };
    const { requirements } = judge([], {}, { notApplicable: [above, stated] });
    expect(requirements.map(({ id, statement }) => [id, statement?.requirement])).toEqual([
      ['1', '1'],
      ['1.1', '1.1'],
      ['1.2', '1'],
      ['2', undefined],
    ]);
  });
  it('hold to their last day, and to their own framework', () => {
    const on = (until: string, framework = 'acme-1') =>
      judged({ pass: 1 }, 'all', { ...stated, framework, until } as typeof stated).status;
    expect(on('2026-06-01')).toBe('not-applicable');
    expect(on('2026-05-31')).toBe('satisfied');
    expect(on('2026-06-01', 'acme-2')).toBe('satisfied');
  });
});
