import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';

const assessment = sampleAssessment();
const write = async (of: Assessment): Promise<string> =>
  String(await renderReport('prometheus', of, { language: 'en' }));

const line =
  /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,(?=[a-z]))?)+)\})? (\d+(?:\.\d+)?)$/;

/** Samples as the text format defines them, each series once and below the head of its metric. */
function read(text: string) {
  let head = '';
  const seen = new Set<string>();
  return text
    .trimEnd()
    .split('\n')
    .flatMap((each) => {
      if (each.startsWith('# HELP ')) return [];
      const type = /^# TYPE (\S+) gauge$/.exec(each);
      if (type) {
        head = type[1] ?? '';
        return [];
      }
      const [, name = '', labels = '', value] = line.exec(each) ?? [];
      expect(name).toBe(head);
      expect(seen.has(name + labels)).toBe(false);
      seen.add(name + labels);
      return [{ name, labels, value: Number(value) }];
    });
}

const sum = (samples: ReturnType<typeof read>, name: string, label = ''): number =>
  samples
    .filter((each) => each.name === name && each.labels.includes(label))
    .reduce((total, { value }) => total + value, 0);

describe('metrics', () => {
  it('count as the assessment counts', async () => {
    const samples = read(await write(assessment));
    const { tally } = assessment.summary;
    expect(sum(samples, 'plimsoll_findings')).toBe(assessment.findings.length);
    expect(sum(samples, 'plimsoll_findings', 'status="pass"')).toBe(tally.pass);
    expect(sum(samples, 'plimsoll_findings', 'status="fail"')).toBe(tally.fail);
    expect(sum(samples, 'plimsoll_failures')).toBe(tally.fail);
    expect(sum(samples, 'plimsoll_unread_lists')).toBe(assessment.gaps.length);
    expect(sum(samples, 'plimsoll_requirements')).toBe(
      assessment.frameworks[0]?.requirements.filter(({ group }) => !group).length,
    );
    expect(sum(samples, 'plimsoll_collected_timestamp_seconds')).toBe(
      Date.parse(assessment.collectedAt) / 1000,
    );
  });

  it('stay lines whatever was scanned', async () => {
    expect(read(await write(hostileAssessment())).length).toBeGreaterThan(3);
    const target = 'a"} 1\nplimsoll_failures{x="\\';
    const findings = assessment.findings.map((each) => ({
      ...each,
      subject: { ...each.subject, target },
    }));
    const samples = read(await write({ ...assessment, findings }));
    expect(sum(samples, 'plimsoll_failures', String.raw`a\"} 1\nplimsoll_failures{x=\"\\`)).toBe(
      assessment.summary.tally.fail,
    );
  });
});
