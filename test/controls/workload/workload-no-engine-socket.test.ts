import { workloadNoEngineSocket } from '../../../src/controls/workload/workload-no-engine-socket.ts';
import { bindOf, compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { expect, it } from 'vitest';
import { judge } from '../../support/judge.ts';

const failing = (...paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, { facts: { mounts: [bindOf(path)] } }]));

it('names the mount and the socket, once', () => {
  const mounts = [bindOf('/var/run', { target: '/host/run' })];
  const { message } = judge(workloadNoEngineSocket, { ...compliantWorkload, mounts });
  expect(message.en).toBe(
    '/var/run, mounted at /host/run, gives access to the engine socket /run/docker.sock',
  );
});

it('keeps hostile paths as they are', () => {
  const mounts = [bindOf('/run', { target: '/a\n<b>' })];
  const { message } = judge(workloadNoEngineSocket, { ...compliantWorkload, mounts });
  expect(message.en).toContain('/a\n<b>');
});

describeControl(workloadNoEngineSocket, compliantWorkload, {
  pass: {
    'a disk that is set aside for data': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })] },
      params: { devices: ['/dev/sdb1'] },
      denied: ['/mounts/0/hostPath'],
    },
    'beside an engine whose sockets are all listed': {
      others: [engineBeside({ sockets: ['/run/docker.sock'] })],
    },
    'beside the socket of an engine that was moved': {
      facts: { mounts: [bindOf('/srv/engine/data')] },
    },
    'what a file describes, with no engine in sight': {
      facts: { ...stopped, origin: 'compose-service', state: 'declared' },
      others: [],
    },
    'a file beside a socket': { facts: { mounts: [bindOf('/run/docker.pid')] } },
    'a directory that only begins like one': {
      facts: { mounts: [bindOf('/run/containerd-data')] },
    },
    'a name that only ends like one': { facts: { mounts: [bindOf('/srv/not-docker.sock')] } },
    '/var, in which /var/run is a link to elsewhere': { facts: { mounts: [bindOf('/var')] } },
    'a volume by that name': {
      facts: { mounts: [bindOf('docker.sock', { type: 'volume', hostPath: null })] },
    },
    'something else mounted where the socket is looked for': {
      facts: { mounts: [bindOf('/srv/proxy/api.sock', { target: '/var/run/docker.sock' })] },
    },
    'a pipe of another program': {
      facts: { mounts: [bindOf('\\\\.\\pipe\\app', { type: 'npipe', hostPath: null })] },
    },
    'one that was taken off the list': {
      facts: { mounts: [bindOf('/run/crio/crio.sock')] },
      params: { sockets: ['/run/docker.sock'] },
    },
  },
  fail: {
    'a folder with the socket of an engine that was moved': {
      facts: { mounts: [bindOf('/run')] },
      others: [engineBeside({ sockets: ['/run/other/engine.sock'] })],
      message: '/run, mounted at /mnt, gives access to the engine socket /run/other/engine.sock',
    },
    'a folder in which sockets lie by default, beside an engine that was moved': {
      facts: { mounts: [bindOf('/run')] },
      others: [engineBeside({ sockets: ['/srv/engine.sock'] })],
      message:
        '/run, mounted at /mnt, would give access to the engine socket /run/docker.sock, if there is one',
    },
    ...failing(
      '/run/docker.sock',
      '/var/run/docker.sock',
      '//run//docker.sock',
      '/run/./docker.sock',
      '/srv/../run/docker.sock',
      '/run/containerd/containerd.sock',
      '/run/podman/podman.sock',
      '/var/run/docker.sock.raw',
      '/run/host-services/docker.proxy.sock',
      '/run/cri-dockerd.sock',
      '/run/balena-engine.sock',
      '/run/user/1000/docker.sock',
      '/srv/engine/docker.sock',
    ),
    ...failing('/', '/run', '/run/', '/var/run', '/run/containerd', '/run/user', '/run/user/1000'),
    'read-only does not help': {
      facts: { mounts: [bindOf('/run/docker.sock', { readOnly: true })] },
    },
    'by way of a symbolic link': {
      facts: { mounts: [bindOf('/srv/harmless', { hostPath: '/run/docker.sock' })] },
    },
    'by way of a volume with a device option': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: '/run' })] },
    },
    'one of many, where links of another could not be followed': {
      facts: { mounts: [bindOf('/srv/a'), bindOf('/run/docker.sock')] },
      denied: ['/mounts/0/hostPath', '/mounts/1/hostPath'],
    },
    'a socket that was added to the list': {
      facts: { mounts: [bindOf('/srv/engine.socket')] },
      params: { sockets: ['/srv/engine.socket'] },
    },
    'the socket of an engine that was moved': {
      facts: { mounts: [bindOf('/srv/engine/api.socket')] },
    },
    'the directory of an engine that was moved': { facts: { mounts: [bindOf('/srv/engine')] } },
    'that directory by way of a symbolic link': {
      facts: { mounts: [bindOf('/srv/link', { hostPath: '/srv/engine' })] },
    },
    'what a link of the project leads to, by its name': {
      facts: { mounts: [bindOf('/srv/shop/sock', { namedPath: '/run/docker.sock' })] },
      denied: ['/mounts/0/hostPath'],
    },
    'that directory by way of a named volume': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: '/srv/engine' })] },
    },
    "the engine's pipe": {
      facts: {
        mounts: [bindOf('\\\\.\\pipe\\docker_engine', { type: 'npipe', hostPath: null })],
      },
    },
    "the engine's pipe, with slashes": {
      facts: { mounts: [bindOf('//./pipe/docker_engine', { type: 'npipe', hostPath: null })] },
    },
    'a stopped one is judged too': { facts: { ...stopped, mounts: [bindOf('/run/docker.sock')] } },
  },
  unknown: {
    'a disk that a volume mounts': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })] },
      params: { devices: ['/dev/sdb'] },
      denied: ['/mounts/0/hostPath'],
    },
    'the mounts were not read': { denied: ['/mounts'] },
    'links could not be followed': { denied: ['/mounts/0/hostPath'] },
    'a link of the project leads to what is not listed, where the host may have a link': {
      facts: { mounts: [bindOf('/srv/shop/data', { namedPath: '/srv/data' })] },
      denied: ['/mounts/0/hostPath'],
    },
    'the sockets of the engine were not read': {
      others: [
        { ...engineBeside({}), gaps: [{ path: '/sockets', reason: 'denied', detail: 'test' }] },
      ],
    },
  },
  // That a file describes it would only settle sooner what its mounts settle; a mount of nothing of the host’s, or of
  // what is no path, needs no engine to be judged.
  beside: ['/origin', 'engine', 'engine /sockets'],
  around: [engineBeside({ sockets: ['/srv/engine/api.socket'] })],
  says: {
    '/': '/, mounted at /mnt, gives access to the engine socket /srv/engine/api.socket',
  },
});
