import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { all, any, beside } from '../../src/core/controls/combinators.ts';
import { defineControl, defineManualControl } from '../../src/core/controls/control.ts';
import { defineSubject } from '../../src/core/facts/subject.ts';
import { engine as engineKind } from '../../src/core/subjects/engine.ts';
import { workload as workloadKind } from '../../src/core/subjects/workload/workload.ts';
import { fail } from '../../src/core/controls/verdict.ts';
import type { Cases } from '../../src/testing/judging/cases.ts';
import { machine } from '../../src/testing/machine.ts';
import { anEngine, aWorkload } from '../../src/testing/subjects.ts';
import { testControl } from '../../src/testing/test-control.ts';
import { subjectBuilder } from '../../src/testing/judging/test-subject.ts';
import { tryControl } from '../../src/testing/try-control.ts';
import { refusalOf } from '../support/refusal.ts';

const words = {
  severity: 'high',
  title: { en: 'a', zh: '甲' },
  rationale: { en: 'a', zh: '甲' },
  remediation: { en: 'a', zh: '甲' },
  references: ['https://example.org/'],
} as const;

const bounded = defineControl({
  ...words,
  id: 'acme-bounded',
  subject: workloadKind,
  params: z.object({ max: z.number().default(300) }),
  check: ({ resources: { pidsLimit } }, { params }) =>
    (pidsLimit > 0 && pidsLimit <= params.max) ||
    fail({ en: `${pidsLimit} processes`, zh: `${pidsLimit} 个进程` }),
});
const pids = (pidsLimit: number) => aWorkload({ resources: { pidsLimit } });

describe('testControl', () => {
  it('returns what it did', () => {
    const done = testControl(
      bounded,
      { pass: [aWorkload()], fail: { none: pids(0), many: pids(301) } },
      { mutate: true },
    );
    expect(done).toMatchObject({ control: 'acme-bounded', cases: 3, denials: 1, problems: [] });
    expect(done.mutation).toEqual({ read: ['/resources/pidsLimit'], unnoticed: [], breaks: [] });
  });

  it('throws one error that names everything that is wrong', async () => {
    const { code, message } = await refusalOf(() =>
      testControl(bounded, { pass: [pids(0)], fail: [aWorkload(), pids(-1)] }),
    );
    expect(code).toBe('control-test-failed');
    expect(message).toBe(
      [
        'The control acme-bounded does not do what its test says:',
        '  ✗ pass: resources.pidsLimit: 0: it is fail (0 processes)',
        '  ✗ fail: the compliant subject: it is pass (Found: resources.pidsLimit = 256)',
      ].join('\n'),
    );
  });

  it('names the case whose parameters are wrong', async () => {
    // As somebody without types would write it.
    const params = { max: 'many' } as never;
    const { code, message } = await refusalOf(() =>
      testControl(bounded, {
        pass: { tailored: { subject: aWorkload(), params } },
        fail: [pids(0)],
      }),
    );
    expect(code).toBe('parameters-invalid');
    expect(message).toMatch(/^The case "tailored": The parameters of acme-bounded/);
  });
});

const problems = (...of: Parameters<typeof tryControl>) => tryControl(...of).problems;

