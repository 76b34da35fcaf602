import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectHost } from '../../../src/collectors/host/collect-host.ts';
import { factsOf, gapsOf, hostRoot, subjectOf } from '../../support/host-root.ts';

test('what a host does not have is null', async () => {
  const { files, registryCertificates, unitDropIns, programs, dataRootSpace } =
    await factsOf(hostRoot());
  expect(Object.values(programs).flat()).toEqual([]);
  expect(dataRootSpace).toBeNull();
  const { otherEngineSockets, ...single } = files;
  expect(otherEngineSockets).toEqual([]);
  expect(Object.values(single).every((file) => file === null)).toBe(true);
  expect([registryCertificates, unitDropIns]).toEqual([[], []]);
});

test('the unit of the first place wins, and drop-ins count wherever they lie', async () => {
  const root = hostRoot({
    '/usr/lib/systemd/system/docker.service': '[Service]\n',
    '/etc/systemd/system/docker.service': '[Service]\n',
    '/usr/lib/systemd/system/containerd.service': '[Service]\n',
    '/etc/systemd/system/docker.service.d/override.conf': '',
    '/run/systemd/system/containerd.service.d/a.conf': '',
    '/usr/lib/systemd/system/docker.socket.d/b.conf': '',
    '/etc/systemd/system/docker.service.d/notes.txt': '',
    '/etc/systemd/system/other.service.d/c.conf': '',
  });
  const { files, unitDropIns } = await factsOf(root);
  expect(files.dockerService?.path).toBe('/etc/systemd/system/docker.service');
  expect(files.containerdService?.path).toBe('/usr/lib/systemd/system/containerd.service');
  expect(unitDropIns.map(({ path }) => path)).toEqual([
    '/etc/systemd/system/docker.service.d/override.conf',
    '/run/systemd/system/containerd.service.d/a.conf',
    '/usr/lib/systemd/system/docker.socket.d/b.conf',
  ]);
});

test('/lib that is a link to /usr/lib shows no drop-in twice', async () => {
  const conf = '/usr/lib/systemd/system/docker.service.d/a.conf';
  const root = hostRoot({ [conf]: '' }, { '/lib': 'usr/lib' });
  expect((await factsOf(root)).unitDropIns.map(({ path }) => path)).toEqual([conf]);
});

test('a masked unit is one that the host does not have', async () => {
  const root = hostRoot(
    { '/usr/lib/systemd/system/docker.socket': '', '/dev/null': '' },
    { '/etc/systemd/system/docker.socket': '/dev/null' },
  );
  expect((await factsOf(root)).files.dockerSocketUnit).toBeNull();
});

test('the socket is found behind the old name of its directory', async () => {
  const root = hostRoot({ '/run/docker.sock': '' }, { '/var/run': '../run' });
  chmodSync(join(root, 'run/docker.sock'), 0o660);
  expect((await factsOf(root)).files.engineSocket).toMatchObject({
    path: '/run/docker.sock',
    mode: 0o660,
  });
});

test('everything below certs.d, each with its own source', async () => {
  const root = hostRoot({ '/etc/docker/certs.d/registry:5000/ca.crt': '' });
  mkdirSync(join(root, 'etc/docker/certs.d/empty'));
  const { facts, sources } = subjectOf(await collectHost(root));
  const paths = ['empty', 'registry:5000', 'registry:5000/ca.crt'].map(
    (name) => `/etc/docker/certs.d/${name}`,
  );
  expect(facts['registryCertificates']).toMatchObject(paths.map((path) => ({ path })));
  expect(sources?.['/registryCertificates/2']).toEqual({ kind: 'file', path: paths[2] });
});

test('with no engine running, daemon.json says where its files are', async () => {
  const root = hostRoot({
    '/etc/docker/daemon.json':
      '{"data-root": "/srv/docker", "hosts": ["tcp://:1", "unix:///srv/d.sock"], "tlsverify": true, "tlskey": "/srv/key.pem"}',
    '/srv/docker/x': '',
    '/srv/d.sock': '',
    '/srv/key.pem': '',
    '/root/.docker/ca.pem': '',
  });
  chmodSync(join(root, 'srv/key.pem'), 0o400);
  const { files } = await factsOf(root);
  expect(files.dataRoot?.path).toBe('/srv/docker');
  expect(files.engineSocket?.path).toBe('/srv/d.sock');
  expect(files.tlsServerKey).toMatchObject({ path: '/srv/key.pem', mode: 0o400 });
  expect(files.tlsCaCertificate?.path).toBe('/root/.docker/ca.pem');
  expect(files.tlsServerCertificate).toBeNull();
});

