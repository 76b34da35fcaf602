import { describe, expect, it } from 'vitest';
import { diffAssessments } from '../../../src/evidence/diff/diff-assessments.ts';
import { changeCauses, type ChangeCause } from '../../../src/evidence/diff/cause.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { sampleAssessment, sampleWorkloads } from '../../fixtures/assessment.ts';

const before = sampleAssessment();
const [web, ...others] = sampleWorkloads;
const only = (control: string, keep: boolean): Assessment => ({
  ...before,
  catalog: {
    ...before.catalog,
    controls: before.catalog.controls.filter(({ id }) => (id === control) === keep),
  },
  findings: before.findings.filter(({ controlId }) => (controlId === control) === keep),
});
const causesOf = (after: Assessment, from = before) =>
  new Set(diffAssessments(from, after).findings.flatMap(({ causes }) => causes));
/** The sample under other ids, as when every container was made anew. */
const anew = (of: Assessment, workload: string): Assessment => {
  const old = of.findings.find(({ subject }) => subject.name === workload)?.subject.id ?? '';
  // A text that was an assessment stays one.
  return JSON.parse(JSON.stringify(of).replaceAll(old, 'f'.repeat(64))) as Assessment;
};
const mapFindings = (
  of: Assessment,
  change: (finding: Assessment['findings'][number]) => Assessment['findings'][number],
): Assessment => ({ ...of, findings: of.findings.map(change) });

