import { describe, expect, it } from 'vitest';
import { rawContainer } from '../../../../src/collectors/engine/api-schemas/container.ts';
import { createContainerLookup } from '../../../../src/collectors/engine/facts/workload/container-lookup.ts';
import type { EngineTraits, Product } from '../../../../src/collectors/workload/engine-traits.ts';
import { missing, settle } from '../../../../src/collectors/gathering/partial-facts.ts';
import { namespacesOf } from '../../../../src/collectors/engine/facts/workload/namespaces.ts';

const traits: EngineTraits = {
  seccomp: 'builtin',
  apparmor: false,
  selinux: false,
  userNamespaces: false,
  rootless: false,
  cgroupNamespaces: true,
  noNewPrivileges: false,
  startedAt: null,
  logDriver: 'json-file',
  onlyNode: false,
};

const container = (name: string, host: object) =>
  rawContainer.parse({
    Id: Buffer.from(name.padEnd(32, '0')).toString('hex'),
    Name: `/${name}`,
    State: { Status: 'running', Pid: 1 },
    HostConfig: host,
    Config: {},
    NetworkSettings: {},
  });

/** The namespaces of the last of these containers. */
const settled = (
  containers: readonly ReturnType<typeof container>[],
  engine: Parameters<typeof namespacesOf>[2] = traits,
  product: Parameters<typeof namespacesOf>[3] = 'podman',
) => {
  const [last] = containers.slice(-1);
  if (!last) throw new Error('no container');
  return settle(namespacesOf(last, createContainerLookup(containers), engine, product));
};

describe('a chain of joined namespaces', () => {
  it('ends where the last of it ends', () => {
    const host = container('a', { NetworkMode: 'host', PidMode: 'host' });
    const middle = container('b', { NetworkMode: 'container:a', PidMode: '' });
    const last = container('c', {
      NetworkMode: `container:${middle.Id.slice(0, 12)}`,
      PidMode: `container:${middle.Id}`,
    });
    expect(settled([host, middle, last]).facts).toMatchObject({
      network: { mode: 'container', chain: [middle.Id, host.Id], resolved: 'host' },
      pid: { mode: 'container', chain: [middle.Id], resolved: 'private' },
    });
  });

  it('that leads nowhere, or round about, is a gap', () => {
    const alone = container('a', { IpcMode: 'container:gone' });
    expect(settled([alone])).toMatchObject({
      facts: { ipc: { mode: 'container' } },
      gaps: [
        { path: '/ipc/chain', reason: 'unavailable' },
        { path: '/ipc/resolved', reason: 'unavailable' },
      ],
    });
    const first = container('a', { IpcMode: 'container:b' });
    const second = container('b', { IpcMode: 'container:a' });
    expect(settled([first, second]).gaps).toMatchObject([
      { path: '/ipc/chain', reason: 'malformed' },
      { path: '/ipc/resolved', reason: 'malformed' },
    ]);
  });

  it('is not led astray by an id that two begin with, nor by a name that is another’s id', () => {
    const a = container('aa', { PidMode: 'host' });
    const b = container('ab', {});
    const joined = container('z', { PidMode: `container:${a.Id.slice(0, 2)}` });
    expect(settled([a, b, joined]).gaps).not.toEqual([]);
    const decoy = container(a.Id, {});
    const honest = container('z', { PidMode: `container:${a.Id}` });
    expect(settled([decoy, a, honest]).facts).toMatchObject({ pid: { resolved: 'host' } });
  });
});

describe('the user namespace', () => {
  const user = (engine: Partial<EngineTraits>, UsernsMode = '', product: Product = 'podman') =>
    settled([container('a', { UsernsMode })], { ...traits, ...engine }, product).facts['user'];
  it.each(['private', 'HOST', 'host ', 'keep-id'])(
    'is what its own setting says where Docker is asked for %j, which it takes',
    (mode) => {
      expect(user({}, mode, 'docker')).toMatchObject({ resolved: 'host' });
      expect(user({ userNamespaces: true }, mode, 'docker')).toMatchObject({ resolved: 'private' });
    },
  );
  it("is the host's, unless the engine remaps and the container does not refuse", () => {
    expect(user({})).toMatchObject({ mode: 'host', resolved: 'host' });
    expect(user({ userNamespaces: true })).toMatchObject({ mode: 'private', resolved: 'private' });
    expect(user({ userNamespaces: true }, 'host')).toMatchObject({ resolved: 'host' });
    expect(user({ rootless: true })).toMatchObject({ resolved: 'private' });
    expect(user({}, 'private')).toMatchObject({ resolved: 'private' });
    expect(user({}, 'keep-id')).toMatchObject({ resolved: 'private' });
  });
});

it('depends on the engine where nothing was asked, and is a gap where that is not known', () => {
  const unknown = missing({ reason: 'denied', detail: 'no' });
  const { facts, gaps } = settled([container('a', { CgroupnsMode: '' })], unknown);
  expect(gaps.map(({ path }) => path)).toEqual(['/user', '/cgroup']);
  expect(facts).toMatchObject({ uts: { resolved: 'private' } });
});

it('of a path, as Podman allows, is a gap', () => {
  expect(settled([container('a', { NetworkMode: 'ns:/proc/1/ns/net' })]).gaps).toMatchObject([
    { path: '/network', reason: 'unsupported' },
  ]);
});
