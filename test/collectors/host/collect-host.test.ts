import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Harvest, Progress } from '../../../src/collectors/gathering/collector-result.ts';
import { collectHost } from '../../../src/collectors/host/collect-host.ts';
import { misfits } from '../../../src/core/snapshot/hold-to-schema.ts';
import { host } from '../../../src/core/subjects/host/host.ts';
import { asNobody, mayBecomeNobody } from '../../support/call-elsewhere.ts';
import { factsOf, gapsOf, hostRoot, subjectOf } from '../../support/host-root.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

test('a host on which all can be read has all facts and no gap', async () => {
  const root = hostRoot();
  const harvest = await collectHost(root);
  const subject = subjectOf(harvest);
  expect(subject.gaps).toEqual([]);
  expect(misfits(host, subject)).toEqual([]);
  expect(subject).toMatchObject({ kind: 'host', name: 'harbour', target: `host:${root}` });
  expect(harvest.target).toMatchObject({
    id: `host:${root}`,
    kind: 'host',
    machine: `host:${root}`,
    description: { en: 'harbour, Debian GNU/Linux 13', zh: 'harbour，Debian GNU/Linux 13' },
  });
  expect(harvest.population).toEqual([
    { target: `host:${root}`, kind: 'host', existed: 1, read: 1, vanished: 0 },
  ]);
});

test('every fact has a source', async () => {
  const { facts, sources = {} } = subjectOf(await collectHost(hostRoot()));
  for (const [name, value] of Object.entries(facts)) {
    const parts = sources[`/${name}`] ? [''] : Object.keys(value as object).map((key) => `/${key}`);
    for (const part of parts) expect(sources).toHaveProperty([`/${name}${part}`]);
  }
});

test('its id does not give the machine’s id away, and stays the same', async () => {
  const [one, other] = await Promise.all([collectHost(hostRoot()), collectHost(hostRoot())]);
  expect(subjectOf(one).id).toBe(subjectOf(other).id);
  expect(subjectOf(one).id).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(one)).not.toContain('0123456789abcdef');
  const without = hostRoot({ '/etc/machine-id': null });
  expect(subjectOf(await collectHost(without)).id).toBe('harbour');
});

test('this machine is known as such, by its own root and through another mount of its /proc', async () => {
  expect((await collectHost('/')).target).toMatchObject({ id: 'host:/', machine: 'local' });
  const through = await collectHost('/proc/self/root/');
  expect(through.target).toMatchObject({ id: 'host:/proc/self/root', machine: 'local' });
  expect((await collectHost(hostRoot(), { machine: 'tcp://x' })).target.machine).toBe('tcp://x');
});

test('what is not the root of a host is refused, rather than found empty', async () => {
  const missing = collectHost(join(temporaryRoot(), 'none'));
  await expect(missing).rejects.toMatchObject({ code: 'file-not-found' });
  await expect(collectHost(temporaryRoot())).rejects.toMatchObject({ code: 'file-not-found' });
});

test.each([
  ['/etc/os-release', '/os'],
  ['/proc/sys/kernel/osrelease', '/kernel/running'],
  ['/proc/1/mountinfo', '/mounts'],
  ['/sys/kernel/security/lsm', '/security/modules'],
  ['/sys/fs/cgroup/cgroup.controllers', '/cgroupVersion'],
  ['/etc/group', '/groups'],
])('without %s there is a gap at %s, which names the file', async (path, at) => {
  const { gaps, facts } = subjectOf(await collectHost(hostRoot({ [path]: null })));
  const gap = gaps.find((each) => each.path === at);
  expect(gap).toMatchObject({ reason: 'unavailable', source: { kind: 'file' } });
  expect(
    misfits(host, { ...subjectOf(await collectHost(hostRoot({ [path]: null }))), facts }),
  ).toEqual([]);
});

test('a FIFO in place of a file is not waited for', async () => {
  const root = hostRoot({ '/etc/os-release': null });
  execFileSync('mkfifo', [join(root, 'etc/os-release')]);
  expect(await gapsOf(root)).toEqual(['/os malformed']);
});

