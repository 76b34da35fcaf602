import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';
import { flagsWithoutFact } from '../../../src/knowledge/run-flags.ts';

/** Options of `docker run` as fields of a service; a field is `null` where Compose has none of the kind. */
const fields: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> = {
  annotation: { annotations: { a: 'b' } },
  attach: { attach: false },
  cidfile: null,
  'cpu-count': { cpu_count: 2 },
  'cpu-percent': { cpu_percent: 50 },
  'cpu-rt-period': { cpu_rt_period: '1400us' },
  'cpu-rt-runtime': { cpu_rt_runtime: '400ms' },
  'cpuset-mems': null,
  detach: null,
  'detach-keys': null,
  'disable-content-trust': null,
  domainname: { domainname: 'example.org' },
  expose: { expose: ['8080'] },
  'health-retries': { healthcheck: { test: ['CMD', 'true'], retries: 7 } },
  'health-start-interval': { healthcheck: { test: ['CMD', 'true'], start_interval: '7s' } },
  'health-start-period': { healthcheck: { test: ['CMD', 'true'], start_period: '7s' } },
  'health-timeout': { healthcheck: { test: ['CMD', 'true'], timeout: '7s' } },
  help: null,
  hostname: { hostname: 'web.example.org' },
  init: { init: true },
  interactive: { stdin_open: true },
  'io-maxbandwidth': null,
  'io-maxiops': null,
  ip: { networks: { default: { ipv4_address: '172.30.0.9' } } },
  ip6: { networks: { default: { ipv6_address: 'fd00::9' } } },
  isolation: { isolation: 'default' },
  'kernel-memory': null,
  link: { links: ['other'] },
  'link-local-ip': { networks: { default: { link_local_ips: ['169.254.0.9'] } } },
  'mac-address': { mac_address: '02:42:ac:11:00:09' },
  'memory-swappiness': { mem_swappiness: 10 },
  name: { container_name: 'own' },
  'net-alias': { networks: { default: { aliases: ['own'] } } },
  'network-alias': { networks: { default: { aliases: ['own'] } } },
  'oom-score-adj': { oom_score_adj: -1000 },
  platform: { platform: 'linux/arm64' },
  pull: { pull_policy: 'always' },
  quiet: null,
  rm: null,
  'sig-proxy': null,
  'stop-signal': { stop_signal: 'SIGINT' },
  tty: { tty: true },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-flags-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function factsOf(service: Readonly<Record<string, unknown>>): Promise<unknown> {
  const services = { web: { image: 'web', ...service }, other: { image: 'other' } };
  writeFileSync(join(folder, 'compose.yaml'), JSON.stringify({ services }));
  const { subjects, failures } = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env: {},
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
  expect(failures ?? []).toEqual([]);
  const web = subjects.find(({ kind, name }) => kind === 'workload' && name !== 'other');
  return { facts: web?.facts, gaps: web?.gaps.map(({ path }) => path) };
}

describe.each([...flagsWithoutFact])('--%s', (flag) => {
  it('changes no fact of a container', async () => {
    const field = fields[flag];
    expect(field, 'Say here which field of a service it is, or that it is none').toBeDefined();
    if (!field) return;
    const [only] = Object.keys(field);
    const before = only === 'healthcheck' ? { healthcheck: { test: ['CMD', 'true'] } } : {};
    expect(
      await factsOf(field),
      `--${flag} is read of Compose now: take it out of flagsWithoutFact (src/knowledge/run-flags.ts) and add it to src/collectors/devcontainer/run-fields.ts`,
    ).toEqual(await factsOf(before));
  });
});

it('sees a field that is read', async () => {
  expect(await factsOf({ privileged: true })).not.toEqual(await factsOf({}));
});
