import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAssessment } from '../../src/index.ts';
import { runWarmCli } from '../support/warm-cli.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-refused-'));
  await writeFile(
    join(folder, 'compose.yaml'),
    "services:\n  web: {image: 'w:1', privileged: true, networks: [x], depends_on: [db]}\n",
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const errors = [
  'error [compose-invalid] compose.yaml:2:52: services.web: networks has no x',
  'error [compose-invalid] compose.yaml:2:69: services.web: there is no service db',
];

describe('the scan of a project that Compose would refuse', () => {
  it.each(['compose.yaml', '.'])('ends with 2, says why, and judges it: %s', async (target) => {
    const { status, stdout, stderr } = await runWarmCli(['scan', target], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual(errors);
    expect(stdout).toContain('workload-not-privileged');
  });

  it('has its findings in JSON, and what it may hold beside them as open', async () => {
    const { status, stdout } = await runWarmCli(['scan', 'compose.yaml', '--json'], {
      cwd: folder,
    });
    expect(status).toBe(2);
    const { findings, gaps } = parseAssessment(JSON.parse(stdout));
    const of = (id: string) =>
      findings
        .filter(({ controlId }) => controlId === id)
        .map(({ subject, status: judged }) => [subject.name, judged]);
    expect(of('workload-not-privileged')).toEqual([
      ['web', 'fail'],
      ['*', 'unknown'],
    ]);
    expect(of('workload-no-host-network')).toContainEqual(['web', 'unknown']);
    expect(gaps.map(({ kind }) => kind)).toEqual([
      'compose-project',
      'network',
      'volume',
      'workload',
    ]);
  });

  it('writes SARIF with its findings', async () => {
    const { status, stdout } = await runWarmCli(['scan', 'compose.yaml', '--format', 'sarif'], {
      cwd: folder,
    });
    expect(status).toBe(2);
    expect(stdout).toContain('workload-not-privileged');
  });
});