describe('what is wrong with cases', () => {
  it.each([
    ['pass', { pass: [], fail: [pids(0)] }],
    ['fail', { pass: [aWorkload()], fail: {} }],
  ])('none under %s', (missing, cases) => {
    expect(problems(bounded, cases)).toEqual([
      `There is no case under ${missing}; at least one is needed.`,
    ]);
  });

  it('the same twice, wherever it stands and however it is written', () => {
    const cases = {
      pass: { one: aWorkload(), two: { subject: aWorkload({ privileged: false }) } },
      fail: [pids(0), { subject: aWorkload(), params: { max: 1 } }],
      unknown: [pids(0)],
    };
    expect(problems(bounded, cases)).toEqual([
      'pass: two: it is the same as pass: one.',
      'unknown: resources.pidsLimit: 0: it is the same as fail: resources.pidsLimit: 0.',
    ]);
  });

  it('a subject of another kind', () => {
    // As somebody without types would write it.
    const cases = { pass: [aWorkload()], fail: [anEngine()] } as unknown as Cases;
    expect(problems(bounded, cases)).toEqual([
      'fail: the compliant subject: it is of the kind engine, and the control judges workload.',
    ]);
  });

  it('facts that the kind does not allow', () => {
    const broken = { ...aWorkload(), facts: { ...aWorkload().facts, privileged: 'yes' } };
    const [problem] = problems(bounded, { pass: [broken], fail: [pids(0)] });
    expect(problem).toMatch(/^pass: the compliant subject: the fact \/privileged: /);
  });

  it('any, of a control that asks a person', () => {
    const manual = defineManualControl({
      ...words,
      id: 'acme-asked',
      subject: workloadKind,
      question: { en: 'Is it?', zh: '是吗？' },
    });
    expect(problems(manual, { pass: [aWorkload()], fail: [pids(0)] })).toEqual([
      'This control asks a person, and neither passes nor fails: there is nothing to test.',
    ]);
  });
});

describe('messages', () => {
  const failing = (message: string | RegExp | { en?: string; zh?: string }) =>
    problems(bounded, { pass: [aWorkload()], fail: [{ subject: pids(0), message }] });

  it.each([
    ['0 processes'],
    [/^0 pro/],
    [{ zh: '0 个进程' }],
    [{ en: '0 processes', zh: '0 个进程' }],
  ])('fit: %s', (message) => {
    expect(failing(message)).toEqual([]);
  });

  it.each([['0 process'], [/^1/], [{ zh: '0' }], [{ en: '0 processes', zh: '' }]])(
    'do not fit: %s',
    (message) => {
      expect(failing(message)).toHaveLength(1);
    },
  );
});

const either = defineControl({
  ...words,
  id: 'acme-either',
  subject: workloadKind,
  check: any(
    (w) => w.readOnlyRootFilesystem,
    (w) => !w.privileged,
  ),
});
const writable = aWorkload({ readOnlyRootFilesystem: false });
const cases = {
  pass: [writable],
  fail: [aWorkload({ readOnlyRootFilesystem: false, privileged: true })],
};

describe('a fact that is denied', () => {
  it('and still passed on is named', () => {
    expect(problems(either, cases)).toEqual([
      'pass: readOnlyRootFilesystem: false: it still passes when /readOnlyRootFilesystem is denied. Where it only stands beside the verdict, say so: { beside: ["/readOnlyRootFilesystem"] }.',
    ]);
  });

  it('may stand beside the verdict where that is said', () => {
    expect(problems(either, cases, { beside: ['/readOnlyRootFilesystem'] })).toEqual([]);
  });

  it('does not stand beside it unless it does', () => {
    expect(problems(either, cases, { beside: ['/readOnlyRootFilesystem', '/user'] })).toEqual([
      '/user is declared as beside the verdict, but no case passes without it.',
    ]);
  });

  const besideEngine = defineControl({
    ...words,
    id: 'acme-beside-engine',
    subject: workloadKind,
    check: beside(
      (w) => !w.privileged,
      (_, ctx) => ctx.all(engineKind).map((e) => e.debug.effective),
    ),
  });

  it('is one of another subject as well, and the list of them', () => {
    const two = { pass: [aWorkload()], fail: [aWorkload({ privileged: true })] };
    const expected = ['engine /debug/effective', 'engine'];
    expect(problems(besideEngine, two)).toEqual(
      expected.map(
        (fact) =>
          `pass: the compliant subject: it still passes when ${fact} is denied. Where it only stands beside the verdict, say so: { beside: [${JSON.stringify(fact)}] }.`,
      ),
    );
    expect(problems(besideEngine, two, { beside: expected })).toEqual([]);
  });
});

