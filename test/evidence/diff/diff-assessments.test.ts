import { describe, expect, it } from 'vitest';
import { diffAssessments } from '../../src/evidence/diff.ts';
import { sampleAssessment, sampleWorkloads } from '../fixtures/assessment.ts';

const before = sampleAssessment();
const only = (control: string, keep: boolean) => ({
  ...before,
  catalog: {
    ...before.catalog,
    controls: before.catalog.controls.filter(({ id }) => (id === control) === keep),
  },
  findings: before.findings.filter(({ controlId }) => (controlId === control) === keep),
});
const causesOf = (after: typeof before, from = before) =>
  new Set(diffAssessments(from, after).findings.flatMap(({ causes }) => causes));

describe('the difference between two assessments', () => {
  it('is nothing between an assessment and itself', () => {
    expect(diffAssessments(before, before)).toEqual({
      subjects: { appeared: [], gone: [] },
      catalog: { added: [], removed: [], changed: false },
      parameters: [],
      waivers: [],
      findings: [],
    });
  });

  it('says that a fact of the host changed', () => {
    const [web, ...others] = sampleWorkloads;
    const after = sampleAssessment([{ ...web, name: 'web-1', privileged: true }, ...others]);
    expect(diffAssessments(before, after).findings).toMatchObject([
      { control: 'sample-privileged', before: 'pass', after: 'fail', causes: ['facts'] },
    ]);
  });

  it('says that a control was added, and removed', () => {
    const without = only('sample-privileged', false);
    expect(diffAssessments(without, before).catalog.added).toEqual(['sample-privileged']);
    expect(causesOf(before, without)).toEqual(new Set(['catalog']));
    expect(diffAssessments(before, without).catalog.removed).toEqual(['sample-privileged']);
  });

  it('says that a subject appeared, and went', () => {
    const more = sampleAssessment([...sampleWorkloads, { name: 'web-2' }]);
    const difference = diffAssessments(before, more);
    expect(difference.subjects.appeared.map(({ name }) => name)).toEqual(['web-2']);
    expect(causesOf(more)).toEqual(new Set(['subject-appeared']));
    expect(causesOf(before, more)).toEqual(new Set(['subject-gone']));
  });

  it('says that a waiver was removed', () => {
    const after = sampleAssessment(sampleWorkloads, { waivers: [] });
    expect(diffAssessments(before, after).waivers.map(({ change }) => change)).toEqual([
      'removed',
      'removed',
      'removed',
    ]);
    expect(causesOf(after)).toEqual(new Set(['waiver']));
  });

  it('says that a parameter changed', () => {
    const controls = before.catalog.controls.map((each) =>
      each.id === 'sample-memory-limit' ? { ...each, params: { maxBytes: 1 } } : each,
    );
    const findings = before.findings.map((each) =>
      each.controlId === 'sample-memory-limit' && each.status === 'pass'
        ? { ...each, status: 'fail' as const }
        : each,
    );
    const after = { ...before, findings, catalog: { ...before.catalog, controls } };
    expect(causesOf(after)).toEqual(new Set(['parameters']));
  });
});
