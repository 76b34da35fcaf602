import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import type { WorkloadFacts } from '../../src/core/subjects/workload/workload.ts';
import { runCli } from '../support/cli.ts';
import { describeWithRoot } from '../support/needs.ts';
import { startPrivateHost, type PrivateEngine, type PrivateHost } from '../support/private-host.ts';

/** How many containers are made; more with PLIMSOLL_KERNEL_CONTAINERS, and others with PLIMSOLL_SEED. */
const count = Number(process.env['PLIMSOLL_KERNEL_CONTAINERS'] ?? 12);

/** Options of `docker create`, any of which may be combined. */
const options = [
  ...['--memory=64m', '--pids-limit=20', '--cpus=0.5', '--ulimit=nofile=100:200', '--user=1000'],
  ...['--cap-drop=ALL', '--cap-add=SYS_ADMIN', '--privileged', '--init', '--tmpfs=/t:size=1m'],
  ...['--security-opt=no-new-privileges', '--security-opt=seccomp=unconfined', '--pid=host'],
  ...['-v=/srv/app:/app', '-v=/srv/link:/link:ro', '-v=/etc:/host/etc:ro', '-v=data:/data'],
  ...['-v=/srv/shared:/shared:rslave', '-v=/srv/shared:/open:rshared', '--cgroupns=host'],
  ...['--read-only', '--ipc=host', '--uts=host', '-v=/:/all:ro', '--cgroup-parent=/plimsoll-any'],
  '--security-opt=systempaths=unconfined',
] as const;

/** The hierarchies of version 1 that a process may be in, each by itself. */
const controllers = [
  ...['memory', 'pids', 'cpu', 'cpuacct', 'cpuset', 'devices', 'freezer', 'blkio', 'systemd'],
] as const;

/** What a second process does to mounts that are its own. */
const ownMounts = [
  'mount -t tmpfs tmpfs /etc',
  'mount --bind /host/etc /etc',
  'mount --bind /all/srv /etc',
  'mount -o remount,rw,bind /host/etc',
  'mount -o remount,rw,bind /',
] as const;

/** A process that is started in a container from outside: in some of its cgroups, and with mounts of its own. */
interface Second {
  readonly change: string;
  readonly joins: readonly string[];
}

const started = ({ change, joins }: Second): string => `
  export PID CG
  setsid sh -c 'for f in ${joins.join(' ')}; do echo $$ > /sys/fs/cgroup/$f$CG/cgroup.procs; done
    exec nsenter -t $PID -m -p -- busybox unshare -m busybox sh -c \
      "busybox ${change} && exec busybox sleep 100000"' &
  sleep 0.5`;

/** What root of the host does to one that runs; what cannot be done to it is let be. */
const changes = [
  'echo -1 > /sys/fs/cgroup/memory$CG/memory.memsw.limit_in_bytes; echo -1 > /sys/fs/cgroup/memory$CG/memory.limit_in_bytes',
  'echo 33554432 > /sys/fs/cgroup/memory$CG/memory.limit_in_bytes',
  'echo max > /sys/fs/cgroup/pids$CG/pids.max',
  'echo 40000 > /sys/fs/cgroup/cpu$CG/cpu.cfs_quota_us',
  'echo $PID > /sys/fs/cgroup/pids/cgroup.procs',
  'prlimit --pid $PID --nofile=20:90',
  '$IN busybox mount -o remount,rw,bind /host/etc',
  '$IN busybox umount /app',
  '$IN busybox mount -o remount,rw /',
  '$IN busybox umount /proc/timer_list',
  '$IN busybox mount -o remount,rw,bind /proc/sys',
  '$IN busybox mount -o remount,size=2m /t',
  'ln -sfn /etc /srv/link',
  'mkdir -p /srv/shared/$ID; mount --bind /etc /srv/shared/$ID',
  'rm -rf /srv/app; mkdir /srv/app',
  'docker exec --detach --user=0 --privileged $ID sleep 100000',
  'docker exec --detach --user=5 $ID sleep 100000',
  'docker update --memory=48m --memory-swap=48m $ID',
] as const;

const recipe = fc.record({
  options: fc.subarray([...options], { maxLength: 7 }),
  changes: fc.subarray([...changes], { maxLength: 4 }),
  seconds: fc.array(
    fc.record({ change: fc.constantFrom(...ownMounts), joins: fc.subarray([...controllers]) }),
    { maxLength: 2 },
  ),
});

