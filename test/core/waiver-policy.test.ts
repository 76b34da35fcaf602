import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config/parse-config.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { renderReport } from '../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';
import { sampleFramework } from '../fixtures/sample-framework.ts';

const assessment = sampleAssessment();
const severityOf = (id: string) =>
  assessment.catalog.controls.find((control) => control.id === id)?.severity ?? 'low';
const unwaived = sampleAssessment(undefined, { waivers: [] });

describe('a policy for the length of waivers', () => {
  const limits = { [severityOf('sample-privileged')]: 30 };
  const limited = sampleAssessment(undefined, { waiverLimits: limits });

  it('keeps a waiver that is too long from accepting anything', () => {
    const [privileged] = limited.waivers;
    expect(privileged).toMatchObject({ state: 'too-long', limit: 30, accepts: 0 });
    expect(assessment.waivers[0]).toMatchObject({ state: 'live', accepts: 1 });
    const failing = limited.findings.filter(
      ({ controlId, status, waiver }) =>
        controlId === 'sample-privileged' && status === 'fail' && waiver !== undefined,
    );
    expect(failing).toEqual([]);
  });

  it('is said with its reason', () => {
    const { waivers } = buildReport(limited, { language: 'en' });
    expect(waivers[0]).toMatchObject({
      state: 'too long, does not count',
      tone: 'bad',
      notes: [
        'Lasts 92 days; the policy allows 30 at this severity.',
        expect.stringContaining('only a name'),
      ],
    });
  });

  it('is set in the configuration, in whole days', () => {
    expect(parseConfig({ waiverLimits: { critical: 30 } }, 'x')).toEqual({
      waiverLimits: { critical: 30 },
    });
    expect(() => parseConfig({ waiverLimits: { critical: 0 } }, 'x')).toThrow('waiverLimits');
    expect(() => parseConfig({ waiverLimits: { urgent: 3 } }, 'x')).toThrow('waiverLimits');
  });
});

describe('the result without any waiver', () => {
  it('is what the same assessment comes to with none', () => {
    expect(assessment.summary.withoutWaivers).toEqual(unwaived.summary.failures);
    expect(assessment.frameworks[0]?.withoutWaivers).toEqual(unwaived.frameworks[0]?.summary);
    expect(assessment.frameworks[0]?.withoutWaivers).not.toEqual(assessment.frameworks[0]?.summary);
  });

  it.each(['html', 'markdown'])('does not lose the notes of a waiver: %s', async (format) => {
    const text = String(
      await renderReport(format, assessment, { language: 'zh', frameworkId: sampleFramework.id }),
    );
    expect(text).toContain('仅按名称限定范围');
  });

  it('stands in the report, and not where there is no waiver', async () => {
    const of = { language: 'en', frameworkId: sampleFramework.id } as const;
    const [failures, requirements] = buildReport(assessment, of).result.withoutWaivers;
    const { fail, waived } = assessment.summary.tally;
    expect(failures).toContain(`Failures: ${fail + waived} (`);
    expect(requirements).toContain('Requirements: ');
    expect(buildReport(unwaived, of).result.withoutWaivers).toEqual([]);
    expect(String(await renderReport('html', assessment, of))).toContain('Without any waiver');
  });
});
