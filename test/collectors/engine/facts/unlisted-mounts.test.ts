import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { rawContainer } from '../../../../src/collectors/engine/api-schemas/container.ts';
import { unlistedMounts } from '../../../../src/collectors/engine/facts/workload/mounts.ts';

const none: readonly string[] = [];

it.each([
  ['nothing asked for', {}, [], none],
  ['a bind that is listed', { Binds: ['/srv:/data:ro'] }, ['/data'], none],
  ['the same place in other letters', { Binds: ['/srv:/data/:ro'] }, ['/data'], none],
  ['a volume that is not listed', { Binds: ['data:/data'] }, [], ['/data']],
  ['one of two binds', { Binds: ['/srv:/data', '/run/docker.sock:/s'] }, ['/data'], ['/s']],
  ['a mount', { Mounts: [{ Type: 'bind', Target: '/data' }] }, [], ['/data']],
  ['a tmpfs that --tmpfs made', { Binds: none, Tmpfs: { '/run': '' } }, [], none],
  ['a path of Windows', { Binds: ['C:\\a:D:\\b'] }, [], none],
])('an engine that lists other mounts than it was asked for: %s', (_, HostConfig, listed, left) => {
  const container = rawContainer.parse({
    Id: 'a'.repeat(64),
    Name: '/web',
    State: { Status: 'running' },
    Config: {},
    NetworkSettings: {},
    HostConfig,
    Mounts: listed.map((Destination) => ({ Type: 'bind', Destination })),
  });
  const said = unlistedMounts(container).map((each) => inspect(each, { depth: 9 }));
  expect(said).toHaveLength(left.length);
  for (const [at, target] of left.entries()) expect(said[at]).toContain(`a mount at ${target},`);
});
