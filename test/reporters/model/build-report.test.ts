import { describe, expect, it } from 'vitest';
import type { Assessment, FrameworkResult } from '../../../src/core/assessment/assessment.ts';
import { text } from '../../../src/core/text.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import type { Report } from '../../../src/reporters/model/report.ts';
import { standings } from '../../../src/reporters/model/standing.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { sampleFramework, sampleWords } from '../../fixtures/sample-framework.ts';

const assessment = sampleAssessment();
const options = { language: 'en', frameworkId: sampleFramework.id } as const;
const report = buildReport(assessment, options);
// The sample has one framework.
const framework = assessment.frameworks[0] as FrameworkResult;

const countOf = (of: Report, standing: string): number =>
  of.result.findings.find((each) => each.standing === standing)?.count ?? -1;

describe('the figures of a report', () => {
  const { tally, failures } = assessment.summary;

  it('are those of the assessment', () => {
    expect(countOf(report, 'pass')).toBe(tally.pass);
    expect(countOf(report, 'fail')).toBe(tally.fail);
    expect(countOf(report, 'waived')).toBe(tally.waived - tally.compensated);
    expect(countOf(report, 'compensated')).toBe(tally.compensated);
    expect(countOf(report, 'unknown')).toBe(tally.unknown);
    expect(countOf(report, 'error')).toBe(tally.error);
    expect(countOf(report, 'not-applicable')).toBe(tally.notApplicable);
    expect(countOf(report, 'manual')).toBe(tally.manual);
    expect(report.result.failures.map(({ severity, count }) => [severity, count])).toEqual(
      Object.entries(failures),
    );
  });

  it('have a denominator that they add up to', () => {
    for (const { of } of report.result.findings) expect(of).toBe(assessment.summary.findings);
    const sum = report.result.findings.reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(assessment.summary.findings);
  });

  it('have every status in the sample', () => {
    // What holds no longer is in test/core/freshness.test.ts.
    expect(standings.filter((standing) => countOf(report, standing) === 0)).toEqual(['stale']);
  });

  it('count requirements by the word of the standard, which may gather several of our statuses', () => {
    const words = buildReport(assessment, { ...options, words: sampleWords }).result.requirements;
    const { summary } = framework;
    const notTested = words?.find(({ label }) => label === 'Not Tested');
    expect(notTested?.count).toBe(
      summary.undetermined + summary.supported + summary['context-only'] + summary['not-assessed'],
    );
    expect(notTested?.rules.map(({ label }) => label)).toEqual([
      'Undetermined',
      'Supported, more evidence needed',
      'Context only',
      'Not assessed',
    ]);
    const total = words?.reduce((all, { count }) => all + count, 0);
    expect(total).toBe(Object.values(summary).reduce((all, count) => all + count, 0));
  });

  it('tell how many subjects were read of those that were there', () => {
    expect(report.result.read).toEqual({ count: 7, of: 8 });
    const workloads = report.scope.population[0]?.kinds.find(({ kind }) => kind === 'Workload');
    expect(workloads).toEqual({ kind: 'Workload', existed: 7, read: 5, vanished: 1, unread: 1 });
    expect(report.scope.population[0]?.gone).toEqual([
      { kind: 'Workload', name: 'fleeting', id: 'f1ee7' },
    ]);
    expect(report.scope.population[0]?.empty).toContain('Swarm');
  });
});

describe('what failed', () => {
  it('comes worst first, by control, and without what was accepted', () => {
    expect(report.failures.map(({ label, count }) => [label, count])).toEqual([
      ['Critical', 2],
      ['High', 3],
      ['Medium', 1],
    ]);
    const [critical] = report.failures;
    expect(critical?.controls.map(({ control }) => control.id)).toEqual([
      'sample-privileged',
      'sample-engine-socket',
    ]);
    const names = critical?.controls[0]?.findings.map(({ name }) => name);
    expect(names).toEqual(['支付网关']);
  });

  it('shows what was seen, and where', () => {
    const finding = report.failures[0]?.controls[0]?.findings[0];
    expect(finding?.message).toBe('It runs with --privileged.');
    expect(finding?.observations).toEqual([
      {
        path: '/privileged',
        value: 'true',
        source: 'GET /containers/000300030003…/json → /HostConfig/Privileged',
        way: 'api',
        gap: false,
      },
    ]);
  });
});

describe('what was not seen', () => {
  it('names the lists that could not be read, in words', () => {
    expect(report.unseen.lists).toEqual([
      {
        target: 'docker 29.1.0 on build-07',
        kind: 'Secret',
        reason: 'not available',
        detail: '503: This node is not a swarm manager.',
        source: 'GET /secrets',
      },
    ]);
    expect(report.unseen.factGaps).toBe(1);
  });

  it('holds every finding that was left undecided, with the gap as its evidence', () => {
    const [undecided, broken] = [report.unseen.controls, report.unseen.errors].map((of) =>
      of.flatMap(({ findings }) => findings),
    );
    expect(broken?.map(({ standing }) => standing)).toEqual(['error']);
    expect(undecided?.map(({ standing }) => standing)).toEqual(['unknown']);
    expect(undecided?.[0]?.observations).toEqual([
      {
        path: '/logLevel',
        value: 'not read: permission denied (EACCES: permission denied, open /proc/812/cmdline)',
        source: '/proc/812/cmdline',
        way: 'kernel',
        gap: true,
        missing: 'permission denied (EACCES: permission denied, open /proc/812/cmdline)',
      },
    ]);
  });
});

