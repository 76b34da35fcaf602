import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Finding } from '../../src/core/assessment/assessment.ts';
import { renderReport } from '../../src/reporters/formats/registry.ts';
import type { BaselineOptions, BaselineState } from '../../src/reporters/options/baseline-input.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';

const whole = sampleAssessment();
const assessment = { ...whole, gaps: [] };
const open = assessment.findings.filter(
  ({ status, waiver }) => status === 'fail' && waiver === undefined,
);
const [first, second, ...others] = open;

/** One failure is new, one is worse, the others are known; one more is repaired. */
const baseline: BaselineOptions = {
  states: new Map<Finding, BaselineState>([
    ...(first ? ([[first, 'new']] as const) : []),
    ...(second ? ([[second, 'updated']] as const) : []),
    ...others.map((each) => [each, 'unchanged'] as const),
  ]),
  absent: [
    {
      fingerprint: 'f'.repeat(32),
      control: 'sample-privileged',
      severity: 'critical',
      subject: 'workload old-job of unix:///x.sock',
    },
  ],
};
const write = async (format: string, held?: BaselineOptions): Promise<string> =>
  String(await renderReport(format, assessment, { language: 'en', baseline: held }));
const counted = `Failures that the baseline accepts, not listed: ${others.length}.`;

const sarif = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.number().optional(),
          message: z.object({ text: z.string() }),
          baselineState: z.string().optional(),
        }),
      ),
    }),
  ]),
});

describe('a baseline, in what machines read', () => {
  it('has something of each', () => {
    expect(others.length).toBeGreaterThan(0);
  });

  it('gives each result of SARIF its state, and names what is repaired', async () => {
    const { results, tool } = sarif.parse(JSON.parse(await write('sarif', baseline))).runs[0];
    const count = (state: string) => results.filter((each) => each.baselineState === state).length;
    expect(['new', 'updated', 'unchanged', 'absent'].map(count)).toEqual([1, 1, others.length, 1]);
    const gone = results.find(({ baselineState }) => baselineState === 'absent');
    expect(gone?.message.text).toContain('old-job');
    expect(tool.driver.rules[gone?.ruleIndex ?? -1]?.id).toBe('sample-privileged');
    const without = sarif.parse(JSON.parse(await write('sarif'))).runs[0].results;
    expect(without.map((each) => each.baselineState)).toEqual(open.map(() => undefined));
  });

  it('makes no failure of JUnit of what is known, and counts it', async () => {
    const xml = await write('junit', baseline);
    expect(xml.match(/<failure /g)).toHaveLength(2);
    expect(xml.match(/<skipped message="Accepted by the baseline: /g)).toHaveLength(others.length);
    const known = [...xml.matchAll(/<property name="known" value="(\d+)"/g)];
    expect(known.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(others.length);
  });

  it.each([
    ['codequality', (text: string) => z.array(z.unknown()).parse(JSON.parse(text)).length],
    [
      'gitlab-sast',
      (text: string) =>
        z.object({ vulnerabilities: z.array(z.unknown()) }).parse(JSON.parse(text)).vulnerabilities
          .length,
    ],
    ['github', (text: string) => (text.match(/^::(?!notice title=plimsoll)/gm) ?? []).length],
    ['lines', (text: string) => text.trim().split('\n').length],
  ])('leaves what is known out of %s', async (format, countOf) => {
    const all = countOf(await write(format));
    expect(all - countOf(await write(format, baseline))).toBe(others.length);
  });

  it.each(['github', 'gitlab-sast', 'markdown'])('counts it in %s', async (format) => {
    expect(await write(format, baseline)).toContain(counted);
    expect(await write(format)).not.toContain('baseline accepts');
  });

  it('lists in Markdown what is new or worse alone', async () => {
    const rows = (text: string): number =>
      (text.match(/^\| (Critical|High|Medium|Low) \|/gm) ?? []).length;
    expect(rows(await write('markdown'))).toBe(open.length);
    expect(rows(await write('markdown', baseline))).toBe(2);
    const known = {
      ...baseline,
      states: new Map(open.map((each) => [each, 'unchanged'] as const)),
    };
    expect(await write('markdown', known)).toContain('No new failure.');
  });

  it('says the state in lists of all findings', async () => {
    const lines = (await write('ndjson', baseline)).trim().split('\n');
    const states = lines.map((line) =>
      z.object({ baselineState: z.string().optional() }).parse(JSON.parse(line)),
    );
    expect(states.filter((each) => each.baselineState === 'unchanged')).toHaveLength(others.length);
    const [head, ...rows] = (await write('csv', baseline)).split('\r\n');
    expect(head).toMatch(/,Baseline$/);
    expect(rows.filter((row) => row.endsWith(',Known'))).toHaveLength(others.length);
  });
});