describe('the difference between two assessments', () => {
  it('is nothing between an assessment and itself', () => {
    const { collectedAt, ...rest } = diffAssessments(before, before);
    expect(collectedAt).toEqual({ before: before.collectedAt, after: before.collectedAt });
    expect(rest).toEqual({
      scope: null,
      targets: { appeared: [], gone: [] },
      subjects: { appeared: [], gone: [], recreated: [] },
      catalog: { added: [], removed: [], severities: [], catalog: null, tool: null },
      parameters: [],
      waivers: [],
      findings: [],
      frameworks: { added: [], removed: [], requirements: [] },
    });
  });

  it('says which fact of the host changed, where it was read, and what follows for a requirement', () => {
    const from = sampleAssessment([{ name: 'web-1' }]);
    const after = sampleAssessment([{ name: 'web-1', privileged: true }]);
    const { findings, frameworks } = diffAssessments(from, after);
    const source = { kind: 'api', pointer: '/HostConfig/Privileged' };
    expect(findings).toMatchObject([
      {
        control: 'sample-privileged',
        before: 'pass',
        after: 'fail',
        causes: ['facts'],
        facts: [
          {
            path: '/privileged',
            change: 'value',
            before: { value: false, source },
            after: { value: true, source },
          },
        ],
      },
    ]);
    expect(frameworks.requirements).toMatchObject([
      { requirement: '1.1', after: 'not-satisfied', controls: ['sample-privileged'] },
    ]);
    expect(frameworks.requirements[0]?.causes).toEqual(['facts']);
  });

  it('says that a fact could be read no longer, and again', () => {
    const after = mapFindings(before, (each) =>
      each.controlId === 'sample-privileged' && each.status === 'pass'
        ? {
            ...each,
            status: 'unknown',
            observations: each.observations.map((of) => ({
              ...of,
              value: null,
              gap: 'denied: no',
            })),
          }
        : each,
    );
    const lost = diffAssessments(before, after).findings[0];
    expect(lost).toMatchObject({ causes: ['access'], facts: [{ change: 'unreadable' }] });
    const found = diffAssessments(after, before).findings[0];
    expect(found).toMatchObject({ causes: ['access'], facts: [{ change: 'readable' }] });
  });

  it('does not take a list that could not be read for subjects that went', () => {
    const target = before.targets[0]?.id ?? '';
    const after = {
      ...sampleAssessment(sampleWorkloads.slice(0, -1)),
      gaps: [{ target, kind: 'workload', reason: 'timeout' as const, detail: 'no answer' }],
    };
    const { subjects } = diffAssessments(before, after);
    expect(subjects).toMatchObject({ gone: [], recreated: [] });
    expect(causesOf(after)).toEqual(new Set(['access']));
  });

  it('says that a control was added, removed, and rated otherwise', () => {
    const without = only('sample-privileged', false);
    expect(diffAssessments(without, before).catalog.added).toEqual(['sample-privileged']);
    expect(causesOf(before, without)).toEqual(new Set(['catalog']));
    expect(diffAssessments(before, without).catalog.removed).toEqual(['sample-privileged']);
    const controls = before.catalog.controls.map((each) =>
      each.id === 'sample-memory-limit' ? { ...each, severity: 'critical' as const } : each,
    );
    const rated = { ...before, catalog: { ...before.catalog, controls } };
    expect(diffAssessments(before, rated).catalog.severities).toMatchObject([
      { control: 'sample-memory-limit', before: 'high', after: 'critical' },
    ]);
  });

  it('says that a subject appeared, and went', () => {
    const more = sampleAssessment([...sampleWorkloads, { name: 'web-2' }]);
    const difference = diffAssessments(before, more);
    expect(difference.subjects.appeared.map(({ name }) => name)).toEqual(['web-2']);
    expect(causesOf(more)).toEqual(new Set(['subject-appeared']));
    expect(causesOf(before, more)).toEqual(new Set(['subject-gone']));
  });

  it('knows a container that was made anew by its name, and by its Compose service before that', () => {
    const after = anew(before, 'web-1');
    expect(diffAssessments(before, after)).toMatchObject({
      subjects: { appeared: [], gone: [], recreated: [{ matched: 'name', otherImage: null }] },
      findings: [],
    });
    const { recreated } = diffAssessments(before, anew(before, 'payments-api')).subjects;
    expect(recreated).toMatchObject([{ matched: 'compose', after: { name: 'payments-api' } }]);
  });

  it('does not take another project for the same because of its name', () => {
    const project = (name: string) => sampleAssessment([{ name: 'db', project: name }]);
    const { subjects } = diffAssessments(project('shop'), anew(project('bank'), 'db'));
    expect(subjects.recreated).toEqual([]);
    expect([subjects.appeared.length, subjects.gone.length]).toEqual([1, 1]);
  });

  it('puts what is otherwise of a container that was made anew under that', () => {
    const after = anew(
      sampleAssessment([{ ...web, name: 'web-1', privileged: true }, ...others]),
      'web-1',
    );
    const { findings } = diffAssessments(before, after);
    expect(findings).toMatchObject([
      { causes: ['recreated'], facts: [{ path: '/privileged', change: 'value' }] },
    ]);
  });

  it('says that a target appeared, and went', () => {
    // A text that was an assessment stays one.
    const after = JSON.parse(
      JSON.stringify(before).replaceAll('unix:///run/test.sock', 'tcp://other:2376'),
    ) as Assessment;
    const difference = diffAssessments(before, after);
    expect(difference.targets).toEqual({
      appeared: ['tcp://other:2376'],
      gone: ['unix:///run/test.sock'],
    });
    expect(difference.subjects).toEqual({ appeared: [], gone: [], recreated: [] });
    expect([...causesOf(after)]).toContain('target-appeared');
  });

  it('says that a waiver was removed, added and edited', () => {
    const none = sampleAssessment(sampleWorkloads, { waivers: [] });
    const changes = (a: Assessment, b: Assessment) =>
      diffAssessments(a, b).waivers.map(({ change }) => change);
    expect(changes(before, none)).toEqual(['removed', 'removed', 'removed']);
    expect(changes(none, before)).toEqual(['added', 'added', 'added']);
    expect(causesOf(none)).toEqual(new Set(['waiver']));
    const waivers = before.waivers.map(({ waiver }, at) =>
      at === 0 ? { ...waiver, until: '2027-12-31' } : waiver,
    );
    const edited = sampleAssessment(sampleWorkloads, { waivers });
    expect(diffAssessments(before, edited).waivers).toMatchObject([
      { change: 'edited', fields: [{ name: 'until', before: '2026-12-31', after: '2027-12-31' }] },
    ]);
  });

  it('says that a waiver began and expired, and which finding and requirement follow', () => {
    const early = sampleAssessment(sampleWorkloads, { at: '2026-09-30' });
    const late = sampleAssessment(sampleWorkloads, { at: '2027-01-15' });
    const changes = (a: Assessment, b: Assessment) =>
      diffAssessments(a, b).waivers.map(({ change }) => change);
    expect(changes(early, before)).toEqual(['began', 'began']);
    expect(changes(before, late)).toEqual(['expired']);
    const { findings } = diffAssessments(before, late);
    expect(findings).toMatchObject([
      { control: 'sample-privileged', before: 'waived', after: 'fail', causes: ['waiver'] },
    ]);
  });

  it('says that a waiver is longer than the policy allows now', () => {
    const limited = sampleAssessment(sampleWorkloads, { waiverLimits: { critical: 30 } });
    expect(diffAssessments(before, limited).waivers).toMatchObject([{ change: 'limited' }]);
  });

  it('says that a parameter changed, and who set it', () => {
    const controls = before.catalog.controls.map((each) =>
      each.id === 'sample-memory-limit' ? { ...each, params: { maxBytes: 1 } } : each,
    );
    const lineage = [
      {
        control: 'sample-memory-limit',
        change: 'tailored' as const,
        reason: 'small',
        by: 'Li Wei',
        catalog: 'acme',
      },
    ];
    const after = mapFindings(
      { ...before, catalog: { ...before.catalog, controls, lineage } },
      (each) =>
        each.controlId === 'sample-memory-limit' && each.status === 'pass'
          ? { ...each, status: 'fail' }
          : each,
    );
    expect(causesOf(after)).toEqual(new Set(['parameters']));
    expect(diffAssessments(before, after).parameters).toMatchObject([
      { name: 'maxBytes', after: 1, tailored: { by: 'Li Wei' } },
    ]);
  });

  it('blames the day only where a day passed, and nothing that was recorded where none did', () => {
    expect(causesOf(turned())).toEqual(new Set(['unexplained']));
    const later = { ...turned(), collectedAt: '2026-12-01T12:00:00Z' };
    expect(causesOf(later)).toEqual(new Set(['time']));
  });

  it('says that a person attested something no longer', () => {
    const after = sampleAssessment(sampleWorkloads, { attestations: [] });
    expect(diffAssessments(before, after).frameworks.requirements).toMatchObject([
      { requirement: '2.2', before: 'attested', causes: ['statement'], controls: [] },
    ]);
  });

  it('blames the day for a pass whose evidence holds no longer, and whoever set the period', () => {
    const holding = (days: number): Assessment => ({
      ...before,
      catalog: {
        ...before.catalog,
        controls: before.catalog.controls.map((each) =>
          each.id === 'sample-privileged' ? { ...each, holds: days } : each,
        ),
      },
    });
    const lapse = (of: Assessment): Assessment =>
      mapFindings(of, (each) =>
        each.controlId === 'sample-privileged' ? { ...each, stale: true } : each,
      );
    const [fresh, stale] = [holding(30), { ...lapse(holding(30)), at: '2027-03-01' }];
    const { findings } = diffAssessments(fresh, stale);
    expect(findings.length).toBeGreaterThan(0);
    for (const each of findings) {
      expect(each).toMatchObject({ before: 'pass', after: 'stale', causes: ['time'] });
    }
    expect(diffAssessments(stale, fresh).findings[0]).toMatchObject({
      before: 'stale',
      after: 'pass',
      causes: ['time'],
    });
    expect(causesOf(lapse(holding(1)), fresh)).toEqual(new Set(['parameters']));
  });
});

