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

async function harvest(text: string) {
  writeFileSync(join(folder, 'compose.yaml'), text);
  return await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env: {},
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
    projectName: 'p',
  });
}

async function web(service: string, more = '') {
  const { subjects, failures } = await harvest(`services:\n  web: {${service}}\n${more}`);
  const found = subjects.find(({ kind, name }) => kind === 'workload' && name === 'web');
  if (!found) throw new Error('There is no service web.');
  expect(failures).toHaveLength(1);
  return {
    facts: found.facts,
    gaps: found.gaps.map(({ path }) => path),
    reasons: found.gaps.filter(({ reason }) => reason === 'malformed').map(({ path }) => path),
    made: subjects.map(({ kind, name }) => `${kind} ${name}`),
  };
}

const several = `services:
  a: {image: a, privileged: true, networks: [x], volumes: ['data:/y'], secrets: [z], depends_on: [n]}
  b: {init: true}
`;

describe('a project that Compose would refuse', () => {
  it('is told by all that is wrong with it, in the order in which Compose meets it', async () => {
    const { failures } = await harvest(several);
    expect(failures?.map(({ code, message }) => [code, message])).toEqual([
      ['compose-invalid', 'compose.yaml:2:46: services.a: networks has no x'],
      ['compose-invalid', 'compose.yaml:2:60: services.a: volumes has no data'],
      ['compose-invalid', 'compose.yaml:2:82: services.a: secrets has no z'],
      ['compose-invalid', 'compose.yaml:3:3: services.b: it has neither an image nor a build'],
      ['compose-invalid', 'compose.yaml:2:99: services.a: there is no service n'],
    ]);
  });

  it('has the services that it has, and may hold more of every kind', async () => {
    const { subjects, gaps } = await harvest(several);
    const services = subjects.filter(({ kind }) => kind === 'workload');
    expect(services.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(services[0]?.facts).toMatchObject({ privileged: true });
    expect(gaps.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['compose-project', 'malformed'],
      ['workload', 'malformed'],
      ['network', 'malformed'],
      ['volume', 'malformed'],
    ]);
    expect(gaps[0]?.detail).toMatchObject({
      en: expect.stringContaining('networks has no x; compose.yaml:2:60: ') as string,
      zh: [
        'Compose 文件无效：compose.yaml:2:46: services.a：networks 中没有 x',
        'compose.yaml:2:60: services.a：volumes 中没有 data',
        'compose.yaml:2:82: services.a：secrets 中没有 z',
        'compose.yaml:3:3: services.b：既没有 image 也没有 build',
        'compose.yaml:2:99: services.a：没有服务 n',
      ].join('；'),
    });
  });

  it.each([
    ['services: {a: {image: a, init: 2}}', 'services.a.init：应为 true 或 false'],
    ['services: {a: {image: a, imgae: b}}', 'services.a.imgae：没有这个字段'],
    ['services: {a: {image: a, init: "${A:?say}"}}', '变量 A 必须设置，但未设置：say'],
    ['services: {a: {image: "${A"}}', '"${A" 不是有效的变量写法'],
    ['services: {a: {extends: b}}', 'compose.yaml 中没有服务 b'],
    ['services: {a: {image: *b}}', '*b 所指的锚点不在其上方，或尚未完整'],
  ])('that is not read at all is told of in Chinese as well: %s', async (text, zh) => {
    const error: unknown = await harvest(text).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ said: { zh: expect.stringContaining(zh) as string } });
  });

  it.each([
    ['ports: [80x]', 'services.a.ports[0]："80x" 不是有效的端口，应为 HOST:CONTAINER'],
    ['volumes: ["aa:bb:cc:dd"]', 'services.a.volumes[0]: "aa:bb:cc:dd" 冒号过多'],
    ['mem_limit: much', 'services.a.mem_limit：应为形如 64m 的大小'],
  ])('that is read but for one value is told of in Chinese as well: %s', async (field, zh) => {
    const { failures } = await harvest(`services: {a: {image: a, ${field}}}\n`);
    expect(failures).toMatchObject([{ said: { zh: expect.stringContaining(zh) as string } }]);
  });

  it('for a value of a service that is off is refused all the same', async () => {
    const { failures } = await harvest(
      'services: {a: {image: a}, b: {image: b, ports: [x], profiles: [p]}}\n',
    );
    expect(failures?.map(({ message }) => message)).toEqual([
      'compose.yaml:1:49: services.b.ports[0]: "x" is not a port: HOST:CONTAINER',
    ]);
  });

  it.each(['links: [x]', 'links: ["x:y"]', 'volumes_from: [x]', 'volumes_from: ["x:ro"]'])(
    'for a service that is not there: %s',
    async (field) => {
      const { failures } = await harvest(`services: {a: {image: a, ${field}}}\n`);
      expect(failures?.map(({ message }) => message)).toEqual([
        expect.stringMatching(/: services\.a: there is no service x$/),
      ]);
    },
  );

  it('says no more than twenty things', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `n${at}`).join(', ');
    const { failures } = await harvest(`services: {a: {image: a, networks: [${names}]}}\n`);
    expect(failures).toHaveLength(20);
  });

  it('that Compose takes has no failures and no gaps', async () => {
    const found = await harvest('services: {a: {image: a, networks: [x]}}\nnetworks: {x: }\n');
    expect(found).not.toHaveProperty('failures');
    expect(found.gaps).toEqual([]);
  });

  it('is refused as a whole where a file that a service names is as well', async () => {
    const text = 'services: {a: {image: a, networks: [x], label_file: /etc/passwd}}\n';
    await expect(harvest(text)).rejects.toThrow('networks has no x');
  });

  it('is refused as a whole where a service holds nothing', async () => {
    await expect(harvest('services:\n  a:\n')).rejects.toThrow('services.a: must be a map');
  });
});

