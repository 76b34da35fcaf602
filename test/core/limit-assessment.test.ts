import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { selectFrameworks } from '../../src/frameworks.ts';
import {
  assess,
  builtin,
  parseAssessment,
  parseSnapshot,
  type Assessment,
} from '../../src/index.ts';
import { limitAssessment } from '../../src/report.ts';
import { assessmentJson } from '../../src/core/assessment/assessment-json.ts';

const recorded = parseSnapshot(
  JSON.parse(
    readFileSync(new URL('../../examples/recorded/snapshot.json', import.meta.url), 'utf8'),
  ),
);
const frameworks = await selectFrameworks(['cis-docker-1.8.0@1']);
const until = { from: '2026-11-01', until: '2026-12-31' };
const waiver = {
  control: 'workload-not-privileged',
  scope: { name: 'ci-runner' },
  reason: 'It builds images.',
  owner: 'J. Doe',
  approver: 'M. Mustermann',
  ...until,
};
const whole = assess(recorded, { catalog: builtin, frameworks, waivers: [waiver] });
const failed = ({ findings }: Pick<Assessment, 'findings'>) =>
  findings.filter((each) => each.status === 'fail' && each.waiver === undefined).length;

describe('an assessment limited to a scope', () => {
  const key = 'cis-docker-1.8.0@1';
  const live = new Set(
    whole.frameworks[0]?.requirements.flatMap(({ controls }) =>
      controls.flatMap((each) => (each.live ? [each.id] : [])),
    ),
  );

  it('has the findings of the controls that the frameworks ask for, and counts the others', () => {
    const limited = limitAssessment(whole, { frameworks: [key] });
    expect(limited.findings).toEqual(whole.findings.filter((each) => live.has(each.controlId)));
    expect(limited.catalog.controls.map(({ id }) => id)).toEqual(
      whole.catalog.controls.map(({ id }) => id).filter((id) => live.has(id)),
    );
    expect(limited.summary.findings).toBe(limited.findings.length);
    expect(limited.summary.tally.fail).toBe(failed(limited));
    expect(limited.scope?.outside.findings).toBe(whole.findings.length - limited.findings.length);
    const outside = Object.values(limited.scope?.outside.failures ?? {});
    expect(outside.reduce((sum, each) => sum + each, 0)).toBe(failed(whole) - failed(limited));
    expect(limited.frameworks).toEqual(whole.frameworks);
  });

  it('keeps what says what was read, and what people stated', () => {
    const limited = limitAssessment(whole, { controls: ['image-*'] });
    for (const part of ['targets', 'population', 'gaps', 'factGaps', 'waivers'] as const) {
      expect(limited[part]).toEqual(whole[part]);
    }
    expect(limited.waivers).toMatchObject([{ state: 'live', accepts: 1 }]);
  });

  it('is what its parts leave, all of them', () => {
    const limited = limitAssessment(whole, {
      controls: ['workload-no-*', 'workload-not-privileged'],
      severities: ['critical'],
      subjects: ['ci-*', 'shop-web'],
    });
    const kept = new Set(
      limited.findings.map(({ severity, subject }) => `${severity} ${subject.name}`),
    );
    expect(kept).toEqual(new Set(['critical ci-runner', 'critical shop-web']));
    expect(limited.summary.tally.waived).toBe(1);
    expect(
      limited.catalog.controls.every(({ tally }) => tally.pass + tally.fail + tally.waived > 0),
    ).toBe(true);
  });

  it('gives the same, whether it is limited once or part by part', () => {
    const once = limitAssessment(whole, { frameworks: [key], severities: ['high'] });
    const twice = limitAssessment(limitAssessment(whole, { severities: ['high'] }), {
      frameworks: [key],
    });
    expect(twice.findings).toEqual(once.findings);
    expect(twice.summary).toEqual(once.summary);
    expect(twice.scope?.outside.findings).toBe(once.scope?.outside.findings);
    expect(twice.scope?.outside.failures).toEqual(once.scope?.outside.failures);
  });

  it('holds a list that could not be read to what was asked: a named subject may be in it', () => {
    const gap = { target: 'host:/', kind: 'host', reason: 'denied' as const, detail: 'no' };
    const hidden = assess(
      {
        ...recorded,
        subjects: recorded.subjects.filter(({ kind }) => kind !== 'host'),
        gaps: [gap],
      },
      { catalog: builtin },
    );
    const { findings } = limitAssessment(hidden, { subjects: ['quay-1'] });
    expect(findings.filter(({ subject }) => subject.kind === 'host')).not.toEqual([]);
    expect(
      findings.every(({ subject, status }) => subject.id !== '*' || status === 'unknown'),
    ).toBe(true);
  });

  it('is what assess makes of the scope, and is read back as it was', () => {
    const scope = { frameworks: [key], subjects: ['ci-runner'] };
    const made = assess(recorded, { catalog: builtin, frameworks, waivers: [waiver], scope });
    expect(made).toEqual(limitAssessment(whole, scope));
    const text = assessmentJson(made);
    expect(assessmentJson(parseAssessment(JSON.parse(text)))).toBe(text);
  });

  it('is the assessment itself where nothing is asked', () => {
    expect(limitAssessment(whole, {})).toBe(whole);
  });
});
