import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../support/cli.ts';
import { runWarmCli } from '../../support/warm-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-admission-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const check = async (request: unknown, ...options: readonly string[]) => {
  const file = join(folder, 'request.json');
  await writeFile(file, typeof request === 'string' ? request : JSON.stringify(request));
  return await runWarmCli(['admission', 'check', file, ...options]);
};
const privileged = { Image: 'web:1', HostConfig: { Privileged: true } };

test('refuses what fails, says why and what to do, and ends with 1', async () => {
  const { status, stdout } = await check(privileged, '--as', 'shop');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^refused {2}shop web:1\n {2}critical {2}workload-not-privileged {2}/);
  expect(stdout).toContain('    → Remove --privileged');
  expect((await check(privileged, '--lang', 'zh')).stdout).toMatch(/^拒绝 {2}web:1\n {2}严重 {2}/);
});

test('lets through what does not, and says what cannot be said', async () => {
  const { status, stdout } = await check({ Image: 'web:1' });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^allowed {2}web:1$/m);
  expect(stdout).toContain('the engine was not read');
});

test('denies by severity, by control, and what is unknown where that is asked', async () => {
  const small = { Image: 'web:1', HostConfig: { NetworkMode: 'host' } };
  expect((await check(small, '--deny', 'none')).status).toBe(0);
  expect(
    (await check(small, '--deny', 'none', '--deny-control', 'workload-no-host-network')).status,
  ).toBe(1);
  expect((await check({ Image: 'web:1' }, '--unknown', 'deny')).status).toBe(1);
});

test('takes a question as an engine asks it, and standard input', async () => {
  const RequestBody = Buffer.from(JSON.stringify(privileged)).toString('base64');
  const question = {
    RequestMethod: 'POST',
    RequestUri: '/v1.45/containers/create?name=shop',
    RequestBody,
  };
  const { status, stdout } = await check(question, '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    allowed: false,
    workload: { name: 'shop', image: 'web:1' },
  });
  const piped = await runCli(['admission', 'check', '-'], {
    input: '{"Image":"web:1","hostconfig":{}}',
  });
  expect(piped).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('"hostconfig"') as string,
  });
});

test('a name in a request acts on no terminal', async () => {
  const { stdout } = await check({ ...privileged, Image: 'web\u001b[2J\nallowed' });
  expect(stdout).not.toContain('\u001b');
  expect(stdout).not.toMatch(/^allowed/m);
});

test('a file that is not there is an error', async () => {
  const { status, stderr } = await runWarmCli(['admission', 'check', join(folder, 'missing.json')]);
  expect(status).toBe(2);
  expect(stderr).toContain('[file-not-found]');
});
