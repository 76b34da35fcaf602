import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DaemonReading } from '../../../src/collectors/daemon/daemon-reading.ts';
import { readDaemon } from '../../../src/collectors/daemon/read-daemon.ts';
import { asNobody } from '../../support/call-elsewhere.ts';
import { forwardReadsOnly } from '../../support/forward-reads-only.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const path = '/etc/docker/daemon.json';

describeWithRoot('a real daemon', ['dockerd', 'busybox'], () => {
  let host: PrivateHost;
  beforeAll(async () => {
    host = await startPrivateHost();
  });
  afterAll(() => host?.stop());

  const write = (text: string): Promise<string> =>
    host.shell(`cat > ${path} <<'END'\n${text}\nEND`);
  const read = (): Promise<DaemonReading> =>
    readDaemon({ socketPath: join(host.root, '/run/docker.sock'), procRoot: host.procRoot });
  const start = async (...flags: readonly string[]) => {
    const engine = await host.startEngine(...flags);
    onTestFinished(engine.stop);
    return engine;
  };

  test('is found by the socket that it owns, and says who it is', async () => {
    await host.shell(`rm -f ${path}`);
    const before = Date.now();
    const { pid } = await start(
      '--log-level=warn',
      '-D=false',
      '--default-ulimit',
      'nofile=64:128',
    );
    const { process, settings, fileKeys, ...daemon } = await read();
    expect(process).toMatchObject({ pid, executable: '/usr/sbin/dockerd', configFile: path });
    expect(Math.abs(Date.parse(process.startedAt) - before)).toBeLessThan(5_000);
    expect(daemon).toMatchObject({
      hostRoot: `${host.procRoot}/${pid}/root`,
      dataRoot: '/var/lib/docker',
      listeners: { value: [] },
      certificates: { value: null },
    });
    expect(fileKeys).toEqual({ value: [], source: { kind: 'file', path } });
    const flags = { kind: 'file', path: `/proc/${pid}/cmdline` };
    expect(settings.logLevel.inForce).toEqual({ value: 'warn', source: flags });
    expect(settings.debug.configured).toEqual({ value: false, source: flags });
    expect(settings.packetFilter.inForce).toEqual({ value: false, source: flags });
    expect(settings.defaultUlimits.inForce).toMatchObject({ value: ['nofile=64:128'] });
    expect(settings.userlandProxy).toEqual({
      configured: { value: null, source: flags },
      inForce: { value: true, source: flags },
    });
  });

  test('debug mode is the level of its log', async () => {
    await host.shell(`rm -f ${path}`);
    await start('--debug');
    const { logLevel } = (await read()).settings;
    expect(logLevel).toMatchObject({ configured: { value: null }, inForce: { value: 'debug' } });
  });

  test('what daemon.json says is in force only if the daemon started with it', async () => {
    await write('{\n  "log-level": "error",\n  "no-new-privileges": true\n}');
    const first = await start();
    const before = (await read()).settings;
    const error = { value: 'error', source: { kind: 'file', path, line: 2 } };
    expect(before.logLevel).toEqual({ configured: error, inForce: error });
    expect(before.noNewPrivileges.inForce).toMatchObject({ value: true });

    await write('{\n  "userland-proxy": false,\n  "log-level": "warn"\n}');
    const changed = (await read()).settings;
    expect(changed.logLevel).toMatchObject({
      configured: { value: 'warn', source: { line: 3 } },
      inForce: { unread: { reason: 'unavailable', source: { path } } },
    });
    expect(changed.noNewPrivileges).toMatchObject({
      configured: { value: null },
      inForce: { unread: { reason: 'unavailable' } },
    });
    expect(changed.packetFilter.inForce).toMatchObject({ value: false });

    await first.stop();
    await start();
    const after = await read();
    expect(after.settings.logLevel.inForce).toMatchObject({ value: 'warn' });
    expect(after.settings.userlandProxy.inForce).toMatchObject({ value: false });
    expect(after.settings.noNewPrivileges.inForce).toMatchObject({ value: false });
    expect(after.fileKeys).toMatchObject({ value: ['userland-proxy', 'log-level'] });
  });

  test('that the file was taken away meanwhile does not make the default true', async () => {
    await write('{"log-level": "error"}');
    await start();
    await host.shell(`rm ${path}`);
    const { logLevel } = (await read()).settings;
    expect(logLevel).toMatchObject({ configured: { value: null }, inForce: { unread: {} } });
  });

  test('a file that became nonsense is malformed, and names its line', async () => {
    await write('{}');
    await start();
    await write('{\n  "log-level": "hunter2-nonsense",\n}');
    const daemon = await read();
    const detail = {
      en: `${path} is not valid JSON: see line 3.`,
      zh: `${path} 不是有效的 JSON：见第 3 行。`,
    };
    const gap = { unread: { reason: 'malformed', detail } };
    expect(daemon.settings.logLevel).toMatchObject({ configured: gap, inForce: gap });
    expect(daemon.fileKeys).toMatchObject(gap);
    expect(JSON.stringify(daemon)).not.toContain('hunter2');
  });

  test('no secret of its file, its flags or its environment is in what is read', async () => {
    await write('{"proxies": {"http-proxy": "http://u:hunter2@p:1"}, "labels": ["token=hunter2"]}');
    await start('--log-opt=env=hunter2');
    const daemon = await read();
    expect(daemon.fileKeys).toMatchObject({ value: ['proxies', 'labels'] });
    expect(JSON.stringify(daemon)).not.toContain('hunter2');
  });

  test('another file is read where a flag names one', async () => {
    await host.shell(
      `echo '{"icc": true, "hosts": ["unix:///run/docker.sock"]}' > /etc/other.json`,
    );
    await start('--config-file=/etc/other.json');
    const { process, settings } = await read();
    expect(process.configFile).toBe('/etc/other.json');
    expect(settings.hosts.inForce).toMatchObject({ value: ['unix:///run/docker.sock'] });
  });

  test('what merely passes requests on is not taken for the engine, whose container shows the way', async () => {
    const { pid } = await start();
    const target = join(host.root, '/run/docker.sock');
    const proxy = await forwardReadsOnly(target, join(temporaryRoot(), 'proxy.sock'));
    onTestFinished(proxy.stop);
    const query = { socketPath: proxy.socket, procRoot: host.procRoot };
    await expect(readDaemon(query)).rejects.toMatchObject({ code: 'file-not-found' });

    await host.shell(`
      mkdir -p /run/image/bin && cp "$(command -v busybox)" /run/image/bin/busybox
      tar -C /run/image -c . | docker import - box`);
    const id = (await host.shell('docker run -d --network none box /bin/busybox sleep 99')).trim();
    const own = Number(await host.shell(`docker inspect -f '{{.State.Pid}}' ${id}`));
    const found = await readDaemon({ ...query, container: { pid: own, id } });
    expect(found.process.pid).toBe(pid);
    for (const container of [
      { pid, id },
      { pid: own, id: 'f'.repeat(64) },
    ]) {
      const wrong = readDaemon({ ...query, container });
      await expect(wrong).rejects.toMatchObject({ code: 'file-not-found' });
    }
    await host.shell(`docker rm -f ${id}`);
  });

  test('a process that bears its name, flags and path is not it', async () => {
    await host.shell(
      `(exec -a dockerd sleep 300 >/dev/null 2>&1) & echo $! > /run/impostor; mkdir -p /run/elsewhere`,
    );
    const none = readDaemon({ socketPath: join(host.root, '/run/none'), procRoot: host.procRoot });
    await expect(none).rejects.toMatchObject({ code: 'file-not-found' });
    const { pid } = await start();
    expect((await read()).process.pid).toBe(pid);
    await host.shell('kill $(cat /run/impostor)');
  });

  test('who may not look is told so', async () => {
    await start();
    const outcome = await asNobody('src/collectors/daemon/read-daemon.ts', 'readDaemon', {
      socketPath: '/run/docker.sock',
      procRoot: '/proc',
    });
    expect(outcome).toMatchObject({ error: { code: 'file-denied' } });
  });
});
