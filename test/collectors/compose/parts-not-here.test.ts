import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { collect } from '../../../src/collectors/collect/collect.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verdictsOf(files: Readonly<Record<string, string>>) {
  const made = mkdtempSync(join(folder, 'of-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content);
  const { snapshot, failures } = await collect({
    targets: [{ kind: 'compose', files: [join(made, 'compose.yaml')] }],
    now: new Date('2026-11-29T00:00:00Z'),
    env: {},
    home: made,
    cwd: made,
  });
  const { findings } = assess(snapshot, { catalog: builtin, tool: { name: 'test', version: '0' } });
  const ofService = findings.filter(
    ({ subject }) => subject.kind === 'workload' && subject.name === 'a',
  );
  return {
    failures: failures.length,
    statuses: new Map(ofService.map(({ controlId, status }) => [controlId, status])),
  };
}

const service = '{image: "a:1", privileged: true, cap_drop: [ALL], read_only: true EXT}';
const complete = `services: {a: ${service.replace(' EXT', '')}}\n`;

it.each([
  [
    'extends a file that is not there',
    `services: {a: ${service.replace(' EXT', ', extends: {file: gone.yaml, service: b}')}}\n`,
  ],
  [
    'extends a file of elsewhere',
    `services: {a: ${service.replace(' EXT', ', extends: {file: "https://x.example/b.yaml", service: b}')}}\n`,
  ],
  [
    'extends what extends a file that is not there',
    `services: {a: ${service.replace(' EXT', ', extends: {service: b}')}, b: {image: "b:1", extends: {file: gone.yaml, service: b}}}\n`,
  ],
  ['includes a file that is not there', `include: [gone.yaml]\n${complete}`],
  ['includes what is elsewhere', `include: ["oci://x.example/y"]\n${complete}`],
])('a service that %s: what it says can fail, and nothing passes on the rest', async (_, text) => {
  const whole = await verdictsOf({ 'compose.yaml': complete });
  const part = await verdictsOf({ 'compose.yaml': text });
  expect(part.failures).toBeGreaterThan(0);
  expect(part.statuses.get('workload-not-privileged')).toBe('fail');
  for (const control of [
    'workload-no-host-pid',
    'workload-capabilities',
    'workload-no-engine-socket',
    'workload-devices',
    'workload-ports-bound',
  ]) {
    if (whole.statuses.get(control) !== 'pass') continue;
    expect([control, part.statuses.get(control)]).toEqual([control, 'unknown']);
  }
  const passed = [...part.statuses].filter(([, status]) => status === 'pass').map(([id]) => id);
  const before = [...whole.statuses].filter(([, status]) => status === 'pass').map(([id]) => id);
  expect(passed.length).toBeLessThan(before.length / 2);
  expect(passed.filter((id) => !before.includes(id))).toEqual([]);
});

/** What a service may say that fails by itself, each in one field; a file below it can change nothing of that. */
const risky = [
  'privileged: true',
  'pid: host',
  'ipc: host',
  'network_mode: host',
  'uts: host',
  'userns_mode: host',
  'cgroup: host',
  'user: root',
  'user: "0:0"',
  'cap_add: [SYS_ADMIN]',
  'cap_add: [ALL]',
  'cap_add: [NET_RAW]',
  'ports: ["22:22"]',
  'ports: ["0.0.0.0:8080:8080"]',
  'ports: ["127.0.0.1:9000-9100:9000-9100"]',
  'volumes: ["/var/run/docker.sock:/var/run/docker.sock"]',
  'volumes: ["/:/host"]',
  'volumes: ["/etc:/etc:ro"]',
  'devices: ["/dev/sda:/dev/sda"]',
  'device_cgroup_rules: ["a *:* rwm"]',
  'security_opt: ["seccomp:unconfined"]',
  'security_opt: ["apparmor=unconfined"]',
  'security_opt: ["label:disable"]',
  'security_opt: ["systempaths=unconfined"]',
  'security_opt: ["no-new-privileges:false"]',
  'read_only: false',
  'environment: {POSTGRES_PASSWORD: hunter2hunter2}',
  'environment: ["AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY1"]',
  'command: ["sshd", "-D"]',
  'command: ["dockerd", "-H", "tcp://0.0.0.0:2375"]',
  'image: "nginx:latest"',
  'image: nginx',
  'restart: always',
  'restart: unless-stopped',
  'mem_limit: 0',
  'cpus: 0',
  'pids_limit: -1',
  'oom_score_adj: -1000',
  'logging: {driver: none}',
  'healthcheck: {disable: true}',
  'healthcheck: {test: ["NONE"]}',
  'sysctls: {net.ipv4.ip_forward: "1"}',
  'sysctls: {kernel.shm_rmid_forced: "1"}',
  'group_add: [docker]',
  'group_add: ["0"]',
  'ulimits: {nofile: -1}',
  'cgroup_parent: /other',
  'runtime: nvidia',
  'gpus: all',
  'dns: [8.8.8.8]',
  'extra_hosts: ["a:8.8.8.8"]',
  'labels: {password: hunter2hunter2}',
  'tmpfs: ["/run:exec,suid"]',
  'post_start: [{command: "sh -c true", user: root, privileged: true}]',
  'deploy: {replicas: 1, resources: {limits: {memory: 0}}}',
  'storage_opt: {size: "0"}',
  'use_api_socket: true',
];

describe('what a service says fails, whatever a part that is not here says beside it', () => {
  const of = (image: string, field: string, extended: string, before = ''): string =>
    `${before}services: {a: {${[image, field, extended].filter((each) => each !== '').join(', ')}}}\n`;
  const gone = 'extends: {file: gone.yaml, service: b}';

  it.each(risky)('%s', async (field) => {
    const image = field.startsWith('image') ? '' : 'image: "nginx:1.27"';
    const failed = async (text: string): Promise<readonly string[]> =>
      [...(await verdictsOf({ 'compose.yaml': text })).statuses].flatMap(([id, status]) =>
        status === 'fail' ? [id] : [],
      );
    const silent = await failed(of('image: "nginx:1.27"', '', ''));
    const own = (await failed(of(image, field, ''))).filter((id) => !silent.includes(id));
    for (const text of [of(image, field, gone), of(image, field, '', 'include: [gone.yaml]\n')]) {
      const still = await failed(text);
      expect(own.filter((id) => !still.includes(id))).toEqual([]);
    }
  });
});

it('whose namespace is joined, and of which a part is not here, may have that of the host', async () => {
  const joined = (rest: string): string =>
    `services: {a: {image: "a:1", pid: "service:b"}, b: {image: "b:1"${rest}}}\n`;
  const statusOf = async (text: string): Promise<string | undefined> =>
    (await verdictsOf({ 'compose.yaml': text })).statuses.get('workload-no-host-pid');
  expect(await statusOf(joined(''))).toBe('pass');
  expect(await statusOf(joined(', extends: {file: gone.yaml, service: b}'))).toBe('unknown');
  expect(await statusOf(joined(', pid: host, extends: {file: gone.yaml, service: b}'))).toBe(
    'fail',
  );
});
