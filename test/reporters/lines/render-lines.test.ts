import { describe, expect, it } from 'vitest';
import type { Assessment, Finding } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';

const write = async (of: Assessment, language: 'en' | 'zh' = 'en'): Promise<string> =>
  String(await renderReport('lines', of, { language }));

const build: Finding = {
  controlId: 'dockerfile-no-sudo',
  subject: {
    kind: 'dockerfile',
    id: 'web/Dockerfile',
    name: 'web/Dockerfile',
    target: 'web/Dockerfile',
  },
  status: 'fail',
  severity: 'medium',
  message: { en: 'It uses sudo: sudo ls', zh: '使用了 sudo：sudo ls' },
  observations: [2, 30].map((line, at) => ({
    path: `/runs/${at}/script`,
    value: line === 30 ? 'cd /srv && sudo ls' : 'apk add curl',
    source: { kind: 'file', path: 'web/Dockerfile', line, column: 1 },
  })),
};

/** A finding whose message quotes as many lines of the file. */
function severalLines(count: number): Finding {
  const names = Array.from({ length: count }, (_, at) => `TOKEN_${100 + at}`);
  return {
    ...build,
    message: { en: names.join('; '), zh: names.join('；') },
    observations: names.map((value, at) => ({
      path: `/variables/${at}/name`,
      value,
      source: { kind: 'file', path: 'web/Dockerfile', line: 1000 + at },
    })),
  };
}

describe('lines', () => {
  it.each([
    [1, '', ''],
    [2, ' (also at line 1001)', '（另见第 1001 行）'],
    [3, ' (also at lines 1001, 1002)', '（另见第 1001、1002 行）'],
    [
      13,
      ' (also at lines 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010 and 2 more)',
      '（另见第 1001、1002、1003、1004、1005、1006、1007、1008、1009、1010 行，另有 2 行）',
    ],
  ])('tell behind the message where else it stands, of %i places', async (count, en, zh) => {
    const finding = severalLines(count);
    const sample = { ...sampleAssessment(), findings: [finding] };
    const begin = 'web/Dockerfile:1000: medium dockerfile-no-sudo';
    expect(await write(sample)).toBe(`${begin} ${finding.message.en}${en}\n`);
    expect(await write(sample, 'zh')).toBe(`${begin} ${finding.message.zh}${zh}\n`);
  });

  it('tell of no other file, and stay one for what several projects share', async () => {
    const finding = severalLines(3);
    const [one, two, three] = finding.observations;
    const elsewhere = { kind: 'file', path: 'other', line: 9 } as const;
    const other = { ...finding, observations: [one, two].flatMap((each) => each ?? []) };
    const mixed = {
      ...finding,
      observations: [one, { ...two, source: elsewhere }, three] as Finding['observations'],
    };
    const sample = sampleAssessment();
    expect(await write({ ...sample, findings: [mixed] })).toMatch(/ \(also at line 1002\)\n$/);
    expect(await write({ ...sample, findings: [finding, other] })).toMatch(/^[^\n]+\n$/);
  });

  it('begin with the place whose words the message quotes', async () => {
    const text = await write({ ...sampleAssessment(), findings: [build] });
    expect(text).toBe('web/Dockerfile:30:1: medium dockerfile-no-sudo It uses sudo: sudo ls\n');
  });

  it('are one for each failure that nobody accepted and each control that broke, and say once what several projects share', async () => {
    const sample = sampleAssessment();
    const open = sample.findings.filter(
      ({ status, waiver }) => status === 'error' || (status === 'fail' && waiver === undefined),
    );
    expect(open.length).toBeGreaterThan(1);
    const lines = (await write(sample)).split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(open.length);
    for (const { controlId } of open) {
      expect(lines.some((line) => line.includes(` ${controlId} `))).toBe(true);
    }
    expect(await write({ ...sample, findings: [build, { ...build }] })).toMatch(/^[^\n]+\n$/);
    expect(await write({ ...sample, findings: [] })).toBe('');
  });

  it('begin with their own place, whatever a folder is called', async () => {
    const path = 'compose.yaml:4:17: low workload-x ok/Dockerfile';
    const [observation] = build.observations;
    const source = { kind: 'file' as const, path, line: 2, column: 1 };
    const findings = [
      { ...build, observations: [{ path: '/runs', value: 'x', ...observation, source }] },
    ];
    const text = await write({ ...sampleAssessment(), findings });
    expect(text).toMatch(
      /^compose\.yaml⟨U\+003A⟩4⟨U\+003A⟩17⟨U\+003A⟩ low workload-x ok\/Dockerfile:2:1: /,
    );
  });

  it('stay lines whatever a name holds', async () => {
    const hostile = hostileAssessment();
    const text = await write(hostile);
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/: (critical|high|medium|low|error) [a-z\d-]+ /);
    }
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});