test.each([
  ['{"containerd": "/srv/c.sock", "exec-root": "/srv/x"}', '/srv/c.sock'],
  ['{"containerd": "srv/c.sock"}', '/srv/c.sock'],
  ['{"exec-root": "/srv/x"}', '/srv/x/containerd/containerd.sock'],
  ['{}', undefined],
])('with no engine running, %s says where containerd listens', async (json, path) => {
  const { files } = await factsOf(
    hostRoot({
      '/etc/docker/daemon.json': json,
      '/srv/c.sock': '',
      '/srv/x/containerd/containerd.sock': '',
    }),
  );
  expect(files.containerdSocket?.path).toBe(path);
});

test('a daemon.json that is nonsense leaves what it decides unknown, and its own mode known', async () => {
  const root = hostRoot({ '/etc/docker/daemon.json': '{"hosts": [' });
  expect(await gapsOf(root)).toEqual([
    '/containerLogs malformed',
    '/dataRootSpace malformed',
    '/files/containerdSocket malformed',
    '/files/dataRoot malformed',
    '/files/tlsCaCertificate malformed',
    '/files/tlsServerCertificate malformed',
    '/files/tlsServerKey malformed',
  ]);
  expect(subjectOf(await collectHost(root)).facts['files']).toMatchObject({
    daemonConfig: { path: '/etc/docker/daemon.json' },
  });
});

test('without processes to look at, what flags may decide is unknown', async () => {
  const noProcess = { '/proc/1/exe': null, '/proc/1/fd/0': null, '/proc/1/ns/net': null };
  const nothing = { '/proc/1/mountinfo': null, '/proc/1/net/tcp': null };
  const gaps = await gapsOf(hostRoot(nothing, noProcess));
  expect(gaps).toContain('/files/dataRoot unavailable');
  expect(gaps).toContain('/files/tlsServerKey unavailable');
  expect(gaps).toContain('/files/containerdSocket unavailable');
  const said = { '/etc/docker/daemon.json': '{"data-root": "/srv/docker"}' };
  const named = await gapsOf(hostRoot({ ...said, ...nothing }, noProcess));
  expect(named).not.toContain('/files/dataRoot unavailable');
  const usual = { '/run/containerd/containerd.sock': '', ...nothing };
  expect(await gapsOf(hostRoot(usual, noProcess))).not.toContain(
    '/files/containerdSocket unavailable',
  );
});

test('containerd, its shims and runc, each once by where links lead', async () => {
  const root = hostRoot(
    {
      '/usr/bin/containerd': '',
      '/usr/bin/containerd-shim': '',
      '/usr/bin/containerd-shim-runc-v1': '',
      '/usr/bin/containerd-shim-runc-v2': '',
      '/opt/bin/containerd-shim-kata-v2': '',
      '/usr/bin/containerd-stress': '',
      '/usr/sbin/runc': '',
      '/usr/lib/runc/runc-1.2': '',
    },
    { '/bin': 'usr/bin', '/usr/bin/runc': '../lib/runc/runc-1.2' },
  );
  const { programs } = await factsOf(root);
  const paths = Object.entries(programs).map(([name, files]) => [name, files.map((f) => f.path)]);
  expect(Object.fromEntries(paths)).toEqual({
    containerd: ['/usr/bin/containerd'],
    containerdShim: ['/usr/bin/containerd-shim'],
    containerdShimRuncV1: ['/usr/bin/containerd-shim-runc-v1'],
    containerdShims: ['/opt/bin/containerd-shim-kata-v2', '/usr/bin/containerd-shim-runc-v2'],
    runc: ['/usr/lib/runc/runc-1.2', '/usr/sbin/runc'],
  });
});

test('the files of accounts, as far as they are there', async () => {
  const { accountFiles } = await factsOf(hostRoot({ '/etc/subuid': 'dockremap:100000:65536\n' }));
  expect(accountFiles.map(({ path }) => path)).toEqual([
    '/etc/group',
    '/etc/passwd',
    '/etc/subuid',
    '/etc/sudoers',
  ]);
});

test('what is left on the file system of the data root', async () => {
  const root = hostRoot({ '/var/lib/docker/x': '' });
  const { dataRootSpace: space } = await factsOf(root);
  expect(space?.path).toBe('/var/lib/docker');
  expect(space?.size).toBeGreaterThan(0);
  expect(space?.free).toBeLessThanOrEqual(space?.size ?? 0);
});
