import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { findingStatuses } from '../../src/core/assessment/finding-status.ts';
import { limitAssessment } from '../../src/core/assessment/limit-assessment.ts';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { frameworkKey } from '../../src/core/frameworks/framework-key.ts';
import { requirementStatuses } from '../../src/core/frameworks/rollup.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';

const sample = sampleAssessment();

const refusalOf = (input: unknown): unknown => {
  try {
    parseAssessment(input);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('an assessment that was changed by hand', () => {
  it('is refused wherever the status of one finding is another, and the figures it breaks are named', () => {
    const others = sample.findings.flatMap((found, at) =>
      findingStatuses.flatMap((other) => (other === found.status ? [] : [{ at, found, other }])),
    );
    expect(others.length).toBeGreaterThan(50);
    for (const { at, found, other } of others) {
      const file = { ...sample, findings: sample.findings.with(at, { ...found, status: other }) };
      expect(refusalOf(file)).toMatchObject({
        code: 'assessment-invalid',
        message: expect.stringMatching(
          /tally\.\w+: says \d+, and its findings come to \d+/,
        ) as string,
      });
    }
  });

  it('is refused wherever a requirement has another status', () => {
    const [framework] = sample.frameworks;
    expect(framework?.requirements.length).toBeGreaterThan(0);
    for (const [at, requirement] of (framework?.requirements ?? []).entries()) {
      for (const status of requirementStatuses) {
        if (status === requirement.status || !framework) continue;
        const requirements = framework.requirements.with(at, { ...requirement, status });
        const file = {
          ...sample,
          frameworks: sample.frameworks.with(0, { ...framework, requirements }),
        };
        expect(refusalOf(file)).toMatchObject({
          message: expect.stringContaining(`requirements[${at}].status: says ${status}`) as string,
        });
      }
    }
  });

  const { catalog, findings, frameworks, summary } = sample;
  const [control, ...controls] = catalog.controls;
  const [framework, ...others] = frameworks;
  const [finding, ...rest] = findings;
  it.each<[string, object]>([
    ['summary.findings', { summary: { ...summary, findings: 0 } }],
    ['summary.tally.fail', { summary: { ...summary, tally: { ...summary.tally, fail: 0 } } }],
    [
      'summary.failures.low',
      { summary: { ...summary, failures: { ...summary.failures, low: 99 } } },
    ],
    [
      'catalog.controls[0].tally.pass',
      {
        catalog: {
          ...catalog,
          controls: [{ ...control, tally: { ...control?.tally, pass: 99 } }, ...controls],
        },
      },
    ],
    [
      'frameworks[0].summary.satisfied',
      {
        frameworks: [
          { ...framework, summary: { ...framework?.summary, satisfied: 99 } },
          ...others,
        ],
      },
    ],
    ['summary.findings', { findings: rest }],
    [
      'findings[0].controlId: no control',
      { findings: [{ ...finding, controlId: 'none' }, ...rest] },
    ],
  ])('is refused for %s', (place, changed) => {
    expect(refusalOf({ ...sample, ...changed })).toMatchObject({
      message: expect.stringContaining(place) as string,
    });
  });
});

describe('an assessment that is limited to a framework', () => {
  it('is refused all the same where a requirement has another status than its controls give', () => {
    const [framework] = sample.frameworks;
    const limited = limitAssessment(sample, {
      frameworks: [frameworkKey(framework ?? { id: '' })],
    });
    expect(parseAssessment(structuredClone(limited))).toStrictEqual(limited);
    const [own] = limited.frameworks;
    const at = own?.requirements.findIndex(({ status }) => status === 'not-satisfied') ?? -1;
    const requirement = own?.requirements[at];
    if (!own || !requirement) throw new Error('The sample has a failed requirement.');
    const { summary } = own;
    const forged = {
      ...own,
      requirements: own.requirements.with(at, { ...requirement, status: 'satisfied' as const }),
      summary: {
        ...summary,
        satisfied: summary.satisfied + 1,
        'not-satisfied': summary['not-satisfied'] - 1,
      },
    };
    expect(refusalOf({ ...limited, frameworks: [forged] })).toMatchObject({
      message: expect.stringContaining(
        'says satisfied, and its findings come to not-satisfied',
      ) as string,
    });
  });
});

describe('an assessment that contradicts nothing', () => {
  it.each<[string, Assessment]>([
    ['whole', sample],
    ['by control', limitAssessment(sample, { controls: ['*-*'] })],
    ['by severity', limitAssessment(sample, { severities: ['high'] })],
    ['by subject', limitAssessment(sample, { subjects: ['*1*'] })],
  ])('is read: %s', (_, assessment) => {
    expect(parseAssessment(structuredClone(assessment))).toStrictEqual(assessment);
  });
});
