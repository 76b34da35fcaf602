import { expect, it } from 'vitest';
import { unreadEngine } from '../../../../src/collectors/engine/create/request-reader.ts';
import { misfits } from '../../../../src/core/snapshot/hold-to-schema.ts';
import { workload } from '../../../../src/core/subjects/workload/workload.ts';
import { SyntaxProblem } from '../../../../src/syntax/problem.ts';

const describeBody = (body: unknown) =>
  unreadEngine('unix:///run/docker.sock').describe({
    kind: 'create',
    body: Buffer.from(JSON.stringify(body)),
    name: '',
    at: '2026-01-01T00:00:00.000Z',
    api: 45,
  });

it('tells what a request says where nothing was read of the engine, and what it leaves open is a gap', async () => {
  const { subject } = await describeBody({
    Image: 'app:1',
    Entrypoint: ['/app'],
    HostConfig: { Privileged: true, Binds: ['/var/run/docker.sock:/s'], PidMode: 'host' },
  });
  expect(misfits(workload, subject)).toEqual([]);
  expect(subject.facts).toMatchObject({
    origin: 'create-request',
    state: 'created',
    createdAt: '2026-01-01T00:00:00.000Z',
    image: { reference: 'app:1', id: null },
    privileged: true,
    command: ['/app'],
    namespaces: { pid: { resolved: 'host' }, ipc: { resolved: 'private' } },
    mounts: [{ type: 'bind', source: '/var/run/docker.sock', target: '/s' }],
  });
  const gaps = subject.gaps.map(({ path }) => path);
  for (const path of ['/user', '/environment', '/mounts/-', '/namespaces/ipc/mode', '/runtime']) {
    expect(gaps).toContain(path);
  }
  expect(gaps).not.toContain('/command');
});

it('fills in nothing that the engine decides and did not say', async () => {
  const { subject } = await describeBody({ Image: 'app:1' });
  for (const path of ['/logging/driver', '/resources/shmBytes', '/namespaces/cgroup']) {
    expect(subject.gaps.map((gap) => gap.path)).toContain(path);
  }
});

it('takes null in a structure for what was left out, and in a map for what it is', async () => {
  const { subject } = await describeBody({
    Image: 'app:1',
    User: null,
    HostConfig: {
      Privileged: null,
      PortBindings: { '80/tcp': [{ HostPort: '80', HostIp: null }] },
    },
  });
  expect(subject.facts).toMatchObject({ privileged: false, ports: [{ hostPort: 80 }, {}] });
});

it.each([{ HostConfig: [] }, { HostConfig: { Privileged: 'yes' } }, [], { Env: 'A=1' }])(
  'refuses %j as the engine does',
  async (body) => {
    await expect(describeBody(body)).rejects.toThrow(SyntaxProblem);
  },
);

it('names places of the request as sources', async () => {
  const { subject, origins } = await describeBody({
    Image: 'app:1',
    HostConfig: { PublishAllPorts: false, PortBindings: { '80/tcp': [{ HostPort: '80' }] } },
  });
  expect(subject.sources?.['/ports']).toEqual({
    kind: 'api',
    endpoint: '/containers/create',
    pointer: '/HostConfig/PortBindings',
  });
  const shared = Object.values(origins[subject.origin ?? ''] ?? {});
  expect(shared.length).toBeGreaterThan(20);
  for (const source of shared) {
    expect(JSON.stringify(source)).not.toContain('/containers/{id}/json');
  }
});