/** What the kernel has of a container, read by other means than those that are tested. */
interface Truth {
  readonly id: string;
  readonly memory: string;
  readonly pids: string;
  readonly cpus: string;
  readonly uids: readonly string[];
  /** Whether timers or settings of the kernel are open to the container. */
  readonly open: string;
  /** Whether its root filesystem is read-only. */
  readonly readOnly: string;
  /** Everything that is mounted, as `findmnt` has it: target, options, device, and the folder of that device. */
  readonly mounts: readonly string[];
  /** What is mounted otherwise for processes with mounts of their own: target, options, device and folder, as above. */
  readonly beside: readonly string[];
  /** The devices of the host's own folders. */
  readonly devices: readonly string[];
}

const known = (name: string): string => `
  ID=$(docker inspect -f '{{.Id}}' ${name}); PID=$(docker inspect -f '{{.State.Pid}}' ${name})
  CG=$(sed -n 's/^[0-9]*:memory://p' /proc/$PID/cgroup)
  IN="nsenter -t $PID -m -p --"\n`;

/** Goes through the processes of the container: those in any of its cgroups, and those that see its mounts or processes. */
const eachOf = (line: string): string => `
  mnt=$(readlink /proc/$PID/ns/mnt); pidns=$(readlink /proc/$PID/ns/pid)
  [ "$pidns" != "$(readlink /proc/1/ns/pid)" ] || pidns=none
  for p in /proc/[0-9]*; do
    if [ "$(readlink $p/ns/mnt)" = "$mnt" ] || [ "$(readlink $p/ns/pid)" = "$pidns" ] ||
      grep -q $ID $p/cgroup 2>/dev/null; then ${line}; fi; done || true`;

/** The least of a limit from the cgroup of a process upwards, and of all processes the loosest; `none` where one has none. */
const leastOf = (controller: string, file: string): string => `
  loosest=0
  of() {
    path=$(sed -n 's/^[0-9]*:${controller}://p' $1/cgroup 2>/dev/null); least=none
    [ -n "$path" ] || return 0
    while :; do
      value=$(cat /sys/fs/cgroup/${controller}$path/${file} 2>/dev/null || echo max)
      case $value in max|-1|9223372036854771712) ;;
        *) [ $least != none ] && [ $least -le $value ] || least=$value ;;
      esac
      [ "$path" = / ] || [ -z "$path" ] && break
      path=\${path%/*}
    done
    if [ $least = none ] || [ $loosest = none ]; then loosest=none
    elif [ $least -gt $loosest ]; then loosest=$least; fi
  }
  ${eachOf('of $p')}
  echo $loosest`;

describeWithRoot(
  'what the kernel says of containers that were changed',
  ['dockerd', 'docker'],
  () => {
    let host: PrivateHost;
    let engine: PrivateEngine;
    beforeAll(async () => {
      host = await startPrivateHost();
      engine = await host.startEngine();
      await host.shell(`set -e
      mount -t tmpfs tmpfs /srv && mount --make-shared /srv
      mkdir -p /srv/app /srv/shared /srv/other && ln -s /srv/other /srv/link
      mkdir -p /run/rootfs/bin /run/rootfs/proc && cp /bin/busybox /run/rootfs/bin/busybox
      ln -s busybox /run/rootfs/bin/sleep
      tar -C /run/rootfs -c . | docker import - example/app:1`);
    });
    afterAll(async () => {
      await engine?.stop();
      await host?.stop();
    });

    test('agrees with the facts, or they are gaps', async () => {
      const seed = Number(process.env['PLIMSOLL_SEED'] ?? 22);
      const recipes = fc.sample(recipe, { numRuns: count, seed });
      for (const [at, { options: words }] of recipes.entries()) {
        const made = ['run', '-d', '--network=none', `--name=c${at}`, ...words, 'example/app:1'];
        await host.shell(`docker ${made.join(' ')} sleep 100000`);
      }
      for (const [at, recipeOf] of recipes.entries()) {
        for (const change of [...recipeOf.changes, ...recipeOf.seconds.map(started)]) {
          await host.shell(`${known(`c${at}`)}(${change}) >/dev/null 2>&1 || true`);
        }
      }
      const truths = new Map<string, Truth>();
      for (const at of recipes.keys()) truths.set(`c${at}`, await truthOf(host, `c${at}`));
      const collected = await runCli(['collect', 'unix:///run/docker.sock', '-o', '-'], {
        hostOf: host.pid,
      });
      const { subjects } = parseSnapshot(JSON.parse(collected.stdout));
      for (const [at, made] of recipes.entries()) {
        const truth = truths.get(`c${at}`);
        const subject = subjects.find(({ name, kind }) => kind === 'workload' && name === `c${at}`);
        const note = `seed ${seed}, c${at}: ${JSON.stringify(made)}`;
        if (truth === undefined || subject === undefined) throw new Error(note);
        const facts = subject.facts as WorkloadFacts;
        expect({ note, ...saidBy(facts, truth) }).toEqual({ note, ...expectedOf(truth) });
      }
    }, 600_000);
  },
);

