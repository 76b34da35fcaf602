import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { acceptDelivery } from '../../src/evidence/fleet/accept.ts';
import { makeCheckpoint } from '../../src/evidence/fleet/checkpoint.ts';
import { openFleetStore } from '../../src/evidence/fleet/open-fleet-store.ts';
import { pinOf } from '../../src/fleet/carriers/https/certificate.ts';
import { delivered, enrolAll, recorded, testHost, testJudge } from '../support/fleet.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-fleet-cli-'));
const data = join(folder, 'hub');
afterAll(() => rmSync(folder, { recursive: true }));

const run = (line: string) => runWarmCli([...line.split(' '), '--data', data], { cwd: folder });

beforeAll(async () => {
  const store = await openFleetStore(data, { create: true });
  const [one, two] = [testHost('web-1'), testHost('web-2')];
  await enrolAll(store, [one, two], { env: 'prod' });
  for (const bytes of one.say(recorded())) {
    const now = new Date();
    await acceptDelivery(store, delivered(bytes), { ...testJudge, tenant: 'acme', now });
  }
  await acceptDelivery(store, delivered(two.say(recorded(), { isWhole: true })[0] ?? Buffer.of()), {
    ...testJudge,
    tenant: 'other',
    now: new Date(),
  });
  await makeCheckpoint(store, new Date());
  await store.close();
});

it('lists hosts, and readings that were put aside, for people and for programs', async () => {
  const table = await run('hub hosts --label env=prod');
  expect(table.stdout).toMatch(
    /^HOST +CONDITION +HEARD +READINGS +LABELS\nweb-1 +heard +\S+ +1 +env=prod\nweb-2 +never heard/,
  );
  const zh = await run('hub hosts --lang zh');
  expect(zh.stdout).toContain('正常上报');
  const json: unknown = JSON.parse((await run('hub hosts --json')).stdout);
  expect(json).toMatchObject([
    { host: 'web-1', condition: 'heard', lastSeq: 1 },
    { host: 'web-2' },
  ]);
  const parked: unknown = JSON.parse((await run('hub parked --json')).stdout);
  expect(parked).toMatchObject([{ host: 'web-2', seq: 1, reason: 'foreign' }]);
});

it('lets people look at the console, and keeps no token', async () => {
  const words = ['hub', 'person', 'Wang Fang', '--role', 'auditor', '--data', data];
  const first = await runWarmCli(words, { cwd: folder });
  const second = await runWarmCli(words, { cwd: folder });
  expect([first.stdout, second.stdout]).toEqual([
    expect.stringMatching(/^\S{43}\n$/),
    expect.stringMatching(/^\S{43}\n$/),
  ]);
  const kept = readFileSync(join(data, 'console.json'), 'utf8');
  expect(kept).not.toContain(second.stdout.trim());
  expect(JSON.parse(kept)).toMatchObject({ tokens: [{ name: 'Wang Fang', role: 'auditor' }] });
  expect((JSON.parse(kept) as { tokens: unknown[] }).tokens).toHaveLength(1);
  for (const [name, before] of [
    ['', kept],
    ['Li Na', '{"tokens":3}'],
    ['Li Na', '[]'],
  ] as const) {
    writeFileSync(join(data, 'console.json'), before);
    const refused = await runWarmCli(['hub', 'person', name, '--data', data], { cwd: folder });
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('[config-invalid]'),
    ]);
    expect(readFileSync(join(data, 'console.json'), 'utf8')).toBe(before);
  }
});

it('checks all that is kept', async () => {
  const { status, stdout } = await run('hub check --recompute --json');
  expect(JSON.parse(stdout)).toMatchObject({ hosts: 2, readings: 1, checkpoints: 1, problems: [] });
  expect(status).toBe(0);
});

it('makes a bundle of a host that verify accepts, and the reading as the host signed it', async () => {
  const { status, stderr } = await run('hub export --host web-1 -o out');
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringContaining('bundle written') as string,
  });
  const verified = await runWarmCli(['verify', 'out/web-1.plimsoll'], { cwd: folder });
  expect(verified.status).toBe(0);
  const reading = z
    .object({ payloadType: z.string(), payload: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'out/web-1.reading.json'), 'utf8')));
  expect(reading.payloadType).toBe('application/vnd.plimsoll.reading+json');
  const statement: unknown = JSON.parse(Buffer.from(reading.payload, 'base64').toString());
  expect(statement).toMatchObject({ host: 'web-1', seq: 1 });
  const missing = await run('hub export --host web-1 --at 2020-01-01');
  expect(missing.status).toBe(2);
  expect(missing.stderr).toContain('no reading of web-1');
});

it('makes a token that pins the certificate of the hub', async () => {
  const { stdout } = await run('hub token --uses 2 --json');
  const { token } = z.object({ token: z.string() }).parse(JSON.parse(stdout));
  expect(token.split('.')[1]).toBe(pinOf(readFileSync(join(data, 'hub.crt'), 'utf8')));
});

it('refuses a label of a token that has no value', async () => {
  for (const label of ['prod', '=prod']) {
    const { status, stderr } = await run(`hub token --label ${label}`);
    expect(status).toBe(2);
    expect(stderr).toContain('NAME=VALUE');
  }
});

it('says what to do first, where nobody has enrolled and no hub is', async () => {
  const agent = await runWarmCli(['agent', 'status', '--data', 'none'], { cwd: folder });
  expect(agent.status).toBe(2);
  expect(agent.stderr).toContain('plimsoll agent enrol');
  const hub = await runWarmCli(['hub', 'hosts', '--data', 'none'], { cwd: folder });
  expect(hub.status).toBe(2);
  expect(hub.stderr).toContain('plimsoll hub run');
});

it('writes the unit that is in deploy', async () => {
  const { stdout } = await runWarmCli(['agent', 'install'], { cwd: folder });
  expect(stdout).toBe(readFileSync('deploy/plimsoll-agent.service', 'utf8'));
});

it('tries a fleet on this machine, and ends clean', async () => {
  const { status, stderr } = await runWarmCli(['fleet', 'try', '--hosts', '1', '--for', '1'], {
    cwd: folder,
    env: { DOCKER_HOST: `unix://${join(folder, 'no.sock')}` },
  });
  expect(status).toBe(0);
  expect(stderr).toMatch(
    /^Hub at https:\/\/127\.0\.0\.1:\d+; Ctrl-C ends it\nConsole at http:\/\/127\.0\.0\.1:\d+\/; sign in with the token \S{43}\n$/,
  );
}, 60_000);
