import { describe, expect, it } from 'vitest';
import { numberExamined } from '../../../../src/reporters/document/selections/examined.ts';
import { judgeItems } from '../../../../src/reporters/document/selections/single-results.ts';
import { buildReport } from '../../../../src/reporters/model/build-report.ts';
import type { Standing } from '../../../../src/reporters/model/entries/count.ts';
import type { Report } from '../../../../src/reporters/model/report.ts';
import { sampleAssessment } from '../../../fixtures/assessment.ts';
import { sampleFramework } from '../../../fixtures/sample-framework.ts';

const report = buildReport(sampleAssessment(), {
  language: 'en',
  frameworkId: sampleFramework.id,
});

/** The sample with the findings of two controls that decide item 1.1 on one container. */
function resultOf(privileged: Standing | 'silent', user: Standing, whole = true): string {
  const standings = new Map([
    ['sample-privileged', privileged],
    ['sample-user', user],
  ]);
  const controls = report.controls.map((control) => {
    const standing = standings.get(control.id);
    if (standing === undefined) return control;
    const findings = control.findings
      .filter(({ name }) => name === 'web-1')
      .flatMap((finding) => (standing === 'silent' ? [] : [{ ...finding, standing }]));
    return { ...control, findings };
  });
  const requirements = report.requirements.map((requirement) => ({
    ...requirement,
    controls: requirement.controls.map((link) => ({
      ...link,
      shows: whole ? link.shows : ('part' as const),
    })),
  }));
  const changed: Report = { ...report, controls, requirements };
  const item = changed.requirements.find(({ id }) => id === '1.1');
  if (!item) throw new Error('no item 1.1');
  const results = judgeItems(changed, numberExamined(changed))(item);
  expect([...results.values()].flat().map(({ name }) => name)).toEqual(['web-1']);
  return [...results.keys()].join(' ');
}

describe('the result of an item for one thing', () => {
  it.each([
    ['met', 'pass', 'pass'],
    ['met', 'pass', 'not-applicable'],
    ['partly-met', 'fail', 'pass'],
    ['partly-met', 'pass', 'waived'],
    ['partly-met', 'compensated', 'pass'],
    ['not-met', 'fail', 'fail'],
    ['not-met', 'waived', 'not-applicable'],
    ['not-met', 'fail', 'unknown'],
    ['not-met', 'fail', 'stale'],
    ['not-tested', 'not-applicable', 'not-applicable'],
    ['undecided', 'pass', 'unknown'],
    ['undecided', 'error', 'pass'],
    ['undecided', 'pass', 'stale'],
    ['undecided', 'pass', 'manual'],
    ['undecided', 'silent', 'pass'],
  ] as const)('is %s for %s and %s', (wanted, privileged, user) => {
    expect(resultOf(privileged, user)).toBe(wanted);
  });

  it('is not met by controls that show a part of it', () => {
    expect(resultOf('pass', 'pass', false)).toBe('incomplete');
  });

  it('fails for something wherever the requirement does, and is open where that is', () => {
    const judge = judgeItems(report, numberExamined(report));
    for (const item of report.requirements.filter(({ group }) => !group)) {
      const results = judge(item);
      const failed = results.has('not-met') || results.has('partly-met');
      expect(failed).toBe(/^(not-satisfied|accepted-)/.test(item.status));
      if (item.status === 'undetermined') expect(results.has('undecided')).toBe(true);
      if (results.has('undecided')) expect(item.status).not.toBe('satisfied');
    }
  });
});
