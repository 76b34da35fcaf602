import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import type { Check } from '../../src/core/controls/check.ts';
import { each } from '../../src/core/controls/combinators.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { defineSubject, type Subject } from '../../src/core/facts/subject.ts';
import type { Waiver } from '../../src/core/statements/waiver.ts';
import { withoutLines } from '../../src/core/snapshot/without-lines.ts';
import { fail } from '../../src/core/controls/verdict.ts';
import { inLanguage } from '../../src/core/text.ts';
import { snapshotOf, subjectOf, tool } from '../support/judge.ts';

const file = defineSubject({
  kind: 'dockerfile',
  label: { en: 'File', zh: '文件' },
  schema: z.object({
    steps: z.array(z.object({ bad: z.boolean(), name: z.string().optional() })),
    root: z.boolean(),
    user: z.string().nullable(),
  }),
});

type Facts = {
  readonly steps: readonly { readonly bad: boolean; readonly name?: string | undefined }[];
  readonly root: boolean;
  readonly user: string | null;
};

const controlOf = (check: Check<Facts>) =>
  defineControl({
    id: 'no-bad-step',
    subject: file,
    severity: 'high',
    title: { en: 'Test', zh: '测试' },
    rationale: { en: 'Test', zh: '测试' },
    remediation: { en: 'Test', zh: '测试' },
    references: ['https://example.org/'],
    check,
  });

const at = (line: number, rest: object = {}) =>
  ({ kind: 'file', path: 'F', line, column: 1, ...rest }) as const;

/** Steps on lines 2, 3 and so on; a switch on line 20, a user on line 30. */
const subject = (bad: readonly boolean[], facts: object = {}, sources: object = {}): Subject =>
  subjectOf(
    'dockerfile',
    { steps: bad.map((each) => ({ bad: each })), root: false, user: 'app', ...facts },
    {
      sources: {
        '': { kind: 'file', path: 'F' },
        ...Object.fromEntries(bad.map((_, step) => [`/steps/${step}`, at(step + 2)])),
        '/root': at(20),
        '/user': at(30),
        ...sources,
      },
    },
  );

const waive = (first: number, last = first, rest: object = {}): Waiver => ({
  control: 'no-bad-step',
  scope: { target: 'unix:///run/test.sock', lines: { path: 'F', first, last, ...rest } },
  reason: 'test',
  owner: 'ann',
  approver: 'ann',
  from: '2026-11-01',
  until: '2026-12-31',
});

const plain: Check<Facts> = (f) => !f.root && f.user !== null && f.steps.every(({ bad }) => !bad);
const combined: Check<Facts> = each(
  (f) => f.steps,
  ({ bad }) => !bad,
);

/** Whether the failure of a subject is accepted, and how many failures each waiver accepts. */
function accepted(of: Subject, waivers: readonly Waiver[], check: Check<Facts> = plain) {
  const catalog = defineCatalog({ id: 't', version: '0', controls: [controlOf(check)] });
  const assessment = assess(snapshotOf([of]), { catalog, tool, waivers });
  const [finding] = assessment.findings;
  expect(finding?.status).toBe('fail');
  return [
    finding?.waiver !== undefined,
    ...assessment.waivers.map(({ accepts }) => accepts),
  ] as const;
}

describe.each([
  ['a plain check', plain],
  ['a combinator', combined],
])('an exception of lines, for %s', (_, check) => {
  it('accepts what fails there alone', () => {
    expect(accepted(subject([false, true]), [waive(3)], check)).toEqual([true, 1]);
  });
  it('accepts nothing while something else fails', () => {
    expect(accepted(subject([true, true]), [waive(3)], check)).toEqual([false, 0]);
    expect(accepted(subject([true]), [waive(9)], check)).toEqual([false, 0]);
  });
  it('accepts together with others what none of them covers alone', () => {
    expect(accepted(subject([true, true]), [waive(2), waive(3)], check)).toEqual([true, 1, 1]);
    expect(accepted(subject([true, true]), [waive(2, 3)], check)).toEqual([true, 1]);
  });
  it('is of one file', () => {
    const other = { ...waive(2), scope: { lines: { path: 'G', first: 2, last: 2 } } };
    expect(accepted(subject([true]), [other], check)).toEqual([false, 0]);
  });
});

