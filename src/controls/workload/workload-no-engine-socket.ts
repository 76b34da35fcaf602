import { z } from 'zod';
import { defineControl } from '../../core/control.ts';
import { workload } from '../../core/subjects/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/verdict.ts';
import { describeMount, eachHostPath, type Mount } from './exposed-host-path.ts';
import { findExposed } from '../listed-paths.ts';

/** The socket or pipe of an engine that a mount gives away; `undefined` when there is none. */
function findSocket(path: string, mount: Mount, sockets: readonly string[]): string | undefined {
  if (mount.type === 'npipe') return path.endsWith('\\docker_engine') ? path : undefined;
  const found = findExposed(path, sockets);
  if (found !== undefined) return found;
  // A socket keeps its name wherever a moved or rootless engine puts it.
  const name = path.slice(path.lastIndexOf('/'));
  return name.length > 1 && sockets.some((socket) => socket.endsWith(name)) ? path : undefined;
}

export const workloadNoEngineSocket = defineControl({
  id: 'workload-no-engine-socket',
  subject: workload,
  severity: 'critical',
  title: {
    en: 'It is not given the socket of a container engine',
    zh: '未获得容器引擎套接字',
  },
  rationale: {
    en: 'Whoever can write to the socket of an engine can start a privileged container with the host mounted in it. Mounting it read-only changes nothing: a socket is spoken to, not written.',
    zh: '凡能访问引擎套接字者，均可启动挂载宿主机目录的特权容器，进而控制宿主机。以只读方式挂载毫无作用：套接字是用来通信的，不受文件写权限限制。',
  },
  remediation: {
    en: 'Remove the mount, such as --volume /var/run/docker.sock:/var/run/docker.sock or the same under volumes in Compose, and any mount of a parent directory. What only needs to watch gets a proxy that lets chosen GET requests through.',
    zh: '去掉该挂载，例如 --volume /var/run/docker.sock:/var/run/docker.sock 或 Compose 中 volumes 下的同类条目，以及对其上级目录的挂载。仅需监视的程序应改用只放行指定 GET 请求的代理。',
  },
  references: [
    'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
    'https://docs.docker.com/engine/security/protect-access/',
  ],
  params: z.object({
    sockets: z
      .array(z.string())
      .default([
        '/run/docker.sock',
        '/run/docker/containerd/containerd.sock',
        '/run/containerd/containerd.sock',
        '/run/podman/podman.sock',
        '/run/crio/crio.sock',
        '/run/buildkit/buildkitd.sock',
        '/run/k3s/containerd/containerd.sock',
        '/run/user/*/docker.sock',
        '/run/user/*/podman/podman.sock',
      ])
      .meta({
        en: 'Sockets through which containers can be started, where engines put them; `*` is any one segment. Add yours when an engine listens elsewhere. A mount fails when it is one of them, when it is a directory above one, or when it has the file name of one.',
        zh: '可借以启动容器的套接字，即各引擎的常用位置；`*` 表示任意一级目录名。引擎监听其他位置时请自行添加。挂载的若是其中之一、其上级目录，或文件名与其中之一相同，即为不通过。',
      }),
  }),
  check: eachHostPath((path, mount, { params }) => {
    const found = findSocket(path, mount, params.sockets);
    if (found === undefined) return true;
    const where = describeMount(path, mount);
    return fail(
      text(
        `${where.en} gives access to the engine socket ${found}`,
        `${where.zh} 可访问引擎套接字 ${found}`,
      ),
    );
  }),
});