describe('surroundings', () => {
  const onRootless = defineControl({
    ...words,
    id: 'acme-on-rootless',
    subject: workloadKind,
    check: all((_, ctx) => ctx.all(engineKind).every(({ rootless }) => rootless)),
  });

  it('are a compliant machine unless others are named', () => {
    const rootful = machine(anEngine({ rootless: false }));
    const done = testControl(
      onRootless,
      { pass: [aWorkload()], fail: [{ subject: aWorkload(), surroundings: rootful }] },
      { mutate: true },
    );
    expect(done.mutation?.read).toEqual(['engine /rootless']);
  });
});

describe('mutation', () => {
  const judged = defineControl({
    ...words,
    id: 'acme-judged',
    subject: workloadKind,
    check: (w) => w.user.uid !== 0 && !w.privileged,
  });
  const weak = { pass: [aWorkload()], fail: [aWorkload({ privileged: true })] };

  it('names a fact of which no case notices any change', () => {
    const rooted = { ...weak, pass: { any: aWorkload(), other: aWorkload({ user: { uid: 7 } }) } };
    // A uid of 0 is noticed by the passing cases: so they are enough.
    expect(problems(judged, rooted, { mutate: true })).toEqual([]);
    const idle = defineControl({
      ...words,
      id: 'acme-idle',
      subject: workloadKind,
      check: (w) => w.state.length > 0 && !w.privileged,
    });
    expect(problems(idle, weak, { mutate: true })).toEqual([
      'No case notices any change of /state, which the control reads.',
    ]);
    expect(problems(idle, weak)).toEqual([]);
  });

  it('takes a reason for one, as long as it is needed', () => {
    const unnoticed = { '/privileged': 'reason', '/labels': 'reason' };
    expect(problems(judged, weak, { mutate: true, unnoticed })).toEqual([
      '/privileged is declared as noticed by no case, but one notices it.',
      '/labels is declared as noticed by no case, but the control never reads it.',
    ]);
  });

  it('names a fact that only a message shows, until a case states the message', () => {
    const named = defineControl({
      ...words,
      id: 'acme-named',
      subject: workloadKind,
      check: (w) => !w.privileged || fail({ en: w.image.reference, zh: w.image.reference }),
    });
    const subject = aWorkload({ privileged: true });
    const options = { mutate: true } as const;
    expect(problems(named, { pass: [aWorkload()], fail: [subject] }, options)).toHaveLength(1);
    const told = { subject, message: /^nginx:/ };
    expect(problems(named, { pass: [aWorkload()], fail: [told] }, options)).toEqual([]);
  });

  it('names a value that the kind allows and the check breaks on', () => {
    const fragile = defineControl({
      ...words,
      id: 'acme-fragile',
      subject: workloadKind,
      // As an author with a cast would write it.
      check: (w) => (w.image.tag as string).length < 20 && !w.privileged,
    });
    const [problem, ...others] = problems(
      fragile,
      { pass: [aWorkload()], fail: [aWorkload({ privileged: true })] },
      { mutate: true, unnoticed: { '/image/tag': 'short enough, whatever it is' } },
    );
    expect(problem).toMatch(
      /^The check breaks on another value of \/image\/tag: The check threw TypeError/,
    );
    expect(others).toEqual([]);
  });
});

describe('a kind of one’s own', () => {
  const kind = defineSubject({
    kind: 'registry',
    label: { en: 'Registry', zh: '镜像仓库' },
    schema: z.object({ users: z.array(z.object({ name: z.string(), admin: z.boolean() })) }),
  });
  const registry = subjectBuilder(kind, { users: [{ name: 'ci', admin: false }] });
  const control = defineControl({
    ...words,
    id: 'acme-registry',
    subject: kind,
    check: (r) => r.users.every(({ admin }) => !admin),
  });

  it('is tested as the built-in ones are', () => {
    const users = [{ name: 'ann', admin: true }];
    const done = testControl(
      control,
      {
        pass: [registry()],
        fail: [registry({ users })],
        unknown: [registry({}, { denied: [''] })],
      },
      { mutate: true },
    );
    expect(done.mutation?.read).toEqual(['/users', '/users/*/admin']);
    expect(done.denials).toBe(2);
  });
});
