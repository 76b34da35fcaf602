import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { volume } from '../../src/core/subjects/volume.ts';
import { workload } from '../../src/core/subjects/workload/workload.ts';
import { outsideReasonOf, systemSchema, type SystemScope } from '../../src/core/snapshot/system.ts';
import { snapshotOf, subjectOf, target, tool } from '../support/judge.ts';

const system: SystemScope = { name: 'Payments', scope: 'All that touches cards.' };

const web = subjectOf('workload', {
  labels: { tier: 'web', pci: 'true' },
  compose: { project: 'shop', service: 'web' },
  service: null,
});

describe('what belongs to a system', () => {
  const cases: readonly [string, Partial<SystemScope>, string | undefined][] = [
    ['everything where nothing is named', {}, undefined],
    ['what its target has', { targets: [target] }, undefined],
    ['not what another target has', { targets: ['unix:///other.sock'] }, 'target'],
    ['a workload with its label', { labels: { pci: 'true' } }, undefined],
    ['not one with another value of it', { labels: { pci: 'false' } }, 'workload'],
    ['not one that lacks one of two labels', { labels: { pci: 'true', x: 'y' } }, 'workload'],
    ['a Compose project', { components: ['shop'] }, undefined],
    ['a Compose service', { components: ['shop/web'] }, undefined],
    ['not another service', { components: ['shop/db'] }, 'workload'],
    [
      'what is named as a component and has not the label',
      { components: ['shop'], labels: { pci: 'false' } },
      undefined,
    ],
  ];
  it.each(cases)('%s', (_, rest, expected) => {
    expect(outsideReasonOf({ ...system, ...rest }, web)).toBe(expected);
  });
  it('a Swarm service by its name', () => {
    const task = subjectOf('workload', {
      labels: {},
      compose: null,
      service: { id: 'x', name: 'pay' },
    });
    expect(outsideReasonOf({ ...system, components: ['pay'] }, task)).toBeUndefined();
    expect(outsideReasonOf({ ...system, components: ['x'] }, task)).toBe('workload');
  });
  it('a workload whose labels could not be read: what is unread puts nothing out', () => {
    const unread = subjectOf(
      'workload',
      {},
      { gaps: [{ path: '/labels', reason: 'denied', detail: 'no' }] },
    );
    expect(outsideReasonOf({ ...system, labels: { pci: 'true' } }, unread)).toBeUndefined();
  });
  it('whatever all workloads of a target share', () => {
    const shared = subjectOf('volume', { labels: {} });
    expect(outsideReasonOf({ ...system, labels: { pci: 'true' } }, shared)).toBeUndefined();
  });
  it('is never chosen by a word that every object has', () => {
    expect(outsideReasonOf({ ...system, labels: { constructor: 'x' } }, web)).toBe('workload');
  });
  it('is not named by empty lists', () => {
    const parses = (rest: object) => systemSchema.safeParse({ ...system, ...rest }).success;
    expect(parses({})).toBe(true);
    expect(parses({ targets: [] })).toBe(false);
    expect(parses({ labels: {} })).toBe(false);
    expect(parses({ components: [] })).toBe(false);
  });
});

const words = {
  severity: 'low',
  title: { en: 'Named', zh: '已命名' },
  rationale: { en: 'Because', zh: '因为' },
  remediation: { en: 'Change it', zh: '更换' },
  references: ['https://docs.docker.com/'],
  params: z.object({}),
} as const;
const catalog = defineCatalog({
  id: 'test',
  version: '1',
  controls: [
    defineControl({
      ...words,
      id: 'test-workload',
      subject: workload,
      check: (w) => !w.privileged,
    }),
    defineControl({
      ...words,
      id: 'test-volume',
      subject: volume,
      check: (v) => v.driver === 'local',
    }),
  ],
});
const container = (id: string, pci: string) =>
  subjectOf(
    'workload',
    { labels: { pci }, compose: null, service: null, privileged: true },
    { id },
  );

describe('an assessment of a system', () => {
  const judged = (rest: Partial<SystemScope>) =>
    assess(snapshotOf([container('a', 'true'), container('b', 'false')]), {
      catalog,
      tool,
      system: { ...system, ...rest },
    });

  it('judges what belongs, and lists what does not with the reason', () => {
    const assessment = judged({ labels: { pci: 'true' } });
    const of = assessment.findings.filter(({ controlId }) => controlId === 'test-workload');
    expect(of.map(({ subject, status }) => [subject.id, status])).toEqual([['a', 'fail']]);
    expect(assessment.summary.failures.low).toBe(1);
    expect(assessment.system?.outside).toMatchObject([
      { subject: { kind: 'workload', id: 'b' }, reason: 'workload' },
    ]);
  });
  it('is unknown where everything is outside, so that a mistyped scope does not read well', () => {
    const [finding] = judged({ labels: { pci: 'ture' } }).findings;
    expect(finding).toMatchObject({ controlId: 'test-workload', status: 'unknown' });
    expect(finding?.message.en).toContain('all 2 are outside');
  });
  it('is unknown of a kind that only other targets have', () => {
    const { findings } = judged({ targets: ['unix:///mistyped.sock'] });
    expect(findings.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
  });
  it('says not applicable where the system itself has none', () => {
    const other = 'unix:///other.sock';
    const elsewhere = subjectOf('volume', { driver: 'nfs' }, { target: other });
    const empty = snapshotOf([container('a', 'true')]);
    const none = assess(
      { ...empty, subjects: [...empty.subjects, elsewhere] },
      { catalog, tool, system: { ...system, targets: [target] } },
    ).findings;
    expect(none.find(({ controlId }) => controlId === 'test-volume')?.status).toBe(
      'not-applicable',
    );
  });
  it('is everything when no system is named', () => {
    const assessment = assess(snapshotOf([container('a', 'true')]), { catalog, tool });
    expect(assessment.system).toBeUndefined();
    expect(assessment.summary.failures.low).toBe(1);
  });
});
