import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';
import { makeContainers, rowsOf, type Container } from '../harness/containers.ts';
import type { Expected, Family } from '../harness/family.ts';
import { socketOf } from '../harness/on-host.ts';
import { scan } from '../harness/scan.ts';

const run = promisify(execFile);

/** A container, what root of its host does to it once it runs, and how the kernel shows that it is so. */
interface Changed extends Pick<Container, 'options' | 'entered' | 'command'> {
  /** Shell lines on the host; `$PID`, `$ID` and `$IN` are its process, its id and what enters its mounts. */
  readonly change?: string;
  /** A shell line on the host, and what it prints then. */
  readonly shows: readonly [line: string, text: string];
  readonly expect: Expected;
}

const same: Expected = { 'workload-configuration-in-force': 'pass' };
const differs = (says: string): Expected => ({
  'workload-configuration-in-force': ['fail', says],
});
const mounted = (target: string): string => `grep -c " ${target} " /proc/$PID/mountinfo`;
const limitOf = (controller: string, file: string): string =>
  `/sys/fs/cgroup/${controller}/docker/$ID/${file}`;

/** The process that sleeps for so long. */
const sleeper = (mark: number): string =>
  // A pattern that is not the number itself is not found in the search for it.
  `$(grep -lszx '${Math.floor(mark / 10)}[${mark % 10}]' /proc/[0-9]*/cmdline | cut -d/ -f3 | tail -n 1)`;
const otherOf = (mark: number): string => `/proc/${sleeper(mark)}`;

/** What runs beside the first process, in mounts of its own and by what it does to them first. */
const apart = (mark: number, first: string): string =>
  `$IN busybox unshare -m busybox sh -c '${first}; exec busybox sleep ${mark}' >/dev/null 2>&1 &
  OTHER=; while [ -z "$OTHER" ]; do OTHER=${sleeper(mark)}; done
  for cgroup in /sys/fs/cgroup/*/docker/$ID; do echo $OTHER > $cgroup/cgroup.procs; done
  kill -9 $! || true`;

/** A second process of the container, of which one controller of the kernel lets go. */
const letGo = (mark: number, controller: string): string =>
  `docker exec --detach $ID busybox sleep ${mark}
  OTHER=; while [ -z "$OTHER" ]; do OTHER=${sleeper(mark)}; done
  echo $OTHER > /sys/fs/cgroup/${controller}/cgroup.procs`;
const groupOf = (mark: number, controller: string): Changed['shows'] => [
  `sed -n "s/^[0-9]*:${controller}://p" ${otherOf(mark)}/cgroup`,
  '/',
];

/** A process of the host that takes itself into a container, with two threads of which one does something more. */
const threaded = (mark: number, first: string, second: string): string =>
  `(for cgroup in /sys/fs/cgroup/*/docker/$ID; do echo $BASHPID > $cgroup/cgroup.procs; done
  exec python3 -c '
import ctypes, os, platform, sys, threading, time
libc = ctypes.CDLL(None)
spaces = lambda pid, *names: [os.open("/proc/%s/ns/%s" % (pid, name), os.O_RDONLY) for name in names]
enter = lambda fds: [libc.setns(fd, 0) for fd in fds]
end = 60 if platform.machine() == "x86_64" else 93
host, other = spaces("self", "net", "uts"), spaces(sys.argv[2], "uts")
enter(spaces(sys.argv[1], "pid", "net", "ipc", "uts", "mnt"))
if os.fork(): os._exit(0)
def second():
    ${second}
    time.sleep(1e6)
threading.Thread(target=second).start()
time.sleep(0.3)
${first}
time.sleep(1e6)' $PID $BESIDE ${mark}) >/dev/null 2>&1 &
  sleep 1.5`;

/** The process that has a mark as the last of its arguments. */
const marked = (mark: number): string =>
  `$(grep -alzx '${Math.floor(mark / 10)}[${mark % 10}]' /proc/[0-9]*/cmdline 2>/dev/null | grep -v /self/ | cut -d/ -f3 | tail -n 1)`;
