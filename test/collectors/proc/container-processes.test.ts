import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { innermostContainer } from '../../../src/syntax/proc/container-cgroup.ts';
import { indexProcesses } from '../../../src/collectors/proc/container-processes.ts';
import { parseKernelState } from '../../../src/collectors/proc/kernel-state.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';

describeWithRoot('processes of real containers', ['dockerd', 'busybox'], () => {
  let host: PrivateHost;

  beforeAll(async () => {
    host = await startPrivateHost();
    await host.startEngine();
    await host.shell(`
      mkdir -p /run/image/bin && cp "$(command -v busybox)" /run/image/bin/busybox
      ln -s busybox /run/image/bin/sh && cp /run/image/bin/busybox /run/image/bin/busybox-worker
      tar -C /run/image -c . | docker import - box`);
  }, 60_000);
  afterAll(() => host?.stop());

  const start = async (...words: readonly string[]): Promise<{ id: string; pid: number }> => {
    const id = (await host.shell(`docker run -d --network none ${words.join(' ')}`)).trim();
    const pid = await host.shell(`docker inspect -f '{{.State.Pid}}' ${id}`);
    return { id, pid: Number(pid) };
  };

  const processesBeside = async (pid: number) =>
    (await indexProcesses(host.procRoot)).sameContainer(pid);

  /** The program in a container, as soon as the shell that starts it has. */
  const onceStarted = (pid: number, name: string) =>
    vi.waitUntil(async () => (await processesBeside(pid)).find(({ program }) => program === name), {
      timeout: 20_000,
    });

  test('lists what runs in one, and nothing of its neighbour', async () => {
    const one = await start(
      'box',
      '/bin/sh',
      '-c',
      '"/bin/busybox-worker sleep 1000 & exec /bin/busybox sleep 1000"',
    );
    const other = await start('--user 1000:1000', 'box', '/bin/busybox', 'sleep', '1000');
    await onceStarted(one.pid, 'busybox-worker');
    const index = await indexProcesses(host.procRoot);
    expect(index.containerId(one.pid)).toBe(one.id);
    expect(index.containerId(other.pid)).toBe(other.id);
    const programs = index.sameContainer(one.pid).map(({ uid, program }) => `${uid} ${program}`);
    expect(programs.toSorted()).toEqual(['0 busybox-worker', '0 sleep']);
    expect(index.sameContainer(other.pid)).toEqual([
      expect.objectContaining({ pid: other.pid, uid: 1000, program: 'sleep' }),
    ]);
  });

  test('a name that a process gives itself hides nothing', async () => {
    const { pid } = await start('box', '/bin/sh', '-c', '"exec -a sleep /bin/busybox-worker 1000"');
    expect(await onceStarted(pid, 'busybox-worker')).toMatchObject({ pid });
  });

  test('a container on the host’s pid namespace has its own processes only', async () => {
    const { pid } = await start('--pid host', 'box', '/bin/busybox', 'sleep', '1000');
    expect(await processesBeside(pid)).toHaveLength(1);
  });

  test('a privileged container does not get out of its list by leaving its cgroups', async () => {
    const { pid } = await start(
      '--privileged',
      'box',
      '/bin/sh',
      '-c',
      '"/bin/busybox-worker sleep 1000 & wait"',
    );
    const worker = await onceStarted(pid, 'busybox-worker');
    await host.shell(
      `for procs in /sys/fs/cgroup/cgroup.procs /sys/fs/cgroup/*/cgroup.procs; do
        [ ! -e "$procs" ] || echo ${worker.pid} > "$procs" || true
      done 2>/dev/null`,
    );
    const cgroup = await host.shell(`cat /proc/${worker.pid}/cgroup`);
    expect(innermostContainer(cgroup)).toBeUndefined();
    expect((await processesBeside(pid)).map((each) => each.pid)).toContain(worker.pid);
  });

  test('the engine itself is in no container, and has the mounts of the host', async () => {
    const engine = Number(await host.shell('cat /run/docker.pid'));
    const index = await indexProcesses(host.procRoot);
    expect(index.containerId(engine)).toBeUndefined();
    expect(() => index.sameContainer(engine)).toThrow(
      expect.objectContaining({ code: 'file-unreadable' }),
    );
    expect(() => index.sameContainer(999_999)).toThrow(
      expect.objectContaining({ code: 'file-not-found' }),
    );
  });

  test('the kernel’s own account of a hardened and of a privileged container', async () => {
    const hard = await start(
      '--user 1000:1001 --cap-drop ALL --security-opt no-new-privileges',
      'box /bin/busybox sleep 1000',
    );
    const index = await indexProcesses(host.procRoot);
    expect(parseKernelState(index.status(hard.pid), hard.pid)).toEqual({
      uid: 1000,
      gid: 1001,
      capabilities: [],
      noNewPrivileges: true,
      seccomp: 2,
    });
    const wide = await start('--privileged', 'box /bin/busybox sleep 1000');
    const later = await indexProcesses(host.procRoot);
    const state = parseKernelState(later.status(wide.pid), wide.pid);
    expect(state).toMatchObject({ uid: 0, noNewPrivileges: false, seccomp: 0 });
    expect(state.capabilities).toEqual(expect.arrayContaining(['SYS_ADMIN', 'SYS_MODULE']));
  });
});