test.runIf(mayBecomeNobody)(
  'to a user who may not look, each thing is a gap of its own',
  async () => {
    const root = hostRoot({
      '/etc/docker/daemon.json': '{"tlsverify": true}',
      '/etc/docker/certs.d/registry/ca.crt': '',
      '/etc/audit/rules.d/docker.rules': '-w /etc/docker -p wa\n',
      '/run/containerd/containerd.sock': '',
    });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'etc/sudoers'), 0o440);
    chmodSync(join(root, 'etc/docker/daemon.json'), 0o600);
    chmodSync(join(root, 'etc/docker/certs.d'), 0o700);
    chmodSync(join(root, 'etc/audit'), 0o750);
    chmodSync(join(root, 'run/containerd'), 0o710);
    chmodSync(join(root, 'proc/sys/kernel/randomize_va_space'), 0o600);
    const module = 'src/collectors/host/collect-host.ts';
    const outcome = await asNobody<Harvest>(module, 'collectHost', root, {});
    if ('error' in outcome) throw new Error(outcome.error.message);
    const subject = subjectOf(outcome.answer);
    expect(subject.gaps.map(({ path, reason }) => `${path} ${reason}`).toSorted()).toEqual([
      '/audit denied',
      '/auditLog denied',
      '/containerLogs denied',
      '/dataRootSpace denied',
      '/files/containerdSocket denied',
      '/files/dataRoot denied',
      '/files/tlsCaCertificate denied',
      '/files/tlsServerCertificate denied',
      '/files/tlsServerKey denied',
      '/registryCertificates denied',
      '/registryTrust denied',
      '/sudo denied',
      '/sysctls/kernel.randomize_va_space denied',
    ]);
    expect(subject.gaps.find(({ path }) => path === '/sudo')?.source).toEqual({
      kind: 'file',
      path: '/etc/sudoers',
    });
    expect(misfits(host, subject)).toEqual([]);
    // What may be looked at is still told: owner and mode of a file that may not be read.
    expect(subject.facts['files']).toMatchObject({ daemonConfig: { mode: 0o600, uid: 0 } });
  },
);

test('where names cannot be read, that there is none is not a fact', async () => {
  const root = hostRoot({ '/etc/passwd': null, '/etc/docker/certs.d/registry/ca.crt': '' });
  const gaps = await gapsOf(root);
  expect(gaps).toContain('/groups unavailable');
  expect(gaps).toContain('/files/dockerDirectory/owner unavailable');
  expect(gaps).toContain('/registryCertificates/0/owner unavailable');
  expect(gaps.filter((gap) => gap.includes('/group '))).toEqual([]);
});

test('no secret that a host’s files hold is in what is read', async () => {
  const canary = 'c4n4ryhunter2';
  const root = hostRoot({
    '/etc/docker/daemon.json': `{"proxies": {"http-proxy": "http://u:${canary}@p:1"}, "log-opts": {"splunk-token": "${canary}"}}`,
    '/etc/sudoers': `web ALL = /usr/bin/mysql --password=${canary}\n`,
    '/proc/1/mountinfo': `22 1 254:0 / /mnt rw - fuse https://u:${canary}@dav/ rw\n`,
  });
  const harvest = await collectHost(root);
  expect(JSON.stringify(harvest)).not.toContain(canary);
  expect(harvest.redactions).toEqual({ 'secret-name': 1, 'url-credentials': 1 });
});

test('a collection that is ended leaves gaps and no half facts', async () => {
  const ending = new AbortController();
  const seen: Progress[] = [];
  const onProgress = (progress: Progress): void => {
    seen.push(progress);
    ending.abort();
  };
  const subject = subjectOf(await collectHost('/', { signal: ending.signal, onProgress }));
  expect(subject.gaps.some(({ reason }) => reason === 'timeout')).toBe(true);
  expect(misfits(host, subject)).toEqual([]);
  expect(seen.at(-1)).toMatchObject({ target: 'host:/', what: 'host', done: seen.length });
  const over = collectHost('/', { signal: AbortSignal.abort() });
  await expect(over).rejects.toMatchObject({ code: 'scan-aborted' });
});

test('groups have the members of their line and those whose primary group it is', async () => {
  expect((await factsOf(hostRoot())).groups).toEqual([
    { name: 'root', gid: 0, members: ['root'] },
    { name: 'docker', gid: 999, members: ['alice', 'bob'] },
  ]);
});

test('nothing is written, nor made, nor touched', async () => {
  const root = hostRoot({ '/etc/docker/daemon.json': '{}' });
  const list = (): string =>
    execFileSync('find', [root, '-printf', '%p %m %s %T@ %C@\n']).toString();
  const before = list();
  await collectHost(root);
  expect(list()).toBe(before);
  rmSync(join(root, 'etc/docker/daemon.json'));
  expect(list()).not.toBe(before);
});
