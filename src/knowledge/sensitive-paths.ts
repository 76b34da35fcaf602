/** Host paths that the host starts and runs from. */
export const systemPaths: readonly string[] = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/proc',
  '/root',
  '/sbin',
  '/sys',
  '/usr',
];

/**
 * Host paths that no container may be given: what the host lives on, what it runs as root, the stores of
 * engines and people's keys. `*` is any one segment.
 */
export const sensitivePaths: readonly string[] = [
  ...systemPaths,
  '/home/*/.aws',
  '/home/*/.azure',
  '/home/*/.config/gcloud',
  '/home/*/.docker',
  '/home/*/.gnupg',
  '/home/*/.kube',
  '/home/*/.ssh',
  '/run/containerd',
  '/run/crio',
  '/run/dbus/system_bus_socket',
  '/run/docker',
  '/run/podman',
  '/run/systemd/private',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/crio',
  '/var/lib/docker',
  '/var/lib/kubelet',
  '/var/spool/cron',
];