const threadsIn = (mark: number, name: string, pid: string): Changed['shows'] => [
  `P=${marked(mark)}; for t in /proc/$P/task/*; do readlink $t/ns/${name}; done | grep -cF "$(readlink /proc/${pid}/ns/${name})"`,
  '1',
];

const changed: Readonly<Record<string, Changed>> = {
  'a-thread-in-the-network-of-the-host': {
    change: threaded(88_120, '', 'enter(host[:1])'),
    shows: threadsIn(88_120, 'net', '1'),
    expect: {
      'workload-no-host-network': ['fail', 'python3'],
      'workload-no-host-uts': 'pass',
      ...differs('network: configured private, in force host for python3'),
    },
  },
  'a-thread-in-the-names-of-another-container': {
    change: threaded(88_121, '', 'enter(other)'),
    shows: threadsIn(88_121, 'uts', '$BESIDE'),
    expect: {
      'workload-no-host-uts': 'pass',
      ...differs('uts: configured private, in force container:nothing-changed for python3'),
    },
  },
  'a-thread-beside-the-first-in-the-same-namespaces': {
    change: threaded(88_122, '', 'pass'),
    shows: [`grep -c . /proc/${marked(88_122)}/task/*/comm | grep -c :1`, '2'],
    expect: { ...same, 'workload-no-host-network': 'pass', 'workload-no-host-uts': 'pass' },
  },
  'a-first-thread-that-has-ended': {
    options: '-v /srv/app:/x:ro',
    change: threaded(88_123, 'libc.syscall(end, 0)', 'pass'),
    // An ended process has no arguments any more.
    shows: [
      'for p in /proc/[0-9]*; do grep -qs "^State:.Z" $p/status && grep -qs "^Threads:.2" $p/status && grep -qs $ID $p/cgroup && echo ended; done || true',
      'ended',
    ],
    expect: same,
  },
  'an-interface-where-none-was-to-be': {
    change:
      'nsenter -t $PID -n busybox ip link add dummy7 type dummy || nsenter -t $PID -n busybox ip link add veth7 type veth peer name veth8',
    shows: ['grep -cE "dummy7|veth7" /proc/$PID/net/dev', '1'],
    expect: differs('network: configured none, in force interface'),
  },
  'nothing-changed': {
    options: '--memory=64m --pids-limit=20 --cpus=0.5 --ulimit=nofile=100:200 -v /srv/app:/x:ro',
    shows: [`cat ${limitOf('pids', 'pids.max')}`, '20'],
    expect: {
      ...same,
      'workload-memory-limit': 'pass',
      'workload-pids-limit': 'pass',
      'workload-cpu-limit': 'pass',
      'workload-ulimits': 'pass',
      'workload-no-sensitive-mounts': 'pass',
      'workload-system-paths-masked': 'pass',
    },
  },
  'timers-of-the-kernel-laid-open': {
    options: '--cap-drop=ALL',
    change: '$IN busybox umount /proc/timer_list',
    shows: ['stat -c %F /proc/$PID/root/proc/timer_list', 'regular empty file'],
    expect: { 'workload-system-paths-masked': 'fail', ...differs('/proc/timer_list') },
  },
  'the-kernels-file-over-its-mask': {
    options: '--cap-drop=ALL',
    change:
      '$IN busybox mount -t proc proc /tmp; $IN busybox mount --bind /tmp/timer_list /proc/timer_list',
    shows: ['stat -c %F /proc/$PID/root/proc/timer_list', 'regular empty file'],
    expect: { 'workload-system-paths-masked': 'fail' },
  },
  'settings-of-the-kernel-writable': {
    options: '--cap-drop=ALL',
    change: '$IN busybox mount -o remount,rw,bind /proc/sys',
    shows: ['test -w /proc/$PID/root/proc/sys/kernel/core_pattern && echo writable', 'writable'],
    expect: { 'workload-system-paths-masked': 'fail', ...differs('/proc/sys') },
  },
  'socket-mounted-below': {
    options: '-v /srv/below:/x:rslave',
    change: 'touch /srv/below/s; mount --bind /run/docker.sock /srv/below/s',
    shows: [mounted('/x/s'), '1'],
    expect: { 'workload-no-engine-socket': 'fail' },
  },
  'etc-mounted-below': {
    options: '-v /srv/beside:/x:ro,rslave',
    change: 'mkdir /srv/beside/e; mount --bind /etc /srv/beside/e',
    shows: [mounted('/x/e'), '1'],
    // A bind that is read-only says nothing of what is mounted below it later.
    expect: {
      'workload-no-sensitive-mounts': 'fail',
      'workload-no-writable-system-mounts': 'fail',
    },
  },
  'link-led-to-etc': {
    options: '-v /srv/to-etc:/x',
    change: 'ln -sfn /srv/app /srv/to-etc',
    shows: ['readlink /srv/to-etc', '/srv/app'],
    expect: { 'workload-no-sensitive-mounts': 'fail', ...differs('/etc') },
  },
  'link-leads-to-etc-now': {
    options: '-v /srv/to-app:/x',
    change: 'ln -sfn /etc /srv/to-app',
    shows: ['readlink /srv/to-app', '/etc'],
    expect: { 'workload-no-sensitive-mounts': 'pass', ...differs('/srv/app') },
  },
  'made-writable': {
    options: '-v /etc:/x:ro',
    change: '$IN busybox mount -o remount,rw,bind /x',
    shows: ['grep " /x " /proc/$PID/mountinfo | cut -d" " -f6 | cut -c1-2', 'rw'],
    expect: { 'workload-no-writable-system-mounts': 'fail', ...differs('writable') },
  },
  'root-made-writable': {
    options: '--read-only',
    change: '$IN busybox mount -o remount,rw /',
    shows: ['grep " / / " /proc/$PID/mountinfo | cut -d" " -f6 | cut -c1-2', 'rw'],
    expect: { 'workload-read-only-root': 'fail', ...differs('writable') },
  },
  'memory-laid-over-a-folder': {
    options: '--cap-drop=ALL',
    change: '$IN busybox mount -t tmpfs tmpfs /tmp',
    shows: [mounted('/tmp'), '1'],
    expect: { 'workload-tmpfs-bounded': ['fail', '/tmp'], ...differs('/tmp') },
  },
  'devices-opened': {
    options: '--cap-drop=ALL',
    change: `echo a > ${limitOf('devices', 'devices.allow')}`,
    shows: [`cat ${limitOf('devices', 'devices.list')}`, 'a *:* rwm'],
    expect: { 'workload-no-device-cgroup-rules': 'fail', ...differs('a *:* rwm') },
  },
  'writable-in-a-namespace-of-its-own': {
    options: '-v /etc:/x:ro',
    change: apart(88_101, 'busybox mount -o remount,rw,bind /x'),
    shows: [`grep " /x " ${otherOf(88_101)}/mountinfo | cut -d" " -f6 | cut -c1-2`, 'rw'],
    expect: { 'workload-no-writable-system-mounts': 'fail', ...differs('writable') },
  },
  'laid-open-in-a-namespace-of-its-own': {
    options: '--cap-drop=ALL',
    change: apart(88_102, 'busybox umount /proc/timer_list'),
    shows: [`stat -c %F ${otherOf(88_102)}/root/proc/timer_list`, 'regular empty file'],
    expect: { 'workload-system-paths-masked': 'fail', ...differs('/proc/timer_list') },
  },
  'root-writable-in-a-namespace-of-its-own': {
    options: '--read-only',
    change: apart(88_103, 'busybox mount -o remount,rw,bind /'),
    shows: [`grep " / / " ${otherOf(88_103)}/mountinfo | cut -d" " -f6 | cut -c1-2`, 'rw'],
    expect: { 'workload-read-only-root': 'fail', ...differs('read-only') },
  },
  'less-in-a-namespace-of-its-own': {
    options: '-v /srv/app:/x --read-only',
    change: apart(88_104, 'busybox umount /x; busybox mount -t tmpfs tmpfs /tmp'),
    shows: [`grep -c " /tmp " ${otherOf(88_104)}/mountinfo`, '1'],
    expect: { ...same, 'workload-read-only-root': 'pass', 'workload-system-paths-masked': 'pass' },
  },
  'a-process-with-the-mounts-of-the-host': {
    options: '--cap-drop=ALL',
    change: `busybox sleep 88105 >/dev/null 2>&1 & echo $! > ${limitOf('pids', 'cgroup.procs')}`,
    shows: [`readlink ${otherOf(88_105)}/ns/mnt | grep -cF "$(readlink /proc/1/ns/mnt)"`, '1'],
    expect: { 'workload-no-sensitive-mounts': 'fail', ...differs('/proc/acpi') },
  },
  'first-process-in-another-root': {
    options: '-v /run/docker.sock:/x.sock',
    command: ['busybox', 'chroot', '/real', '/bin/busybox', 'sleep', '100000'],
    shows: [`${mounted('/x.sock')} || true`, '0'],
    // The engine says what is mounted; whether more is cannot be seen.
    expect: { 'workload-no-engine-socket': 'fail', 'workload-configuration-in-force': 'unknown' },
  },
  'memory-that-programs-run-from': {
    options: '--tmpfs=/t:size=1m',
    change: '$IN busybox mount -o remount,exec,suid /t',
    shows: ['grep " /t " /proc/$PID/mountinfo | cut -d" " -f6 | grep -c noexec || true', '0'],
    expect: differs('noexec,nosuid'),
  },
  'memory-that-programs-may-run-from': {
    options: '--tmpfs=/t:size=1m,exec',
    shows: ['grep " /t " /proc/$PID/mountinfo | cut -d" " -f6 | grep -c noexec || true', '0'],
    expect: same,
  },
  'shared-memory-larger': {
    options: '--shm-size=1m',
    change: '$IN busybox mount -o remount,size=2g,exec /dev/shm',
    shows: ['grep -c "/dev/shm .*size=2097152k" /proc/$PID/mountinfo', '1'],
    expect: { 'workload-shm-size': 'fail', ...differs('/dev/shm') },
  },
  'taken-out': {
    options: '-v /run/docker.sock:/x.sock',
    change: '$IN busybox umount /x.sock',
    shows: [`${mounted('/x.sock')} || true`, '0'],
    expect: { 'workload-no-engine-socket': 'pass', ...differs('/x.sock') },
  },
  'by-a-linked-target': {
    options: '-v /srv/app:/linked/app',
    shows: [mounted('/real/app'), '1'],
    expect: same,
  },
  'memory-lifted': {
    options: '--memory=64m',
    change: `echo -1 > ${limitOf('memory', 'memory.memsw.limit_in_bytes')} || true
      echo -1 > ${limitOf('memory', 'memory.limit_in_bytes')}`,
    shows: [`cut -c1-6 ${limitOf('memory', 'memory.limit_in_bytes')}`, '922337'],
    expect: { 'workload-memory-limit': 'fail', ...differs('memory') },
  },
  'pids-lifted': {
    options: '--pids-limit=20',
    change: `echo max > ${limitOf('pids', 'pids.max')}`,
    shows: [`cat ${limitOf('pids', 'pids.max')}`, 'max'],
    expect: { 'workload-pids-limit': 'fail', ...differs('pids-limit') },
  },
  'cpus-lifted': {
    options: '--cpus=0.5',
    change: `echo -1 > ${limitOf('cpu', 'cpu.cfs_quota_us')}`,
    shows: [`cat ${limitOf('cpu', 'cpu.cfs_quota_us')}`, '-1'],
    expect: { 'workload-cpu-limit': 'fail', ...differs('cpus') },
  },
  'limited-by-its-parent': {
    options: '--cgroup-parent=/plimsoll-narrow',
    shows: ['cat /sys/fs/cgroup/pids/plimsoll-narrow/pids.max', '30'],
    expect: { 'workload-pids-limit': 'pass', ...same },
  },
  'left-its-cgroup': {
    options: '--pids-limit=20',
    change: 'echo $PID > /sys/fs/cgroup/pids/cgroup.procs',
    shows: ['sed -n "s/^[0-9]*:pids://p" /proc/$PID/cgroup', '/'],
    expect: { 'workload-pids-limit': 'fail' },
  },
  'root-to-be-taken-up-again': {
    options: '--cap-drop=ALL --user=1000',
    change: `setpriv --euid=1000 busybox sleep 88112 >/dev/null 2>&1 &
      for cgroup in /sys/fs/cgroup/*/docker/$ID; do echo $! > $cgroup/cgroup.procs; done`,
    shows: [`sed -n "s/^Uid://p" ${otherOf(88_112)}/status | tr -s "\\t" " "`, '0 1000 1000 1000'],
    expect: { 'workload-no-root-exec': ['fail', 'sleep ('] },
  },
  'the-host-where-it-is-shown-elsewhere': {
    options: '-v /srv/all:/x',
    shows: ['test / -ef /srv/all && echo same', 'same'],
    expect: { ...same, 'workload-no-sensitive-mounts': ['fail', 'by way of /srv/all'] },
  },
  'a-folder-of-the-host-shown-elsewhere': {
    options: '-v /srv/settings/ssl:/x',
    shows: ['test /etc/ssl -ef /srv/settings/ssl && echo same', 'same'],
    expect: {
      ...same,
      'workload-no-sensitive-mounts': ['fail', '/etc/ssl'],
      'workload-no-writable-system-mounts': ['fail', '/etc/ssl'],
    },
  },
  'one-process-may-swap': {
    options: '--memory=64m --memory-swap=64m',
    change: letGo(88_108, 'memory'),
    shows: groupOf(88_108, 'memory'),
    expect: {
      'workload-memory-limit': ['fail', 'sleep ('],
      'workload-swap-limit': ['fail', 'sleep ('],
      ...differs('for sleep ('),
    },
  },
  'one-process-opens-any-device': {
    options: '--cap-drop=ALL',
    change: letGo(88_109, 'devices'),
    shows: groupOf(88_109, 'devices'),
    expect: { 'workload-no-device-cgroup-rules': ['fail', 'sleep ('], ...differs('for sleep (') },
  },
  'one-process-opens-any-device-beside-a-rule': {
    options: ['--cap-drop=ALL', '--device-cgroup-rule=c 1:3 r'],
    change: letGo(88_110, 'devices'),
    shows: groupOf(88_110, 'devices'),
    expect: differs('for sleep ('),
  },
  'one-process-runs-on-every-processor': {
    options: '--cpuset-cpus=0',
    change: letGo(88_111, 'cpuset'),
    shows: groupOf(88_111, 'cpuset'),
    expect: differs('for sleep ('),
  },
  'memory-less-than-asked': {
    options: '--memory=64m --memory-swap=64m',
    change: `echo 33554432 > ${limitOf('memory', 'memory.limit_in_bytes')}`,
    shows: [`cat ${limitOf('memory', 'memory.limit_in_bytes')}`, '33554432'],
    expect: { 'workload-memory-limit': 'pass', ...same },
  },
  'pinned-as-the-kernel-writes-it': {
    options: '--cpuset-cpus=0,1',
    shows: [`cat ${limitOf('cpuset', 'cpuset.cpus')}`, '0-1'],
    expect: same,
  },
  'first-process-in-a-cgroup-below': {
    options: '--memory=64m --pids-limit=20 --cpus=0.5',
    change: ['memory', 'pids', 'cpu']
      .map((name) => limitOf(name, 'x'))
      .map((folder) => `mkdir ${folder}; echo $PID > ${folder}/cgroup.procs`)
      .join('; '),
    shows: [`cut -c1-6 ${limitOf('memory', 'x/memory.limit_in_bytes')}`, '922337'],
    expect: {
      ...same,
      'workload-memory-limit': 'pass',
      'workload-swap-limit': 'pass',
      'workload-pids-limit': 'pass',
      'workload-cpu-limit': 'pass',
    },
  },
  'a-disk-of-the-host-opened': {
    options: '--cap-drop=ALL',
    change: `echo "b 254:0 rw" > ${limitOf('devices', 'devices.allow')}`,
    shows: [`grep -c "b 254:0" ${limitOf('devices', 'devices.list')}`, '1'],
    expect: differs('b 254:0 rw'),
  },
  'memory-of-devices-lifted': {
    options: '--cap-drop=ALL',
    change: '$IN busybox mount -o remount,size=0 /dev',
    // The kernel writes no end so.
    shows: ['grep " /dev " /proc/$PID/mountinfo | grep -o "size=[0-9]*k"', 'size=0k'],
    expect: { 'workload-tmpfs-bounded': ['fail', '/dev'], ...differs('/dev') },
  },
  'share-of-memory-lifted': {
    options: '--tmpfs=/t:size=5%',
    change: '$IN busybox mount -o remount,size=0 /t',
    // The kernel writes no end so.
    shows: ['grep " /t " /proc/$PID/mountinfo | grep -o "size=[0-9]*k"', 'size=0k'],
    expect: { 'workload-tmpfs-bounded': ['fail', '/t'], ...differs('5%') },
  },
  'memory-that-never-has-a-size': {
    options: '--cap-drop=ALL',
    change: '$IN busybox mount -t ramfs ramfs /tmp',
    shows: [mounted('/tmp'), '1'],
    expect: { 'workload-tmpfs-bounded': ['fail', '/tmp'], ...differs('ramfs') },
  },
  'came-in-past-the-engine': {
    options: '--cap-drop=ALL --user=1000 --memory=64m',
    change: '$IN busybox sleep 88106 >/dev/null 2>&1 & sleep 0.5; kill -9 $! || true',
    shows: [`stat -c %u ${otherOf(88_106)}`, '0'],
    expect: {
      'workload-memory-limit': ['fail', 'for sleep ('],
      'workload-capabilities-dropped': ['fail', 'sleep ('],
      'workload-no-root-exec': ['fail', 'sleep ('],
      'workload-no-privileged-exec': ['fail', 'sleep ('],
      ...differs('in force none for sleep ('),
    },
  },
  'came-in-past-the-engine-and-taken-in': {
    options: '--cap-drop=ALL --user=1000',
    change: `nsenter -t $PID -m -p -- busybox sleep 88107 >/dev/null 2>&1 &
      OTHER=; while [ -z "$OTHER" ]; do OTHER=${sleeper(88_107)}; done
      for cgroup in /sys/fs/cgroup/*/docker/$ID; do echo $OTHER > $cgroup/cgroup.procs; done
      kill -9 $! || true`,
    shows: [`stat -c %u ${otherOf(88_107)}`, '0'],
    expect: {
      'workload-no-root-exec': ['fail', 'sleep ('],
      ...differs('network: configured private, in force host for sleep ('),
    },
  },
  'files-fewer': {
    options: '--ulimit=nofile=100:200',
    change: 'prlimit --pid $PID --nofile=50:150',
    shows: ['sed -n "s/^Max open files *//p" /proc/$PID/limits | cut -d" " -f1', '50'],
    // A process may do that by itself.
    expect: { 'workload-ulimits': 'pass', ...same },
  },
  'a-root-process-beside-it': {
    options: '--cap-drop=ALL',
    change:
      'nsenter -t $PID -m -p -n -i -u busybox unshare -m busybox sleep 9994 >/dev/null 2>&1 & sleep 0.5; kill -9 $! || true',
    shows: [
      'for p in /proc/[0-9]*; do grep -qs 9994 $p/cmdline && [ "$(readlink $p/ns/pid)" = "$(readlink /proc/$PID/ns/pid)" ] && echo there; done | sort -u',
      'there',
    ],
    expect: { 'workload-capabilities': ['fail', 'processes in it hold'] },
  },
  'a-writable-bind-below': {
    options: '--cap-drop=ALL',
    change:
      '$IN busybox mount -t proc proc /tmp && $IN busybox mount --bind /tmp/sys/kernel /proc/sys/kernel && $IN busybox umount -l /tmp',
    shows: ['test -w /proc/$PID/root/proc/sys/kernel/core_pattern && echo writable', 'writable'],
    expect: { 'workload-system-paths-masked': 'fail' },
  },
  'another-proc': {
    options: '--cap-drop=ALL',
    change: '$IN busybox mount -t proc proc /tmp',
    shows: ['test -w /proc/$PID/root/tmp/sys/kernel/core_pattern && echo writable', 'writable'],
    expect: { 'workload-system-paths-masked': 'fail', ...differs('/tmp') },
  },
  'entered-as-root': {
    options: '--user=1000',
    entered: ['--user=0'],
    shows: ['stat -c %u /proc/$PID', '1000'],
    expect: { 'workload-non-root-user': ['fail', 'processes in it'] },
  },
  'entered-with-every-right': {
    options: '--cap-drop=ALL',
    entered: ['--privileged'],
    shows: ['sed -n "s/^CapEff:.//p" /proc/$PID/status', '0000000000000000'],
    expect: { 'workload-capabilities': ['fail', 'processes in it hold'] },
  },
};

