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

async function web(lines: string, env: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(folder, 'compose.yaml'), `services:\n  web:\n${lines}`);
  const { subjects, failures = [] } = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env,
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
  const found = subjects.find(({ name }) => name === 'web');
  if (!found) throw new Error('There is no service web.');
  const gaps = found.gaps.map(({ path, detail, source }) => ({
    path,
    detail,
    at: source?.kind === 'file' ? `${source.line}:${source.column}` : undefined,
  }));
  return {
    facts: found.facts,
    gaps,
    at: (path: string) => gaps.find((gap) => gap.path === path),
    failures: failures.map(({ message }) => message),
  };
}

const needed = {
  en: 'the variable A must be set, but is not: see README',
  zh: '变量 A 必须设置，但未设置：see README',
};

describe('a variable that must be set and is not', () => {
  it('leaves an image unknown, at its line', async () => {
    const { facts, at } = await web('    image: nginx:${A:?see README}\n    privileged: true\n');
    expect(facts).toMatchObject({ image: { id: null }, privileged: true });
    for (const part of ['reference', 'registry', 'tag', 'digest']) {
      expect(at(`/image/${part}`)).toEqual({ path: `/image/${part}`, detail: needed, at: '3:12' });
    }
  });

  it('leaves a variable of the service unknown, and the others known', async () => {
    const { facts, at } = await web(
      '    image: w\n    environment:\n      - X=http://${A:?see README}/\n      - Y=1\n',
    );
    expect(facts['environment']).toMatchObject([{ name: 'X' }, { name: 'Y', secret: false }]);
    expect(at('/environment/0/secret')).toEqual({
      path: '/environment/0/secret',
      detail: needed,
      at: '5:9',
    });
    expect(at('/environment/0/fingerprint')).toBeDefined();
    expect(at('/environment/1/secret')).toBeUndefined();
  });

  it('leaves open whether a variable lets whoever comes into a server, where some value of it does', async () => {
    const { facts, at } = await web(
      '    image: w\n    environment:\n      - NEO4J_AUTH=${A:?see README}\n      - WEBUI_AUTH=False\n',
    );
    expect(at('/environment/0/authenticationOff')).toMatchObject({ detail: needed });
    expect(facts['environment']).toMatchObject([{}, { authenticationOff: true }]);
    const other = await web('    image: w\n    environment:\n      - X=${A:?see README}\n');
    expect(other.at('/environment/0/authenticationOff')).toBeUndefined();
  });

  it('leaves a label unknown, and whether it holds a secret', async () => {
    const { facts, at } = await web(
      '    image: w\n    labels: {rule: "Host(`${A:?see README}`)", tier: front}\n',
    );
    expect(facts['labels']).toEqual({ tier: 'front' });
    expect(at('/labels/rule')).toEqual({ path: '/labels/rule', detail: needed, at: '4:20' });
    expect(at('/secretLabels/-')).toMatchObject({ detail: needed });
  });

  it('leaves open of a label that a Swarm gives the service whether it holds a secret, and nothing else', async () => {
    const { facts, gaps } = await web(
      '    image: w\n    deploy: {labels: ["rule=Host(`${A:?see README}`)"], replicas: 2}\n',
    );
    expect(facts).toMatchObject({ labels: {}, image: { reference: 'w' } });
    const told = gaps.filter(({ detail }) => JSON.stringify(detail).includes('see README'));
    expect(told).toEqual([{ path: '/secretServiceLabels/-', detail: needed, at: '4:23' }]);
    await expect(
      web('    image: w\n    deploy: {replicas: "${A:?see README}"}\n'),
    ).rejects.toMatchObject({ code: 'compose-invalid' });
  });

  it('is said without a message where the file has none', async () => {
    const { at } = await web('    image: nginx:${A?}\n');
    expect(at('/image/tag')?.detail).toEqual({
      en: 'the variable A must be set, but is not',
      zh: '变量 A 必须设置，但未设置',
    });
  });

  it('is said without what looks like a secret', async () => {
    const { gaps } = await web(
      '    image: nginx:${A:?or use ghp_abcdefghijklmnopqrstuvwxyz0123456789}\n',
    );
    expect(JSON.stringify(gaps)).toContain('or use [redacted]');
    expect(JSON.stringify(gaps)).not.toContain('ghp_');
  });

  it('may hide behind a default, and in what is said of another', async () => {
    const { at } = await web('    image: nginx:${B:-${A:?see README}}\n');
    expect(at('/image/tag')?.detail).toEqual(needed);
    const other = await web('    image: nginx:${A:?see ${B:?more}README}\n');
    expect(other.at('/image/tag')?.detail).toMatchObject({
      en: expect.stringContaining('variable A must') as string,
    });
  });

  it('is nothing once it is set', async () => {
    const { facts, gaps } = await web('    image: nginx:${A:?see README}\n', { A: '1.27' });
    expect(facts['image']).toMatchObject({ reference: 'nginx:1.27' });
    expect(gaps.filter(({ path }) => path.startsWith('/image/'))).toEqual([]);
  });

  it('leaves open who a service starts as', async () => {
    const { facts, at } = await web('    image: w\n    user: "${A:?see README}:5"\n');
    expect(facts['user']).toBeUndefined();
    expect(at('/user')).toMatchObject({ detail: needed, at: '4:11' });
  });

  it.each([
    ['volumes: ["${A:?see README}:/data", "./b:/b"]', 'mounts', [{ target: '/b' }]],
    [
      'volumes: [{type: bind, source: "${A:?see README}", target: /a}, "./b:/b"]',
      'mounts',
      [{ target: '/b' }],
    ],
    ['ports: ["${A:?see README}:80", "81:81"]', 'ports', [{ hostPort: 81 }, { hostPort: 81 }]],
    ['mem_limit: "${A:?see README}"', 'resources', { cpus: 0 }],
  ])('is told of, and what hangs on it alone is open: %s', async (line, fact, rest) => {
    const { facts, gaps, failures } = await web(
      `    image: w\n    privileged: true\n    ${line}\n`,
    );
    expect(failures).toEqual([
      expect.stringMatching(
        /^compose\.yaml:5:\d+: the variable A must be set, but is not: see README$/,
      ),
    ]);
    expect(facts).toMatchObject({ privileged: true, [fact]: rest });
    expect(gaps.filter(({ detail }) => JSON.stringify(detail).includes(needed.en))).toHaveLength(1);
  });

  it.each([
    ['a right', 'privileged: ${A:?see README}'],
    ['the name of a variable', 'environment: ["${A:?see README}=1"]'],
    ['the name of a label', 'labels: ["a.${A:?see README}.b=1"]'],
  ])('is refused where it decides more than itself: %s', async (_, line) => {
    await expect(web(`    image: w\n    ${line}\n`)).rejects.toMatchObject({
      code: 'compose-invalid',
      message: expect.stringMatching(
        /^compose\.yaml:4:\d+: the variable A must be set, but is not: see README$/,
      ) as string,
      hint: 'Give it in the environment, A=… plimsoll scan …, or in a file of variables: --compose-env-file FILE',
    });
  });
});