describe('what Compose refuses of a service is known to nobody', () => {
  it('a network that is not there: what it is on, and whether that is the host’s', async () => {
    const { facts, reasons, made } = await web('image: w, networks: [x]');
    expect(reasons).toEqual(expect.arrayContaining(['/networks', '/namespaces/network']));
    expect(facts['namespaces']).not.toHaveProperty('network');
    expect(made).not.toContain('network p_x');
  });

  it('a network that is not there, of a service that is joined', async () => {
    const { reasons } = await web(
      'image: w, network_mode: "service:b"',
      '  b: {image: b, networks: [x]}\n',
    );
    expect(reasons).toContain('/namespaces/network');
  });

  it('a volume that is none, as where a variable is not set: what else is mounted', async () => {
    const { facts, reasons } = await web('image: w, volumes: ["${A}:/a", "./b:/b"]');
    expect(facts['mounts']).toMatchObject([{ type: 'bind', target: '/b' }]);
    expect(reasons).toEqual(['/mounts/-']);
    const other = '  b: {image: b, volumes: ["${A}:/a"]}\n';
    expect((await web('image: w, volumes_from: [b]', other)).reasons).toEqual(['/mounts/-']);
  });

  it('a port that is none, as where a variable is not set: what else is published', async () => {
    const { facts, reasons } = await web('image: w, ports: ["${A}:${A}", "127.0.0.1:81:80"]');
    expect(facts['ports']).toMatchObject([{ hostPort: 81, containerPort: 80 }]);
    expect(reasons).toEqual(['/ports/-']);
    expect((await web('image: w, ports: [{published: 80}]')).reasons).toEqual(['/ports/-']);
  });

  it.each([
    ['mem_limit: "${A}"', '/resources/memoryBytes'],
    ['memswap_limit: "${A}"', '/resources/memorySwapBytes'],
    ['cpus: "${A}"', '/resources/cpus'],
    ['pids_limit: "${A}"', '/resources/pidsLimit'],
    ['shm_size: "${A}"', '/resources/shmBytes'],
    ['deploy: {resources: {limits: {memory: "${A}"}}}', '/resources/memoryBytes'],
    ['deploy: {resources: {limits: {pids: "${A}"}}}, pids_limit: 5', '/resources/pidsLimit'],
    ['scale: "${A}"', '/replicas'],
    ['deploy: {replicas: "${A}"}', '/replicas'],
  ])('a limit that is none: %s', async (field, path) => {
    expect((await web(`image: w, privileged: true, ${field}`)).reasons).toEqual([path]);
  });

  it('network_mode beside networks', async () => {
    const { reasons } = await web('image: w, network_mode: none, networks: [default]');
    expect(reasons).toEqual(expect.arrayContaining(['/networks', '/namespaces/network']));
    const host = await web('image: w, network_mode: host, networks: [default]');
    expect(host.facts['namespaces']).toMatchObject({ network: { resolved: 'host' } });
  });

  it('a service that is not there and is joined', async () => {
    const { gaps } = await web('image: w, pid: "service:x"');
    expect(gaps).toContain('/namespaces/pid');
  });

  it('a volume that is not there: what of the host is behind it', async () => {
    const { facts, reasons, made } = await web('image: w, volumes: ["data:/x"]');
    expect(facts['mounts']).toMatchObject([{ type: 'volume', target: '/x' }]);
    expect(reasons).toContain('/mounts/0/hostPath');
    expect(made).not.toContain('volume p_data');
  });

  it.each(['secrets', 'configs'])('one of %s that is not there: what is mounted', async (kind) => {
    expect((await web(`image: w, ${kind}: [x]`)).reasons).toContain('/mounts/-');
    const other = `  b: {image: b, ${kind}: [x]}\n`;
    expect((await web('image: w, volumes_from: [b]', other)).reasons).toContain('/mounts/-');
  });

  it('neither an image nor a build: which image it runs', async () => {
    const { facts, gaps } = await web('init: true');
    expect(facts['image']).toEqual({ id: null });
    expect(gaps).toContain('/image/reference');
  });

  it.each([
    ['mem_limit: 1g', 'limits: {memory: 2g}', 'memoryBytes'],
    ['mem_reservation: 1g', 'reservations: {memory: 2g}', 'memoryReservationBytes'],
    ['cpus: 1', 'limits: {cpus: "2"}', 'cpus'],
    ['pids_limit: 1', 'limits: {pids: 2}', 'pidsLimit'],
    ['mem_limit: 1g', 'limits: {cpus: "1"}', 'memoryBytes'],
    ['pids_limit: 1', 'limits: {}', 'pidsLimit'],
  ])('%s beside %s', async (older, newer, fact) => {
    const { reasons } = await web(`image: w, ${older}, deploy: {resources: {${newer}}}`);
    expect(reasons).toEqual([`/resources/${fact}`]);
  });
});
