import { describe, expect, it } from 'vitest';
import { gate } from '../../src/cli/scanning/gate.ts';
import { exceptions } from '../../src/controls/registry/control-periods.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';
import { extendCatalog } from '../../src/core/controls/catalog.ts';
import { expiresAt, isStale } from '../../src/core/assessment/freshness.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { renderReport } from '../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';
import { sampleCatalog } from '../fixtures/sample-controls.ts';
import { readOscal } from '../support/read-oscal.ts';

const collectedAt = '2026-11-24T12:00:00Z';

describe('how long evidence holds', () => {
  it('ends after its days, and never where nobody said', () => {
    expect(expiresAt(collectedAt, 30)).toBe('2026-12-24T12:00:00.000Z');
    expect(expiresAt(collectedAt, undefined)).toBe(undefined);
    expect(isStale(collectedAt, undefined, '2099-01-01')).toBe(false);
  });

  it.each([
    ['2026-11-24', false],
    ['2026-12-24', false],
    ['2026-12-25', true],
  ])('on %s it is stale: %s', (at, stale) => {
    expect(isStale(collectedAt, 30, at)).toBe(stale);
  });
});

describe('an assessment on a later day', () => {
  const catalog = {
    ...extendCatalog(sampleCatalog, {}),
    controls: sampleCatalog.controls.map((control) =>
      control.id === 'sample-privileged' ? { ...control, holds: 30 } : control,
    ),
  };
  const fresh = sampleAssessment(undefined, { catalog });
  const later = sampleAssessment(undefined, { catalog, at: '2027-03-01' });
  const control = (of: typeof fresh) =>
    of.catalog.controls.find(({ id }) => id === 'sample-privileged');

  it('finds old evidence stale, and says so in the report', async () => {
    expect(control(fresh)).toMatchObject({ holds: 30, stale: false });
    expect(control(later)).toMatchObject({ holds: 30, stale: true });
    expect(buildReport(fresh, { language: 'en' }).result.stale).toEqual([]);
    expect(buildReport(later, { language: 'en' }).result.stale).toHaveLength(1);
    expect(String(await renderReport('html', later, { language: 'zh' }))).toContain('证据已过期');
  });

  it('counts what was in order then as stale, in the requirements too, and a failure as a failure', async () => {
    const own = (of: typeof fresh) =>
      of.findings.filter(({ controlId }) => controlId === 'sample-privileged');
    expect(own(fresh).some(({ stale }) => stale === true)).toBe(false);
    expect(own(later).every(({ stale }) => stale === true)).toBe(true);
    const { pass, fail, waived, stale } = control(later)?.tally ?? emptyTally();
    const before = control(fresh)?.tally ?? emptyTally();
    expect(before.pass).toBeGreaterThan(0);
    expect([pass, stale]).toEqual([0, before.pass + before.notApplicable]);
    expect(fail + waived).toBe(before.fail + before.waived);
    const csv = String(await renderReport('csv', later, { language: 'en' }));
    expect(csv.match(/^Stale,/gm)).toHaveLength(stale);
    for (const language of ['en', 'zh'] as const) {
      const page = String(await renderReport('markdown', later, { language }));
      expect(page).toContain(language === 'en' ? 'judged as of' : '评估基准日');
      expect(page).toContain(language === 'en' ? 'Stale' : '证据已过期');
    }
    const hdf = String(await renderReport('hdf', later, { language: 'en' }));
    expect(hdf).toContain('"id":"sample-privileged (stale)"');
  });

  it('leaves no requirement satisfied that rests on stale evidence', () => {
    const all = {
      ...catalog,
      controls: catalog.controls.map((each) => ({ ...each, holds: 30 })),
    };
    const old = sampleAssessment(undefined, { catalog: all, at: '2027-03-01' });
    const statuses = (old.frameworks[0]?.requirements ?? []).map(({ status }) => status);
    expect(statuses).toContain('undetermined');
    expect(statuses).not.toContain('satisfied');
    expect(statuses).not.toContain('supported');
    expect(parseAssessment(JSON.parse(JSON.stringify(old)))).toEqual(old);
  });

  it('makes --strict fail', () => {
    const passed = {
      ...later,
      findings: later.findings.filter(({ status, stale }) => status === 'pass' && stale === true),
    };
    expect([gate(passed, 'low', false), gate(passed, 'low', true)]).toEqual([0, 1]);
  });

  it('holds waivers to that day as well', () => {
    expect(fresh.waivers[0]?.state).toBe('live');
    expect(later.waivers[0]?.state).toBe('expired');
  });

  it('tells OSCAL and CycloneDX when the evidence ends', async () => {
    const count = fresh.findings.filter(
      ({ controlId }) => controlId === 'sample-privileged',
    ).length;
    const end = '2026-12-24T12:00:00.000Z';
    const { observations } = readOscal(
      String(await renderReport('oscal', fresh, { language: 'en' })),
    );
    expect(observations.filter(({ expires }) => expires === end)).toHaveLength(count);
    const cyclonedx = String(await renderReport('cyclonedx', fresh, { language: 'en' }));
    expect(cyclonedx.split(`"expires":"${end}"`)).toHaveLength(count + 1);
  });
});

describe('the built-in controls', () => {
  it('say how long what they find holds, but for the questions to people', () => {
    for (const { holds, question } of builtin.controls) {
      expect(holds === undefined).toBe(question !== undefined);
    }
    const ids = builtin.controls.map(({ id }): string => id);
    expect(Object.keys(exceptions).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('can be given another period by a policy, in whole days', () => {
    const by = { reason: 'Policy 7', by: 'A' };
    const own = extendCatalog(builtin, { tailor: { 'workload-pids-limit': { holds: 2, ...by } } });
    expect(own.controls.find(({ id }) => id === 'workload-pids-limit')?.holds).toBe(2);
    expect(() =>
      extendCatalog(builtin, { tailor: { 'workload-pids-limit': { holds: 0.5, ...by } } }),
    ).toThrow('cannot hold for 0.5 days');
  });
});
