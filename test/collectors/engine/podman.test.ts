import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { harvestEngine, populationOf, workloadOf } from '../../support/harvest-engine.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const id = 'ab'.repeat(32);

/**
 * What Podman's Docker-compatible API answers otherwise than Docker's where it is rootless and labels with SELinux,
 * as its documentation describes it: such a Podman is not on the machines that test this.
 */
const answers: Readonly<Record<string, unknown>> = {
  '/version': {
    Version: '5.4.2',
    ApiVersion: '1.41',
    Os: 'linux',
    Arch: 'amd64',
    KernelVersion: '6.12.0',
    BuildTime: '2025-04-02T10:00:00+02:00',
    Components: [{ Name: 'Podman Engine', Version: '5.4.2' }, { Name: 'Conmon' }],
  },
  '/info': {
    ID: 'f0',
    Name: 'fedora',
    Driver: 'overlay',
    DriverStatus: [['Backing Filesystem', 'btrfs']],
    CgroupVersion: '2',
    CgroupDriver: 'systemd',
    SecurityOptions: ['name=seccomp,profile=default', 'name=rootless', 'name=selinux'],
    DockerRootDir: '/home/u/.local/share/containers/storage',
    Plugins: {
      Volume: ['local'],
      Network: ['bridge'],
      Authorization: null,
      Log: ['k8s-file', 'journald'],
    },
    RegistryConfig: null,
    Swarm: {
      NodeID: '',
      NodeAddr: '',
      LocalNodeState: 'inactive',
      ControlAvailable: false,
      RemoteManagers: null,
    },
    Warnings: null,
  },
  '/containers/json?all=true': [{ Id: id, Names: ['/web'] }],
  [`/containers/${id}/json`]: {
    Id: id,
    Name: '/web',
    Created: '2025-05-01T08:00:00.5+02:00',
    Path: 'nginx',
    Args: null,
    State: { Status: 'configured', Pid: 0 },
    Image: 'sha256:cd',
    HostConfig: {
      NetworkMode: 'slirp4netns',
      UTSMode: 'private',
      PidMode: 'private',
      IpcMode: 'shareable',
      UsernsMode: 'keep-id',
      CgroupnsMode: '',
      CapAdd: null,
      CapDrop: [],
      Privileged: false,
      PublishAllPorts: false,
      SecurityOpt: [],
      PidsLimit: 2048,
      PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] },
      LogConfig: { Type: 'journald', Config: null },
      MaskedPaths: null,
      ReadonlyPaths: null,
    },
    Mounts: [
      { Type: 'bind', Source: '/srv', Destination: '/srv', RW: true, Propagation: 'rprivate' },
    ],
    Config: {
      User: '',
      WorkingDir: '/srv',
      Env: null,
      Image: 'docker.io/library/nginx:latest',
      Labels: null,
    },
    NetworkSettings: { Ports: null, Networks: null },
  },
  '/images/json': [],
  '/networks': [{ Id: '2f', Name: 'podman' }],
  '/networks/2f': {
    Id: '2f',
    Name: 'podman',
    Driver: 'bridge',
    Scope: 'local',
    Created: '2025-01-01T00:00:00Z',
    IPAM: { Config: [{ Subnet: '10.88.0.0/16' }] },
    Options: null,
    Labels: null,
    Containers: null,
  },
  '/volumes': { Volumes: null },
};

let server: Server | undefined;
afterEach(() => server?.close());

it('a rootless Podman is understood', async () => {
  const socket = join(temporaryRoot(), 'podman.sock');
  server = createServer(({ url = '' }, answer) => {
    const known = url in answers;
    answer
      .writeHead(known ? 200 : 404)
      .end(JSON.stringify(known ? answers[url] : { message: 'Not Found' }));
  });
  await new Promise<void>((done) => server?.listen(socket, done));
  const harvest = await harvestEngine(`unix://${socket}`, { procRoot: '/nonexistent' });

  expect(harvest.gaps).toEqual([]);
  expect(populationOf(harvest)).toMatchObject({
    workload: [1, 1, 0],
    image: [0, 0, 0],
    network: [1, 1, 0],
  });
  expect(harvest.target.description).toEqual({
    en: 'Podman 5.4.2, API 1.41, on fedora',
    zh: 'Podman 5.4.2，API 1.41，主机 fedora',
  });
  const engine = harvest.subjects.find(({ kind }) => kind === 'engine');
  expect(engine?.facts).toMatchObject({
    product: 'podman',
    rootless: true,
    builtAt: '2025-04-02T08:00:00.000Z',
    cgroup: { version: 2 },
    plugins: { authorization: [] },
    interContainerTraffic: { effective: true },
  });
  // It has no managed plugins to list, and does not tell of this default.
  expect(engine?.gaps.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/plugins/log', '/noNewPrivileges/effective', '/registries']),
  );
  expect(workloadOf(harvest, 'web')).toMatchObject({
    state: 'created',
    workingDirectory: '/srv',
    createdAt: '2025-05-01T06:00:00.500Z',
    capabilities: { effective: expect.not.arrayContaining(['NET_RAW']) as unknown },
    namespaces: {
      network: { mode: 'private' },
      ipc: { mode: 'shareable', resolved: 'private' },
      user: { resolved: 'private' },
    },
    resources: { pidsLimit: 2048 },
    security: { systemPathsUnconfined: false },
    ports: [{ hostAddress: '0.0.0.0', hostPort: 8080 }, { hostAddress: '::' }],
    command: ['nginx'],
  });
});