describe('an exception of lines', () => {
  it('turns over a switch, so that nothing hides behind it', () => {
    expect(accepted(subject([], { root: true }), [waive(20)])).toEqual([true, 1]);
    expect(accepted(subject([true], { root: true }), [waive(20)])).toEqual([false, 0]);
  });
  it('covers a value', () => {
    expect(accepted(subject([], { user: null }), [waive(30)])).toEqual([true, 1]);
  });
  it('covers what nobody said of the thing that it is part of', () => {
    const unsaid = subject([], { user: null }, { '/user': at(30, { unset: true }) });
    expect(accepted(unsaid, [waive(5)])).toEqual([false, 0]);
    expect(accepted(unsaid, [waive(5, 5, { of: 30 })])).toEqual([true, 1]);
    expect(accepted(subject([], { user: null }), [waive(5, 5, { of: 30 })])).toEqual([false, 0]);
  });
  it('covers what has no line', () => {
    const unplaced = subject([], { user: null });
    const { '/user': _, ...sources } = unplaced.sources ?? {};
    expect(accepted({ ...unplaced, sources }, [waive(5)])).toEqual([true, 1]);
  });
  it('leaves those items named that it does not cover', () => {
    const catalog = defineCatalog({ id: 't', version: '0', controls: [controlOf(combined)] });
    const placesBeside = (...waivers: readonly Waiver[]) =>
      assess(snapshotOf([subject([true, true])]), { catalog, tool, waivers }).findings[0]?.places;
    expect(placesBeside()).toEqual([{ path: '/steps/0' }, { path: '/steps/1' }]);
    expect(placesBeside(waive(9))).toEqual([{ path: '/steps/0' }, { path: '/steps/1' }]);
    expect(placesBeside(waive(2))).toEqual([{ path: '/steps/1' }]);
    expect(placesBeside(waive(3))).toEqual([{ path: '/steps/0' }]);
    expect(placesBeside(waive(2, 3))).toEqual([{ path: '/steps/0' }, { path: '/steps/1' }]);
  });
  it('gives way to one of the whole subject', () => {
    const whole = { ...waive(2), scope: { subject: 'dockerfile-1' } };
    expect(accepted(subject([true]), [waive(2), whole])).toEqual([true, 0, 1]);
  });
});

describe('a subject without some of its lines', () => {
  it('has the gaps of what is left at their new places', () => {
    const gap = (path: string) => ({ path, reason: 'denied' as const, detail: 'test' });
    const gaps = [gap('/steps/0'), gap('/steps/1/bad'), gap('/steps/2/bad'), gap('/user')];
    const { subject: left } = withoutLines({ ...subject([true, true, false]), gaps }, [
      { path: 'F', first: 3, last: 3 },
    ]);
    expect(left.facts['steps']).toEqual([{ bad: true }, { bad: false }]);
    expect(left.gaps.map(({ path }) => path)).toEqual(['/steps/0', '/steps/1/bad', '/user']);
  });
});

describe('a place in what is left of a subject', () => {
  it('is known by where it was before', () => {
    const steps = Array.from({ length: 7 }, () => true);
    const { placeBefore } = withoutLines(subject(steps), [
      { path: 'F', first: 2, last: 3 },
      { path: 'F', first: 6, last: 6 },
    ]);
    const places = ['/steps/0', '/steps/1/bad', '/steps/2', '/steps/3', '/root', ''];
    expect(places.map(placeBefore)).toEqual([
      '/steps/2',
      '/steps/3/bad',
      '/steps/5',
      '/steps/6',
      '/root',
      '',
    ]);
  });
});

describe('a waiver that covers a part', () => {
  const named = each<Facts, Facts['steps'][number], unknown>(
    (f) => f.steps,
    (step) => !step.bad || fail({ en: step.name ?? '', zh: step.name ?? '' }),
  );
  const steps = (...names: readonly string[]) =>
    subject(
      names.map(() => true),
      { steps: names.map((name) => ({ bad: true, name })) },
    );
  const messageOf = (waivers: readonly Waiver[]): string | undefined => {
    const catalog = defineCatalog({ id: 't', version: '0', controls: [controlOf(named)] });
    const { findings } = assess(snapshotOf([steps('one', 'two', 'three')]), {
      catalog,
      tool,
      waivers,
    });
    return findings[0] && inLanguage(findings[0].message, 'en');
  };
  it('leaves the failure to say what fails beside it', () => {
    expect(messageOf([])).toBe('one; two; three');
    expect(messageOf([waive(2)])).toBe('two; three');
    expect(messageOf([waive(2), waive(4)])).toBe('two');
  });
  it('says all of it where it accepts all of it', () => {
    expect(messageOf([waive(2, 4)])).toBe('one; two; three');
  });
});
