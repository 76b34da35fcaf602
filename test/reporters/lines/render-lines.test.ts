import { describe, expect, it } from 'vitest';
import type { Assessment, Finding } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';

const write = async (of: Assessment): Promise<string> =>
  String(await renderReport('lines', of, { language: 'en' }));

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

describe('lines', () => {
  it('begin with the place whose words the message quotes', async () => {
    const text = await write({ ...sampleAssessment(), findings: [build] });
    expect(text).toBe('web/Dockerfile:30:1: medium dockerfile-no-sudo It uses sudo: sudo ls\n');
  });

  it('are one for each failure that nobody accepted, and say once what several projects share', async () => {
    const sample = sampleAssessment();
    const open = sample.findings.filter(
      ({ status, waiver }) => status === 'fail' && waiver === undefined,
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

  it('stay lines whatever a name holds', async () => {
    const hostile = hostileAssessment();
    const text = await write(hostile);
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/: (critical|high|medium|low) [a-z\d-]+ /);
    }
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});
