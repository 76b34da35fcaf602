/** Whether an option of `docker run` takes a value, or is a switch, which takes one only behind `=`. */
type RunFlag = 'value' | 'switch';

const switches =
  'detach disable-content-trust help init interactive no-healthcheck oom-kill-disable privileged publish-all quiet read-only rm sig-proxy tty use-api-socket';

const values =
  'add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach-keys device device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search domainname entrypoint env env-file expose gpus group-add health-cmd health-interval health-retries health-start-interval health-start-period health-timeout hostname io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory memory-reservation memory-swap memory-swappiness mount name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull restart runtime security-opt shm-size stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume volume-driver volumes-from workdir';

/**
 * The options of `docker run`, by their long names.
 *
 * @see https://docs.docker.com/reference/cli/docker/container/run/
 */
export const runFlags: ReadonlyMap<string, RunFlag> = new Map([
  ...switches.split(' ').map((name): [string, RunFlag] => [name, 'switch']),
  ...values.split(' ').map((name): [string, RunFlag] => [name, 'value']),
]);

/** Their short spellings. */
export const shortFlags: ReadonlyMap<string, string> = new Map([
  ['a', 'attach'],
  ['c', 'cpu-shares'],
  ['d', 'detach'],
  ['e', 'env'],
  ['h', 'hostname'],
  ['i', 'interactive'],
  ['l', 'label'],
  ['m', 'memory'],
  ['p', 'publish'],
  ['P', 'publish-all'],
  ['q', 'quiet'],
  ['t', 'tty'],
  ['u', 'user'],
  ['v', 'volume'],
  ['w', 'workdir'],
]);

/** Options that change nothing that is judged of a container. */
export const flagsWithoutFact: ReadonlySet<string> = new Set(
  'annotation attach cidfile cpu-count cpu-percent cpu-rt-period cpu-rt-runtime cpuset-mems detach detach-keys disable-content-trust domainname expose health-retries health-start-interval health-start-period health-timeout help hostname init interactive io-maxbandwidth io-maxiops ip ip6 isolation kernel-memory link link-local-ip mac-address memory-swappiness name net-alias network-alias oom-score-adj platform pull quiet rm sig-proxy stop-signal tty'.split(
    ' ',
  ),
);
