import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliPath } from '../../support/cli.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { postTo } from '../../support/post-to.ts';
import { runWarmCli } from '../../support/warm-cli.ts';

const exemption = {
  controls: ['workload-not-privileged'],
  imageDigest: `sha256:${'a'.repeat(64)}`,
  reason: 'It builds images.',
  approver: 'carol',
  until: '2999-12-31',
};
const question = JSON.stringify({
  RequestMethod: 'POST',
  RequestUri: '/v1.45/containers/create',
  RequestBody: Buffer.from(
    JSON.stringify({ Image: `app@${exemption.imageDigest}`, HostConfig: { Privileged: true } }),
  ).toString('base64'),
});

describeWithRoot('a file of exemptions', [], () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-exemptions-'));
    file = join(folder, 'exemptions.json');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const flags = (): readonly string[] => [
    ...['admission', 'run', `unix://${join(folder, 'none.sock')}`, '--mode', 'enforce'],
    ...['--socket', join(folder, 'plugin.sock'), '--exemptions', file, '--deny', 'none'],
    ...['--deny-control', 'workload-not-privileged', '--deadline', '10000'],
    ...['--contact', 'ext. 42', '--no-config'],
  ];

  test.each([
    ['there is no such file', undefined, 0o600, 'file-not-found'],
    ['it is no JSON', '[', 0o600, 'it is not JSON'],
    ['a field is missing', [{ ...exemption, until: undefined }], 0o600, '[0].until'],
    ['it goes by name', [{ ...exemption, name: 'app' }], 0o600, 'name'],
    ['there is no such control', [{ ...exemption, controls: ['x'] }], 0o600, 'no control x'],
    ['others may write to it', [exemption], 0o666, 'file-denied'],
    ['its group may write to it', [exemption], 0o660, 'file-denied'],
  ])('is an error at the start where %s', async (_what, content, mode, said) => {
    await rm(file, { force: true });
    if (content !== undefined) {
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      await chmod(file, mode);
    }
    const { status, stderr } = await runWarmCli(flags());
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test('is read again when it changes, and exempts nothing while it is bad', async () => {
    const write = async (content: unknown): Promise<void> => {
      await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
      await rename(`${file}.new`, file);
    };
    await write([exemption]);
    const child = spawn(process.execPath, [cliPath, ...flags()], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
    const ask = async (): Promise<{ Allow: boolean; Msg?: string }> => {
      const socket = join(folder, 'plugin.sock');
      const { body } = await postTo(socket, '/AuthZPlugin.AuthZReq', question);
      return JSON.parse(body) as { Allow: boolean; Msg?: string };
    };
    const until = async (allowed: boolean): Promise<void> => {
      for (let tries = 0; tries < 200; tries += 1) {
        const answer = await ask().catch(() => undefined);
        if (answer?.Allow === allowed) return;
        await sleep(100);
      }
      throw new Error(`It never became ${allowed}: ${errors}`);
    };
    try {
      await until(true);
      await write([{ ...exemption, until: 'soon' }]);
      await until(false);
      expect((await ask()).Msg).toMatch(/to ask for an exemption: ext\. 42$/);
      expect(errors).toContain('until');
      expect(errors).toContain('Nothing is exempted until it can be read.');
      await write([exemption]);
      await until(true);
      await write([{ ...exemption, until: '2020-01-01' }]);
      await until(false);
      expect(errors).toContain('an exemption has ended and exempts nothing: carol');
      await write([{ breakGlass: true, reason: 'Fire', approver: 'carol', until: '2999-12-31' }]);
      await until(true);
      expect(errors).toContain('the glass is broken');
      await rm(file);
      await until(false);
    } finally {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  }, 120_000);
});
