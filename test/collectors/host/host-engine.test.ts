import { statfsSync } from 'node:fs';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { collectHost } from '../../../src/collectors/host/collect-host.ts';
import { readHostDaemon } from '../../../src/collectors/host/host-daemon.ts';
import { misfits } from '../../../src/core/snapshot/hold-to-schema.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { host as kind } from '../../../src/core/subjects/host/host.ts';
import { hostEngineSocketMode } from '../../../src/controls/host/host-engine-socket-mode.ts';
import { hostEngineSocketOwner } from '../../../src/controls/host/host-engine-socket-owner.ts';
import { judge } from '../../support/judge.ts';
import { makeCertificates } from '../../support/certificates.ts';
import { subjectOf } from '../../support/host-root.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** What is said of the sockets of the host's engines. */
function verdictsOf(subject: Subject) {
  const { facts, gaps } = subject;
  const [mode, owner] = [hostEngineSocketMode, hostEngineSocketOwner].map(
    (control) => judge(control, facts, { gaps }).status,
  );
  return { mode, owner };
}

describeWithRoot('a host with a real engine', ['dockerd', 'busybox', 'openssl'], () => {
  let host: PrivateHost;
  beforeAll(async () => {
    host = await startPrivateHost();
  });
  afterAll(() => host?.stop());

  const collect = async (): Promise<Subject> => subjectOf(await collectHost(host.root));
  const start = async (...flags: readonly string[]) => {
    const engine = await host.startEngine(...flags);
    onTestFinished(engine.stop);
    return engine;
  };

  test('owner and mode of its files and sockets, as they are', async () => {
    await start();
    await host.shell(`
      echo '{}' > /etc/docker/daemon.json && chmod 606 /etc/docker/daemon.json
      chown 33:33 /etc/docker/daemon.json && chmod 660 /run/docker.sock
      mkdir -p /etc/systemd/system/docker.service.d
      echo > /etc/systemd/system/docker.service.d/flags.conf`);
    onTestFinished(async () => void (await host.shell('rm /etc/docker/daemon.json')));
    const subject = await collect();
    expect(subject.facts['files']).toMatchObject({
      daemonConfig: { path: '/etc/docker/daemon.json', mode: 0o606, uid: 33, owner: 'www-data' },
      dockerDirectory: { type: 'directory', mode: 0o755, owner: 'root' },
      engineSocket: { path: '/run/docker.sock', type: 'socket', mode: 0o660 },
      containerdSocket: { path: '/run/docker/containerd/containerd.sock', type: 'socket' },
      dataRoot: { path: '/var/lib/docker', type: 'directory' },
    });
    expect(subject.facts['dataRootSpace']).toMatchObject({ path: '/var/lib/docker' });
    const { blocks, bsize } = statfsSync(`${host.root}/var/lib/docker`);
    expect(subject.facts['dataRootSpace']).toMatchObject({ size: blocks * bsize });
    expect(subject.facts['programs']).toMatchObject({
      containerd: [expect.objectContaining({ path: '/usr/bin/containerd', type: 'file' })],
    });
    expect(subject.facts['unitDropIns']).toMatchObject([
      { path: '/etc/systemd/system/docker.service.d/flags.conf' },
    ]);
    expect(subject.facts['mounts']).toContainEqual(
      expect.objectContaining({ mountPoint: '/var/lib/docker' }),
    );
    // Its daemon.json came after it had started, so that it is not known which certificates it took.
    const paths = subject.gaps.map(({ path }) => path).filter((path) => path.startsWith('/files'));
    expect(paths).toEqual([
      '/files/tlsCaCertificate',
      '/files/tlsServerCertificate',
      '/files/tlsServerKey',
    ]);
    expect(misfits(kind, subject)).toEqual([]);
  });

  test('what its flags say of its files goes before where they usually are', async () => {
    const { server } = await makeCertificates(temporaryRoot());
    await host.shell(`mkdir -p /run/other && echo '{"tlskey": "${server.key}"}' > /etc/other.json`);
    const flags = [`--tlscacert=${server.ca}`, `--tlscert=${server.cert}`, '--tlsverify'];
    const hosts = ['-H=unix:///run/other.sock', '-H=unix:///run/docker.sock'];
    await start('--config-file=/etc/other.json', '--data-root=/run/other', ...hosts, ...flags);
    const { facts, gaps } = await collect();
    expect(facts['files']).toMatchObject({
      daemonConfig: { path: '/etc/other.json' },
      engineSocket: { path: '/run/other.sock' },
      dataRoot: { path: '/run/other' },
      tlsCaCertificate: { path: server.ca },
      tlsServerCertificate: { path: server.cert },
      tlsServerKey: { path: server.key, mode: 0o600 },
    });
    expect(gaps.filter(({ path }) => path.startsWith('/files'))).toEqual([]);
  });

  test('every socket at which its API answers, wherever it is', async () => {
    await host.shell('mkdir -p /run/user/0 /srv/api');
    const hosts = ['-H=unix:///run/user/0/x.sock', '-H=unix:///srv/api/y.sock'];
    await start(...hosts, '-H=unix:///run/docker.sock');
    await host.shell('rm /run/docker.sock && chmod 666 /srv/api/y.sock');
    const subject = await collect();
    expect(subject.facts['files']).toMatchObject({
      engineSocket: { path: '/run/user/0/x.sock', type: 'socket', mode: 0o660 },
      otherEngineSockets: [{ path: '/srv/api/y.sock', type: 'socket', mode: 0o666 }],
    });
    expect(subject.gaps.map(({ path }) => path)).not.toContain('/files/otherEngineSockets/-');
    expect(verdictsOf(subject)).toEqual({ mode: 'fail', owner: 'pass' });
  });

  test('the socket of a containerd of its own is found where its flags put it', async () => {
    await start('--exec-root=/run/apart');
    await host.shell('chmod 666 /run/apart/containerd/containerd.sock');
    // Left from an earlier start: nobody listens there.
    await host.shell(`mkdir -p /run/containerd && touch /run/containerd/containerd.sock`);
    onTestFinished(async () => void (await host.shell('rm -r /run/containerd')));
    expect((await collect()).facts['files']).toMatchObject({
      containerdSocket: { path: '/run/apart/containerd/containerd.sock', mode: 0o666 },
    });
  });

  test('of two engines, the host’s is the one at the usual socket', async () => {
    const usual = await start();
    await host.shell(`
      mkdir -p /run/second
      dockerd --bridge=none --iptables=false --ip6tables=false --data-root=/run/second/data \\
        --exec-root=/run/second/exec --pidfile=/run/second/pid -H unix:///run/second/sock \\
        >/run/second/log 2>&1 </dev/null & echo $! > /run/second/begun
      until docker -H unix:///run/second/sock version >/dev/null 2>&1; do sleep 0.1; done`);
    const dataRoot = async () => (await collect()).facts['files'];
    expect(await dataRoot()).toMatchObject({ dataRoot: { path: '/var/lib/docker' } });
    await host.shell('mv /run/docker.sock /run/moved.sock');
    const { gaps } = await collect();
    expect(gaps.find(({ path }) => path === '/files/dataRoot')).toMatchObject({
      reason: 'unavailable',
      detail: {
        en: expect.stringMatching(
          /^Several engines .*\/var\/lib\/docker \(\d+\).*\/run\/second\/data \(\d+\).*DOCKER_HOST/,
        ) as string,
        zh: expect.stringContaining('/run/second/data') as string,
      },
    });
    const scanned = async (...names: readonly string[]) => {
      const sockets = names.map((name) => `${host.root}/run/${name}`);
      const found = await readHostDaemon(host.root, host.procRoot, sockets);
      return found.state === 'running' ? found.daemon.dataRoot : found.state;
    };
    expect(await scanned('second/sock')).toBe('/run/second/data');
    expect(await scanned('none.sock', 'second/sock')).toBe('/run/second/data');
    expect(await scanned('none.sock')).toBe('unread');
    await host.shell('mv /run/moved.sock /run/docker.sock');
    await usual.stop();
    expect(await dataRoot()).toMatchObject({ dataRoot: { path: '/run/second/data' } });
    await host.shell(
      'b=$(cat /run/second/begun); kill $b; while kill -0 $b 2>/dev/null; do sleep 0.1; done',
    );
  });

  test('a socket that no engine of the host is known to have is no reason to say that there is none', async () => {
    await host.shell('mkdir -p /run/odd/proc /run/odd/etc');
    onTestFinished(async () => void (await host.shell('rm -r /run/odd')));
    const subject = subjectOf(await collectHost(`${host.root}/run/odd`));
    expect(subject.gaps.map(({ path }) => path)).toContain('/files/engineSocket');
    expect(verdictsOf(subject)).toEqual({ mode: 'unknown', owner: 'unknown' });
  });

  test('an engine inside a container is not the host’s', async () => {
    await host.shell(`
      mkdir -p /run/inner/etc /run/inner/proc /run/inner/volumes
      busybox true && cp "$(command -v busybox)" /run/inner/busybox
      echo > /run/inner/volumes/metadata.db
      chroot /run/inner /busybox sh -c 'exec 3</volumes/metadata.db; exec /busybox sleep 99' \\
        >/dev/null 2>&1 & echo $! > /run/inner.pid; sleep 0.3`);
    const { facts } = await collect();
    expect(facts['files']).toMatchObject({ dataRoot: { path: '/var/lib/docker' } });
    await host.shell('kill $(cat /run/inner.pid)');
  });
});