describe('who accepted what', () => {
  it('lists every waiver with the failures it accepts, those without any as well', () => {
    expect(
      report.waivers.map(({ state, accepts, findings }) => [state, accepts, findings.length]),
    ).toEqual([
      ['live', 1, 1],
      ['live', 2, 2],
      ['expired', 0, 0],
    ]);
    const [first] = report.waivers;
    expect(first).toMatchObject({
      approver: '陈静',
      ticket: 'SEC-1204',
      scope: ['name: ci-runner'],
    });
    expect(first?.findings[0]).toMatchObject({
      name: 'ci-runner',
      standing: 'compensated',
      waiver: 1,
    });
  });
});

describe('what is needed', () => {
  it('asks the questions that only a person can answer', () => {
    expect(report.needs.questions.map(({ control }) => control.id)).toEqual([
      'sample-host-partition',
    ]);
    expect(report.needs.questions[0]?.findings[0]?.message).toMatch(/^Who approves logins/);
  });

  it('lists every requirement that is open, by what it asks for', () => {
    const open = report.needs.requirements.map(({ entries }) => entries.map(({ id }) => id));
    expect(open).toEqual([['2.1'], ['1.7'], ['2.3'], ['1.4'], ['2.4']]);
  });
});

describe('the requirements', () => {
  const find = (id: string) => report.requirements.find((each) => each.id === id);

  it('stand in the order and depth of the standard', () => {
    expect(report.requirements.map(({ id }) => id)).toEqual(
      sampleFramework.requirements.map(({ id }) => id),
    );
    expect(find('1')).toMatchObject({ depth: 0, group: true });
    expect(find('1.1')).toMatchObject({ depth: 1, group: false, tone: 'bad' });
  });

  it('say which ids were not verified', () => {
    expect(find('1.5')?.verified).toBe(false);
    expect(report.scope.notices).toEqual([
      'This edition was retired on 31 December 2018.',
      'Superseded by sample-standard-2.0.',
      'The ids of 1 of 13 requirements were not verified at their source; they are marked †.',
    ]);
  });

  it('come with what the framework has its readers know', () => {
    const notes = [text('Its numbers are our own.', '编号为自编。')];
    const noted: Assessment = { ...assessment, frameworks: [{ ...framework, notes }] };
    expect(buildReport(noted, options).scope.notices).toContain('Its numbers are our own.');
  });

  it('carry the statement that stands for them', () => {
    expect(find('2.2')?.attestation?.person).toBe('Zhao Min, Head of security operations');
  });

  it('survive a circle of parents in a damaged file', () => {
    const requirements = framework.requirements.map((each) =>
      each.id === '1' ? { ...each, parent: '1.1' } : each,
    );
    const damaged: Assessment = { ...assessment, frameworks: [{ ...framework, requirements }] };
    expect(buildReport(damaged, options).requirements).toHaveLength(requirements.length);
  });
});

describe('every subject', () => {
  it('stands in the inventory once, with all that was said of it', () => {
    const subjects = report.subjects.flatMap(({ kinds }) => kinds.flatMap((each) => each.subjects));
    expect(subjects).toHaveLength(7);
    const said = subjects.flatMap(({ tally }) => tally.map(({ count }) => count));
    // One finding is of no subject: there is no swarm.
    expect(said.reduce((all, count) => all + count, 0)).toBe(assessment.summary.findings - 1);
  });
});

describe('every finding', () => {
  it('stands below its control under the number of its place in the assessment', () => {
    const numbers = report.controls.flatMap(({ findings }) => findings.map(({ number }) => number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(assessment.findings.map((_, at) => at + 1));
  });
});

describe('the language', () => {
  const zh = buildReport(assessment, { ...options, language: 'zh' });

  it('is that of all words, and evidence stays as it was read', () => {
    expect(zh).toMatchObject({ title: '容器平台安全评估证据报告', subtitle: '示例标准 1.0' });
    expect(zh.collected).toBe('2026年11月24日 12:00（UTC）');
    expect(zh.failures[0]?.label).toBe('严重');
    expect(zh.unseen.controls[0]?.findings[0]?.observations[0]?.value).toBe(
      '未读取：权限不足（EACCES: permission denied, open /proc/812/cmdline）',
    );
  });
});

describe('a report without a framework', () => {
  const plain = buildReport(assessment, { language: 'en' });

  it('has no requirements, and all else', () => {
    expect(plain.requirements).toEqual([]);
    expect(plain.result.requirements).toBeUndefined();
    expect(plain.scope.framework).toBeUndefined();
    expect(plain.failures).toEqual(report.failures);
  });
});

describe('a framework that the assessment does not have', () => {
  const failure = (of: Assessment): unknown => {
    try {
      return buildReport(of, { ...options, frameworkId: 'cis-docker-9' });
    } catch (error) {
      return error;
    }
  };

  it('is an error that names those it has', () => {
    expect(failure(assessment)).toMatchObject({
      code: 'framework-unknown',
      hint: 'The assessment was made against: sample-standard-1.0.',
    });
    expect(failure({ ...assessment, frameworks: [] })).toMatchObject({
      code: 'framework-unknown',
      hint: 'Assess again with: plimsoll assess snapshot.json --framework ID',
    });
  });
});
