import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runScanner } from '../../../src/collectors/scanner/run/run-scanner.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { configuration, reports } from '../../fixtures/scans.ts';
import { subjectOf, target } from '../../support/judge.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-scanner-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const images = [
  subjectOf('image', compliantImage, { id: configuration }),
  subjectOf('image', compliantImage, { id: `sha256:${'1'.repeat(64)}` }),
  subjectOf('image', compliantImage, { id: configuration, target: 'an archive' }),
];

/** Puts a program of our own, with this body, where the scanner would be, and runs it. */
async function run(program: 'trivy' | 'grype', body: string, signal?: AbortSignal) {
  const path = join(folder, program);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  const env = { PATH: `${folder}:/usr/bin:/bin`, DOCKER_CONTEXT: 'other' };
  return runScanner({ program, engine: target, env, ...(signal ? { signal } : {}) }, images);
}

it('a scanner is run on each image of the engine, by its id', async () => {
  const log = join(folder, 'log');
  await writeFile(join(folder, 'report'), JSON.stringify(reports.trivy));
  const { harvest, error } = await run(
    'trivy',
    `echo "$DOCKER_HOST $DOCKER_CONTEXT $@" >> ${log}
[ "$1" = version ] && exec echo '{"VulnerabilityDB":{"UpdatedAt":"2026-11-22T06:00:00.1Z"}}'
cat ${join(folder, 'report')}`,
  );
  expect(error).toBeUndefined();
  expect(harvest.subjects.map(({ facts }) => facts['format'])).toEqual(['trivy', 'trivy']);
  expect(harvest.subjects.map(({ facts }) => facts['databaseAt'])).toEqual(
    Array.from({ length: 2 }, () => '2026-11-22T06:00:00.100Z'),
  );
  const words = 'image --quiet --format json --image-src docker';
  expect((await readFile(log, 'utf8')).trim().split('\n')).toEqual([
    `${target}  ${words} ${'c'.repeat(64)}`,
    `${target}  version --format json`,
    `${target}  ${words} ${'1'.repeat(64)}`,
  ]);
});

it.each([
  ['does not tell', 'echo {}'],
  ['tells nonsense', 'echo hello'],
  ['cannot tell', 'exit 1'],
])('Trivy that %s how old its database is has scanned all the same', async (_, body) => {
  const { harvest, error } = await run(
    'trivy',
    `[ "$1" = version ] && { ${body}; exit; }\ncat ${join(folder, 'report')}`,
  );
  expect(error).toBeUndefined();
  expect(harvest.subjects[0]?.facts).toMatchObject({ format: 'trivy', databaseAt: null });
});

it('it takes no settings from the folder that is scanned', async () => {
  const { harvest } = await run('trivy', `test "$(pwd)" = / && cat ${join(folder, 'report')}`);
  expect(harvest.subjects[0]?.facts).toMatchObject({ format: 'trivy' });
});

it('Grype is told that the image is in the engine', async () => {
  await writeFile(join(folder, 'report'), JSON.stringify(reports.grype));
  const { harvest } = await run(
    'grype',
    `test "$4" = docker:${'c'.repeat(64)} && cat ${join(folder, 'report')}`,
  );
  // The other image is one that it fails on.
  expect(harvest.subjects).toMatchObject([{ name: configuration, facts: { format: 'grype' } }]);
  expect(harvest.gaps).toMatchObject([{ kind: 'image-scan', reason: 'unavailable' }]);
});

it.each([
  ['ends with an error', 'exit 3', 'scanner-failed', 'unavailable'],
  ['writes no report', 'echo hello', 'scan-report-invalid', 'malformed'],
  ['writes nothing', 'true', 'scan-report-invalid', 'malformed'],
])('one that %s is a gap, and an error', async (_, body, code, reason) => {
  const { harvest, error } = await run('trivy', body);
  expect(error?.code).toBe(code);
  expect(harvest.subjects).toEqual([]);
  expect(harvest.gaps).toMatchObject([{ kind: 'image-scan', reason }]);
});

it('one that is ended is a gap', async () => {
  const { harvest, error } = await run('trivy', 'exec sleep 60', AbortSignal.timeout(200));
  expect(error?.code).toBe('scan-aborted');
  expect(harvest.gaps).toMatchObject([{ reason: 'timeout' }]);
});

it('one that is not installed is told with what to do', async () => {
  const env = { PATH: '/nonexistent' };
  const { harvest, error } = await runScanner({ program: 'grype', engine: target, env }, images);
  expect(error?.code).toBe('scanner-missing');
  expect(error?.hint).toContain('Install');
  expect(harvest.gaps).toHaveLength(1);
});
