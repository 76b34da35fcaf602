import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAssessment } from '../../src/index.ts';
import { readPdf } from '../support/pdf-tools.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const recorded = fileURLToPath(new URL('../../examples/recorded/snapshot.json', import.meta.url));

const six = [
  'workload-not-privileged',
  'workload-no-host-network',
  'workload-pids-limit',
  'workload-no-engine-socket',
  'workload-memory-limit',
  'engine-tcp-mutual-tls',
];
/** Controls that nothing in the recorded snapshot fails. */
const kept = ['engine-tcp-mutual-tls', 'engine-no-insecure-registries'];

const policy = (id: string, controls: readonly string[]): string =>
  `id: ${id}
title: { en: Policy ${id}, zh: 策略 ${id} }
edition: { version: '1', publisher: Acme, published: 2026-01 }
requirements:
${controls
  .map(
    (control, at) =>
      `  - { id: A${at + 1}, title: Rule, controls: [{ control: ${control}, shows: all, breaks: breaks, reason: Why }] }`,
  )
  .join('\n')}
`;

let folder = '';
const run = (...args: readonly string[]) => runWarmCli(args, { cwd: folder });
const scanned = async (...args: readonly string[]) => {
  const { status, stdout } = await run('scan', recorded, '--json', ...args);
  return { status, assessment: parseAssessment(JSON.parse(stdout)) };
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-scope-'));
  writeFileSync(join(folder, 'six.yaml'), policy('six', six));
  writeFileSync(join(folder, 'kept.yaml'), policy('kept', kept));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a scan for a policy', () => {
  it('reports and counts what the policy asks for', async () => {
    const { status, assessment } = await scanned('--framework', './six.yaml');
    expect(status).toBe(1);
    expect(new Set(assessment.findings.map(({ controlId }) => controlId))).toEqual(new Set(six));
  });
  it('exits by that alone', async () => {
    expect((await scanned('--framework', './kept.yaml')).status).toBe(0);
    expect((await scanned('--framework', './kept.yaml', '--only-mapped', 'no')).status).toBe(1);
  });
  it('makes a short report, each framework with its own findings', async () => {
    const args = ['--framework', './six.yaml', '--framework', './kept.yaml'];
    const { status } = await run(
      'scan',
      recorded,
      ...args,
      '--format',
      'pdf,markdown',
      '-o',
      'both',
    );
    expect(status).toBe(1);
    const pages = readPdf('pdfinfo', join(folder, 'both/report-six-en.pdf'));
    expect(Number(/Pages:\s*(\d+)/.exec(pages)?.[1])).toBeLessThan(10);
    const other = await readFile(join(folder, 'both/report-kept-en.md'), 'utf8');
    expect(other).toContain('| Pass | 1 / 2 |');
    expect(other).toMatch(
      /Limited to controls mapped to Policy kept.*outside this scope\\?: \d{3}/s,
    );
    expect(other).not.toContain('workload-pids-limit');
  });
  it('leaves evidence that says its scope, verifies and is judged again the same', async () => {
    await run('scan', recorded, '--framework', './six.yaml', '--bundle', 'six.plimsoll', '--quiet');
    expect((await run('verify', 'six.plimsoll')).status).toBe(0);
    const replayed = await run('replay', 'six.plimsoll', '--framework', './six.yaml');
    expect(replayed).toMatchObject({ status: 0, stderr: '' });
  });
  it('says in a report of a whole assessment no more than one that was limited at once', async () => {
    await run(
      'assess',
      recorded,
      '--framework',
      './six.yaml',
      '--only-mapped',
      'no',
      '-o',
      'all.json',
    );
    await run('assess', recorded, '--framework', './six.yaml', '-o', 'six.json');
    const later = await run('report', 'all.json', '--framework', 'six');
    expect(later.stdout).toBe((await run('report', 'six.json')).stdout);
  });
  it('compares with a whole scan only what both hold', async () => {
    await run('assess', recorded, '-o', 'everything.json');
    await run('assess', recorded, '--control', 'image-*', '-o', 'images.json');
    const { stdout, status } = await run('diff', 'everything.json', 'images.json', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      scope: { after: { controls: ['image-*'] } },
      findings: [],
      subjects: { appeared: [], gone: [] },
      catalog: { added: [], removed: [] },
    });
  });
});

describe('a narrower scan', () => {
  it('is of the controls, severities and subjects that are named', async () => {
    const args = [
      '--control',
      'workload-no-*',
      '--severity',
      'critical,high',
      '--subject',
      'monitor*',
    ];
    const { assessment } = await scanned(...args);
    for (const { controlId, severity, subject } of assessment.findings) {
      expect(controlId).toMatch(/^workload-no-/);
      expect(['critical', 'high']).toContain(severity);
      expect(subject.name).toMatch(/^monitor/);
    }
    expect(assessment.findings.length).toBeGreaterThan(1);
  });
  it.each([
    [['--control', 'workload-pid-limit'], /nearest: workload-pids-limit/],
    [['--subject', 'shop-wbe'], /nearest: shop-/],
    [['--severity', 'worst'], /critical, high, medium, low/],
  ])('refuses a mistake: %s', async (args, words) => {
    const { status, stderr } = await run('scan', recorded, ...args);
    expect(stderr).toMatch(words);
    expect(status).toBe(2);
  });
  it('that judges nothing is no success', async () => {
    const { status, stderr } = await run(
      ...['scan', recorded, '--framework', './kept.yaml', '--control', 'image-*'],
    );
    expect(stderr).toMatch(/Nothing in the scope was judged; findings outside of it: \d+/);
    expect(status).toBe(2);
  });
});