const containers: readonly Container[] = Object.entries(changed).map(([name, each]) => ({
  name,
  state: 'running',
  ...each,
  options: [
    '--network=none',
    ...(typeof each.options === 'string' ? each.options.split(' ') : (each.options ?? [])),
  ],
}));

const prepare = `set -e
mount -t tmpfs tmpfs /srv
mount --make-shared /srv
mkdir -p /srv/app /srv/below /srv/beside
ln -s /etc /srv/to-etc
mkdir -p /srv/all /srv/settings /etc/ssl
mount --bind / /srv/all
mount --bind /etc /srv/settings
ln -s /srv/app /srv/to-app
mkdir -p /sys/fs/cgroup/pids/plimsoll-narrow
echo 30 > /sys/fs/cgroup/pids/plimsoll-narrow/pids.max
mkdir -p /run/rootfs/bin /run/rootfs/real/bin /run/rootfs/tmp
ln -s real /run/rootfs/linked
cp /bin/busybox /run/rootfs/bin/busybox
cp /bin/busybox /run/rootfs/real/bin/busybox
ln -s busybox /run/rootfs/bin/sleep
tar -C /run/rootfs -c . | docker import - example/app:1
`;

async function scanHost(host: PrivateHost): Promise<Assessment> {
  const engine = await host.startEngine();
  try {
    await host.shell(prepare);
    const docker = async (...words: readonly string[]): Promise<string> =>
      (await run('docker', ['--host', `unix://${socketOf(host)}`, ...words])).stdout;
    await makeContainers({ docker, image: 'example/app:1', folder: '' }, containers);
    for (const [name, { change, shows }] of Object.entries(changed)) {
      const known = `set -e
        ID=$(docker inspect -f '{{.Id}}' ${name}); PID=$(docker inspect -f '{{.State.Pid}}' ${name})
        IN="nsenter -t $PID -m -p -n -i -u --"
        BESIDE=$(docker inspect -f '{{.State.Pid}}' nothing-changed)\n`;
      if (change !== undefined) await host.shell(known + change);
      const [line, expected] = shows;
      const shown = (await host.shell(known + line)).trim();
      if (shown !== expected) throw new Error(`${name}: the kernel shows ${shown}`);
    }
    return await scan(['unix:///run/docker.sock'], { hostOf: host.pid });
  } finally {
    await engine.stop();
    await host.shell('rmdir /sys/fs/cgroup/*/plimsoll-narrow || true');
  }
}

/** Running containers that were changed past their engine: by the kernel, and not by what they were made with. */
export const inForce: Family = {
  name: 'in force',
  stages: [{ name: 'one host', rows: rowsOf(containers) }],
  run: async () => {
    const host = await startPrivateHost();
    try {
      return new Map([['one host', await scanHost(host)]]);
    } finally {
      await host.stop();
    }
  },
};