/** An assessment and a later one in which something is otherwise for this reason, and for no other. */
const cases = {
  facts: () => [before, sampleAssessment([{ ...web, name: 'web-1', privileged: true }, ...others])],
  access: () => [
    before,
    mapFindings(before, (each) =>
      each.status === 'pass' && each.controlId === 'sample-privileged'
        ? {
            ...each,
            status: 'unknown' as const,
            observations: each.observations.map((of) => ({
              ...of,
              value: null,
              gap: 'denied: no',
            })),
          }
        : each,
    ),
  ],
  recreated: () => [
    before,
    anew(sampleAssessment([{ ...web, name: 'web-1', privileged: true }, ...others]), 'web-1'),
  ],
  'subject-appeared': () => [before, sampleAssessment([...sampleWorkloads, { name: 'web-2' }])],
  'subject-gone': () => [sampleAssessment([...sampleWorkloads, { name: 'web-2' }]), before],
  'target-appeared': () => [withoutTarget(), withTarget()],
  'target-gone': () => [withTarget(), withoutTarget()],
  scope: () => [before, outside('web-1')],
  parameters: () => {
    const turned = mapFindings(before, (each) =>
      each.controlId === 'sample-memory-limit' && each.status === 'pass'
        ? { ...each, status: 'fail' }
        : each,
    );
    const controls = before.catalog.controls.map((each) =>
      each.id === 'sample-memory-limit' ? { ...each, params: { maxBytes: 1 } } : each,
    );
    return [before, { ...turned, catalog: { ...before.catalog, controls } }];
  },
  catalog: () => [only('sample-privileged', false), before],
  waiver: () => [before, sampleAssessment(sampleWorkloads, { waivers: [] })],
  statement: () => [before, sampleAssessment(sampleWorkloads, { attestations: [] })],
  time: () => [before, { ...turned(), collectedAt: '2026-12-01T12:00:00Z' }],
  unexplained: () => [before, turned()],
} satisfies Record<ChangeCause, () => readonly [Assessment, Assessment]>;

/** The sample with other statuses, and no reason for them. */
const turned = (): Assessment =>
  mapFindings(before, (each) =>
    each.controlId === 'sample-read-only-root' && each.status === 'pass'
      ? { ...each, status: 'error' }
      : each,
  );

/** The sample with what it says of single subjects alone, and the same where its target was not read. */
const withTarget = (): Assessment => ({
  ...before,
  findings: before.findings.filter(({ subject }) => subject.id !== '*'),
  frameworks: [],
});
const withoutTarget = (): Assessment => ({ ...withTarget(), targets: [], findings: [] });

/** The sample with this workload outside the system under assessment. */
function outside(name: string): Assessment {
  const subject = before.findings.find((each) => each.subject.name === name)?.subject;
  if (!subject) throw new Error(name);
  return {
    ...before,
    findings: before.findings.filter((each) => each.subject.id !== subject.id),
    system: {
      name: 'payments',
      scope: 'The payment service.',
      outside: [{ subject, reason: 'workload' }],
    },
  };
}

describe('each cause of a change', () => {
  it.each(changeCauses)('is named where it is the only one: %s', (cause) => {
    const [from, to] = cases[cause]();
    const { findings, frameworks } = diffAssessments(from, to);
    const causes = [...findings, ...frameworks.requirements].flatMap((each) => each.causes);
    expect(new Set(causes)).toEqual(new Set([cause]));
  });
});
