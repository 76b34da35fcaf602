import { describe, expect, it } from 'vitest';
import { extendCatalog } from '../../src/core/catalog.ts';
import { expiresAt, isStale } from '../../src/core/freshness.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { renderReport } from '../../src/reporters/registry.ts';
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
