import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-namespaces-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keys = { network: 'network_mode', pid: 'pid', ipc: 'ipc' } as const;
const kinds = ['network', 'pid', 'ipc'] as const;

/** What is known of one namespace of `web`, whose services each join what they are given. */
async function namespaceOf(kind: keyof typeof keys, joins: Readonly<Record<string, string>>) {
  const services = Object.entries(joins).map(([name, to]): readonly [string, unknown] => [
    name,
    { image: name, ...(to === '' ? {} : { [keys[kind]]: to }) },
  ]);
  writeFileSync(
    join(folder, 'compose.yaml'),
    JSON.stringify({ services: Object.fromEntries<unknown>(services) }),
  );
  const { subjects } = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env: {},
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
  const web = subjects.find(({ name }) => name === 'web');
  const namespaces = web?.facts['namespaces'] as Readonly<Record<string, unknown>> | undefined;
  return {
    fact: namespaces?.[kind],
    gap: web?.gaps.find(({ path }) => path === `/namespaces/${kind}`),
  };
}

/** `web` joins `s1`, which joins `s2`, and so on; the last of them joins what is given. */
const chainOf = (length: number, end: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: length + 1 }, (_, at) => [
      at === 0 ? 'web' : `s${at}`,
      at === length ? end : `service:s${at + 1}`,
    ]),
  );

/** Facts of a service with this field. */
async function namespacesWith(field: string, value: string) {
  const text = `services: {web: {image: w, ${field}: ${JSON.stringify(value)}}}\n`;
  writeFileSync(join(folder, 'compose.yaml'), text);
  const around = { cwd: folder, env: {}, home: '/root', fingerprintKey: Buffer.alloc(32) };
  const { subjects } = await collectCompose({ files: ['compose.yaml'], ...around });
  const web = subjects.find(({ name }) => name === 'web');
  return { facts: web?.facts['namespaces'], gaps: web?.gaps.map(({ path }) => path) };
}

const fieldsOfOne = [
  ...[
    ['pid', 'pid'],
    ['ipc', 'ipc'],
  ],
  ...[
    ['network_mode', 'network'],
    ['uts', 'uts'],
  ],
  ...[
    ['userns_mode', 'user'],
    ['cgroup', 'cgroup'],
  ],
] as const;

describe.each(fieldsOfOne)('%s that no engine knows is unknown, never private', (field, fact) => {
  it.each(['host ', ' host', 'HOST', 'Host', 'host\t', 'Service:web', 'container:'])(
    'as %j',
    async (value) => {
      const { facts, gaps } = await namespacesWith(field, value);
      expect(facts).not.toHaveProperty([fact]);
      expect(gaps).toContain(`/namespaces/${fact}`);
    },
  );

  it('and the host’s is the host’s', async () => {
    expect((await namespacesWith(field, 'host')).facts).toHaveProperty([fact, 'resolved'], 'host');
  });
});

it.each([
  ['ipc', 'private', 'ipc'],
  ['cgroup', 'private', 'cgroup'],
  ['network_mode', 'bridge', 'network'],
  ['network_mode', 'hostile', 'network'],
] as const)('%s: %s is a namespace of its own', async (field, value, fact) => {
  const { facts } = await namespacesWith(field, value);
  expect(facts).toHaveProperty([fact, 'resolved'], 'private');
});

describe.each(kinds)('the %s namespace of a service', (kind) => {
  it.each([0, 1, 2, 5])('is open where %i services on a container is joined', async (length) => {
    const { fact, gap } = await namespaceOf(kind, chainOf(length, 'container:ext'));
    expect(fact).toBeUndefined();
    expect(gap).toMatchObject({
      reason: 'unavailable',
      detail: { en: 'the container ext, which it joins, is described by no file' },
    });
  });

  it.each([1, 2, 5])('is the host’s where %i services on it is', async (length) => {
    const { fact, gap } = await namespaceOf(kind, chainOf(length, 'host'));
    expect(gap).toBeUndefined();
    expect(fact).toMatchObject({ mode: 'container', resolved: 'host' });
    expect(fact).toHaveProperty('chain.length', length);
  });

  it('is that of another service, which has one of its own', async () => {
    const { fact } = await namespaceOf(kind, chainOf(2, ''));
    expect(fact).toEqual({ mode: 'container', chain: ['s1', 's2'], resolved: 'private' });
  });

  it.each([
    ['in a circle', { web: 'service:b', b: 'service:web' }, 'malformed'],
    ['with itself', { web: 'service:web' }, 'malformed'],
    ['that is on no word', chainOf(2, 'HOST'), 'malformed'],
    ['of nobody', { web: 'service:nobody' }, 'unavailable'],
    ['101 services on', chainOf(101, ''), 'unsupported'],
  ])('is open where it is joined %s', async (_, joins, reason) => {
    const { fact, gap } = await namespaceOf(kind, joins);
    // A project that Compose would refuse may be refused as a whole.
    expect(fact).toBeUndefined();
    if (gap) expect(gap.reason).toBe(reason);
  });

  it('is followed through 100 services', async () => {
    const { fact } = await namespaceOf(kind, chainOf(100, 'host'));
    expect(fact).toMatchObject({ resolved: 'host' });
  });
});