async function truthOf(host: PrivateHost, name: string): Promise<Truth> {
  const ask = async (line: string): Promise<string> =>
    (await host.shell(known(name) + line)).trim();
  const listed = '--noheadings --list -o TARGET,VFS-OPTIONS,MAJ:MIN,FSROOT';
  const linesOf = async (line: string): Promise<readonly string[]> =>
    (await ask(line))
      .split('\n')
      .map((each) => each.trim().replaceAll(/ +/g, ' '))
      .filter((each) => each !== '');
  const mounts = await linesOf(`findmnt --task $PID ${listed}`);
  const all = await linesOf(eachOf(`findmnt --task \${p#/proc/} ${listed}`));
  return {
    id: await ask('echo $ID'),
    memory: await ask(leastOf('memory', 'memory.limit_in_bytes')),
    pids: await ask(leastOf('pids', 'pids.max')),
    cpus: await ask(leastOf('cpu', 'cpu.cfs_quota_us')),
    uids: [...new Set((await ask(eachOf('stat -c %u $p'))).split('\n'))].toSorted(),
    open: await ask(`if [ "$(stat -c %F /proc/$PID/root/proc/timer_list)" = 'regular empty file' ] ||
      test -w /proc/$PID/root/proc/sys/kernel/core_pattern; then echo yes; else echo no; fi`),
    readOnly: await ask(
      `(${eachOf('findmnt --task ${p#/proc/} -n -o VFS-OPTIONS /')}) | grep -q '^rw' && echo no || echo yes`,
    ),
    mounts,
    beside: [...new Set(all)].filter((line) => !mounts.includes(line)),
    devices: (await ask('for f in / /etc /srv /run; do findmnt -n -o MAJ:MIN -T $f; done'))
      .split('\n')
      .map((line) => line.trim()),
  };
}

const limit = (text: string, unit = 1): number => (text === 'none' ? 0 : Number(text) / unit);

const expectedOf = ({ memory, pids, cpus, uids, open, readOnly }: Truth) => ({
  memory: limit(memory),
  pids: limit(pids),
  cpus: limit(cpus, 100_000),
  uids,
  open,
  readOnly,
  notMounted: [],
  otherwise: [],
  unseen: [],
  unsaid: [],
});

/** The same by the facts. */
function saidBy(facts: WorkloadFacts, { mounts, beside: others, devices, id }: Truth) {
  const isSeen = (at: string): boolean =>
    facts.mounts.some(({ target }) => at === target || at.startsWith(`${target}/`));
  const engines = new RegExp(`/${id}/|^/usr/bin/(?:docker-init|tini)`);
  const found = new Map<string, Set<boolean>>();
  for (const line of [...mounts, ...others]) {
    const [target = '', options = ''] = line.split(' ');
    const ways = found.get(target) ?? new Set();
    found.set(target, ways.add(options.split(',').includes('ro')));
  }
  const said = facts.differences?.map(({ setting }) => setting);
  return {
    memory: facts.resources.memoryBytes,
    pids: Math.max(0, facts.resources.pidsLimit),
    cpus: facts.resources.cpus,
    uids: [...new Set(facts.processes?.map(({ uid }) => String(uid)))].toSorted(),
    open: facts.security.systemPathsUnconfined ? 'yes' : 'no',
    readOnly: facts.readOnlyRootFilesystem ? 'yes' : 'no',
    notMounted: facts.mounts.filter(({ target }) => !found.has(target)).map(({ target }) => target),
    otherwise: facts.mounts
      .filter(({ target, readOnly }) => found.get(target)?.has(readOnly) !== true)
      .map(({ target }) => target),
    unseen: mounts
      .map((line) => line.split(' '))
      .filter(([, , device = '', root = '']) => devices.includes(device) && !engines.test(root))
      .flatMap(([target = '']) => (isSeen(target) ? [] : target)),
    unsaid: others
      .filter((line) => gives(line, mounts, devices))
      .flatMap((line) => {
        const [target = ''] = line.split(' ');
        const isSaid = said?.some(
          (setting) => setting === 'read-only' || isWithin(target, setting.replace('mount ', '')),
        );
        return isSaid === true ? [] : target;
      }),
  };
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);

/** Whether a mount gives what the first process does not have: a folder of the host, or the right to write to one. */
function gives(line: string, first: readonly string[], devices: readonly string[]): boolean {
  const [, options = '', device = '', root = ''] = line.split(' ');
  const same = first
    .map((each) => each.split(' '))
    .filter(([, , at, folder = '']) => at === device && isWithin(root, folder));
  if (same.length === 0) return devices.includes(device);
  return options.startsWith('rw') && same.every(([, own = '']) => own.startsWith('ro'));
}
