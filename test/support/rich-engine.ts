import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestEngine } from './docker-engine.ts';
import type { PodmanService } from './podman-service.ts';

/**
 * Makes something of everything that an engine answers about: containers that are privileged, hardened, in the host's
 * namespaces, entered, stopped, and of a service; images, networks, volumes, secrets, configurations and services.
 */
export async function enrichEngine({ docker, image, folder }: TestEngine): Promise<void> {
  const make = (name: string, ...options: readonly string[]) =>
    docker('run', '--detach', '--name', name, ...options, image, 'sleep', '100000');
  const stored = join(folder, 'stored.txt');
  await writeFile(stored, 'password=hunter2hunter2\n');

  await docker('swarm', 'init', '--advertise-addr', '127.0.0.1', '--listen-addr', '127.0.0.1');
  await docker('network', 'create', '--driver', 'overlay', '--attachable', 'mesh');
  await docker('network', 'create', '--driver', 'overlay', '--opt', 'encrypted', 'sealed');
  await docker('volume', 'create', '--label', 'a=b', 'data');
  await docker(
    ...['volume', 'create', '--opt', 'type=none', '--opt', 'o=bind', '--opt', 'device=/etc', 'etc'],
  );
  await docker('secret', 'create', 'key', stored);
  await docker('config', 'create', '--label', 'a=b', 'settings', stored);

  await make('privileged', '--privileged', '--volume', '/:/host', '--volume', 'etc:/etc-of-host');
  await make(
    'hardened',
    ...['--read-only', '--cap-drop=ALL', '--user=1000', '--security-opt=no-new-privileges'],
    ...['--memory=64m', '--memory-reservation=32m', '--memory-swap=64m', '--cpus=0.5'],
    ...['--pids-limit=50', '--restart=on-failure:3', '--log-opt=max-size=10m', '--init'],
    ...['--health-cmd=true', '--health-interval=1h', '--ulimit=nofile=64:64'],
    ...['--mount=type=volume,source=data,target=/data,readonly', '--tmpfs=/run:size=1m'],
    ...['--mount=type=tmpfs,target=/tmp,tmpfs-size=1m'],
  );
  await make(
    'hosted',
    ...['--network=host', '--pid=host', '--ipc=host', '--uts=host', '--cgroupns=host'],
    ...['--cap-add=SYS_ADMIN', '--security-opt=seccomp=unconfined', '--device=/dev/null'],
    ...['--security-opt=systempaths=unconfined', '--env=DB_PASSWORD=hunter2hunter2'],
    ...[
      '--restart=always',
      '--device-cgroup-rule=c 1:3 rwm',
      '--group-add=0',
      '--oom-kill-disable',
    ],
    ...['--add-host=a:127.0.0.1', '--dns=10.0.0.1', '--label=password=hunter2hunter2'],
    ...['--device-read-bps=/dev/null:1mb', '--log-driver=none', '--volume=/etc:/etc-of-host'],
  );
  await make('entered', '--network=mesh', '--publish=127.0.0.1:0:80');
  await docker('exec', '--detach', '--privileged', '--user=0', 'entered', 'sleep', '100000');
  await docker('exec', '--detach', 'entered', 'sh', '-c', 'sleep 100000');
  await make('joined', '--network=container:hosted', '--pid=container:hosted');
  await docker(
    ...['create', '--name', 'stopped', '--publish=8080:80', '--sysctl=net.ipv4.ip_forward=1'],
    ...['--userns=host', '--publish=53:53/udp', '--network=none', image, 'true'],
  );
  await docker('commit', '--change=USER 0', 'stopped', 'plimsoll.test/committed:1');
  await docker(
    ...['service', 'create', '--detach', '--name', 'web', '--network', 'mesh', '--secret', 'key'],
    ...['--config', 'settings', '--publish=8081:80', '--mount=type=bind,source=/etc,target=/e'],
    ...['--user=0', '--cap-add=SYS_ADMIN', '--env=API_KEY=hunter2hunter2', '--limit-memory=64m'],
    ...['--label=a=b', '--container-label=c=d', '--restart-condition=any', image, 'sleep', '9999'],
  );
  await docker(
    ...['service', 'create', '--detach', '--name', 'still', '--network', 'sealed', '--read-only'],
    ...['--user=1000', '--cap-drop=ALL', '--limit-pids=10', '--limit-cpu=1', '--replicas=0'],
    ...[
      '--health-cmd=true',
      '--log-driver=json-file',
      '--log-opt=max-size=1m',
      '--host=a:127.0.0.1',
    ],
    ...['--ulimit=nofile=64:64', '--dns=10.0.0.1', '--constraint=node.role==manager'],
    ...['--mount=type=tmpfs,target=/tmp,tmpfs-size=1m', image, 'sleep', '9999'],
  );
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await docker('ps', '--quiet', '--filter', 'name=web.')) !== '') return;
    await sleep(100);
  }
  throw new Error('The task of a service did not start.');
}

/** The same of Podman, as far as it has such things. */
export async function enrichPodman({ podman, image }: PodmanService): Promise<void> {
  const make = (name: string, ...options: readonly string[]) =>
    podman('create', '--name', name, ...options, image, 'sleep', '100000');
  await podman('volume', 'create', 'data');
  await podman('run', '--detach', '--name', 'entered', '--network=host', image, 'sleep', '100000');
  await podman('exec', '--detach', 'entered', 'sleep', '100000');
  await podman('exec', '--detach', '--privileged', '--user=0', 'entered', 'sleep', '100000');
  await make(
    'privileged',
    ...['--privileged', '--volume=/:/host', '--network=host', '--pid=host', '--ipc=host'],
    '--uts=host',
  );
  await make(
    'hardened',
    ...['--read-only', '--cap-drop=all', '--user=1000', '--network=none', '--memory=64m'],
    ...['--pids-limit=50', '--cpus=0.5', '--restart=on-failure:3', '--health-cmd=true'],
    ...['--volume=data:/data', '--tmpfs=/t', '--security-opt=no-new-privileges'],
    '--ulimit=nofile=64:64',
  );
  await make(
    'published',
    ...['--publish=8080:80', '--env=A=b', '--label=a=b', '--cap-add=SYS_ADMIN'],
    ...['--device=/dev/null', '--security-opt=seccomp=unconfined'],
  );
}