describe('a variable that has no value here, and may have one where Compose is started', () => {
  it.each(['${U}', '${U}:${U}', '${U}:', '${U}:1000', '1000:${U}', 'a$U'])(
    'leaves open who a service starts as: %s',
    async (user) => {
      const { facts, at } = await web(`    image: w\n    user: "${user}"\n`);
      expect(facts['user']).toBeUndefined();
      expect(at('/user')).toMatchObject({
        detail: { en: expect.stringMatching(/^U is not set here/) as string },
        at: '4:11',
      });
    },
  );

  it('leaves root what it is, whatever its group', async () => {
    const { facts } = await web('    image: w\n    user: "0:${G}"\n');
    expect(facts['user']).toMatchObject({ uid: 0 });
  });

  it('is part of a user where it has a value', async () => {
    const { facts } = await web('    image: w\n    user: "${U}:${G:-5}"\n', { U: '7' });
    expect(facts['user']).toMatchObject({ configured: '7:5', uid: 7, gid: 5 });
  });

  const secrets = async (lines: string, env: Readonly<Record<string, string>> = {}) => {
    const { facts, gaps } = await web(`    image: w\n    environment:\n${lines}`, env);
    const said = facts['environment'] as readonly { name: string; secret?: unknown }[];
    return said.map(({ name, secret }, index) => {
      const gap = gaps.find(({ path }) => path === `/environment/${index}/secret`);
      return `${name}: ${gap ? `open at ${gap.at}` : String(secret)}`;
    });
  };

  it.each([
    ['by name', '      - DB_PASSWORD\n', 'DB_PASSWORD: open at 5:9'],
    ['by the name of another', '      DB_PASSWORD: $PW\n', 'DB_PASSWORD: open at 5:7'],
    ['with an empty default', '      DB_PASSWORD: ${PW:-}\n', 'DB_PASSWORD: open at 5:7'],
    ['in a URL', '      - DB=pg://me:${PW}@db/x\n', 'DB: open at 5:9'],
    ['beside what is one anyway', '      - DB=pg://me:p4ss@${HOST}/x\n', 'DB: true'],
    ['with a default that is one', '      DB_PASSWORD: ${PW:-hunter2}\n', 'DB_PASSWORD: true'],
    ['where it is no secret', '      - HOST=$H\n', 'HOST: false'],
    ['as a port', '      - AUTH_ADDR=auth:${PORT}\n', 'AUTH_ADDR: false'],
    ['said to be nothing', '      DB_PASSWORD: ""\n', 'DB_PASSWORD: false'],
  ])('leaves open whether what it makes is a secret: %s', async (_, lines, said) => {
    expect(await secrets(lines)).toEqual([said]);
  });

  it('is told where it has one', async () => {
    expect(await secrets('      - DB_PASSWORD\n', { DB_PASSWORD: 'hunter2' })).toEqual([
      'DB_PASSWORD: true',
    ]);
    expect(await secrets('      - HOST\n')).toEqual([]);
  });

  it('is named', async () => {
    const { at } = await web('    image: w\n    environment: {DB_PASSWORD: "${PW}"}\n');
    expect(at('/environment/0/secret')?.detail).toEqual({
      en: 'PW is not set here, so its value where Compose is started is not known',
      zh: '此处未设置 PW，无从得知启动 Compose 时的取值',
    });
  });
});
