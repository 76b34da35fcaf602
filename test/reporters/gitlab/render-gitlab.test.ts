import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';

/** The rules that GitLab publishes for a Code Quality report. */
const codeQuality = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[\da-f]{32}$/),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.\/)./),
      lines: z.strictObject({ begin: z.int().positive() }),
    }),
  }),
);

const maker = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).max(255),
  version: z.string().min(1),
  vendor: z.strictObject({ name: z.string().min(1) }),
});
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);

/** What version 15 of its schema asks of a SAST report, for the fields that are written. */
const sast = z.strictObject({
  version: z.string().regex(/^15\.\d+\.\d+$/),
  scan: z.strictObject({
    type: z.literal('sast'),
    status: z.enum(['success', 'failure']),
    start_time: time,
    end_time: time,
    analyzer: maker,
    scanner: maker,
  }),
  vulnerabilities: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string().min(1).max(255),
      description: z.string().max(1_048_576),
      severity: z.enum(['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical']),
      solution: z.string().max(7000),
      identifiers: z
        .array(
          z.strictObject({
            type: z.string().min(1),
            name: z.string().min(1),
            value: z.string().min(1),
          }),
        )
        .min(1),
      location: z.strictObject({ file: z.string().min(1), start_line: z.int(), end_line: z.int() }),
      links: z.array(z.strictObject({ url: z.url({ protocol: /^https$/ }) })).optional(),
    }),
  ),
});

const assessment = sampleAssessment();
const open = assessment.findings.filter(
  ({ status, waiver }) => status === 'error' || (status === 'fail' && waiver === undefined),
);
const issuesOf = async (of: Assessment) =>
  codeQuality.parse(JSON.parse(String(await renderReport('codequality', of, { language: 'en' }))));
const reportOf = async (of: Assessment) =>
  sast.parse(JSON.parse(String(await renderReport('gitlab-sast', of, { language: 'en' }))));

/** One failure, read at a place. */
function failureAt(path: string, line: number): Assessment {
  const source = { kind: 'file' as const, path, line };
  const observations = [{ path: '/privileged', value: true, source }];
  return { ...assessment, findings: open.slice(0, 1).map((each) => ({ ...each, observations })) };
}

describe.each([
  ['Code Quality', async (of: Assessment) => (await issuesOf(of)).map((each) => each.check_name)],
  [
    'SAST',
    async (of: Assessment) =>
      (await reportOf(of)).vulnerabilities.flatMap((each) =>
        each.identifiers.map(({ value }) => value),
      ),
  ],
] as const)('GitLab %s', (_, controlsOf) => {
  it('has the unaccepted failures and what failed to run, and nothing else', async () => {
    expect((await controlsOf(assessment)).toSorted()).toEqual(
      open.map(({ controlId }) => controlId).toSorted(),
    );
    expect(await controlsOf({ ...assessment, findings: [] })).toEqual([]);
  });

  it('keeps to its rules whatever was scanned', async () => {
    expect((await controlsOf(hostileAssessment())).length).toBeGreaterThan(0);
  });
});

describe('what GitLab shows', () => {
  it('stands at its line, and never in a process', async () => {
    const at = failureAt('./deploy/compose.yaml', 7);
    expect((await issuesOf(at))[0]?.location).toEqual({
      path: 'deploy/compose.yaml',
      lines: { begin: 7 },
    });
    expect((await reportOf(at)).vulnerabilities[0]?.location).toEqual({
      file: 'deploy/compose.yaml',
      start_line: 7,
      end_line: 7,
    });
    const process = failureAt('/proc/812/status', 7);
    expect(JSON.stringify([await issuesOf(process), await reportOf(process)])).not.toContain(
      '/proc/',
    );
  });

  it('is known again when lines move, and tells failures apart', async () => {
    const [before, after] = [failureAt('compose.yaml', 7), failureAt('compose.yaml', 90)];
    expect((await issuesOf(before))[0]?.fingerprint).toBe((await issuesOf(after))[0]?.fingerprint);
    const { vulnerabilities } = await reportOf(before);
    expect(vulnerabilities[0]?.id).toBe((await reportOf(after)).vulnerabilities[0]?.id);
    const prints = (await issuesOf(assessment)).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});
