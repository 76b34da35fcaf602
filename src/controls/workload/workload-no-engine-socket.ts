import { z } from 'zod';
import { combinator, evaluate, type Check, type CheckContext } from '../../core/controls/check.ts';
import { all, any } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { dataDisks, isDataDisk } from '../blocks/data-disks.ts';
import { findExposed, findHolder } from '../../syntax/paths/listed-paths.ts';
import { describedByFile } from '../blocks/workload/described-by-file.ts';
import { describeMount, eachHostPath, type Mount } from '../blocks/workload/host-path-mounts.ts';

/** The socket or pipe of an engine that a mount gives away; `undefined` when there is none. */
function findSocket(path: string, mount: Mount, sockets: readonly string[]): string | undefined {
  if (mount.type === 'npipe') return /[\\/]docker_engine$/i.test(path) ? path : undefined;
  const found = findExposed(path, sockets);
  if (found !== undefined) return found;
  // A socket keeps its name wherever a moved or rootless engine puts it.
  const name = path.slice(path.lastIndexOf('/'));
  return name.length > 1 && sockets.some((socket) => socket.endsWith(name)) ? path : undefined;
}

interface Params {
  readonly sockets: readonly string[];
  readonly devices: readonly string[];
}

/**
 * Judges every host path that is given away by the socket that `find` sees behind it.
 *
 * @param isThere whether it is known that there is one
 */
const givesAwayNone = (
  find: (path: string, mount: Mount, ctx: CheckContext<Params>) => string | undefined,
  isThere = true,
): Check<WorkloadFacts, Params> =>
  eachHostPath<Params>((path, mount, ctx) => {
    const found = find(path, mount, ctx);
    if (found === undefined) return true;
    const where = describeMount(path, mount);
    if (!isThere) {
      return fail(
        text(
          `${where.en} would give access to the engine socket ${found}, if there is one`,
          `${where.zh} 可访问引擎套接字 ${found}（若其存在）`,
        ),
      );
    }
    return fail(
      text(
        `${where.en} gives access to the engine socket ${found}`,
        `${where.zh} 可访问引擎套接字 ${found}`,
      ),
    );
  }, isDataDisk);

const byList = (isThere: boolean): Check<WorkloadFacts, Params> =>
  givesAwayNone((path, mount, { params }) => findSocket(path, mount, params.sockets), isThere);

/** The sockets of engines that were read. */
const ownSockets = (ctx: CheckContext<Params>): readonly string[] =>
  ctx.all(engine).flatMap(({ sockets }) => sockets);

const ownGiven = givesAwayNone((path, mount, ctx) =>
  mount.type === 'npipe' ? undefined : findExposed(path, ownSockets(ctx)),
);

const areOwnKnown: Check<WorkloadFacts, Params> = (_, ctx) => ownSockets(ctx).length > 0;

/** Fails by the list, and names the socket that is there where that is known. */
const listedGiven = combinator<WorkloadFacts, Params>((w, ctx) => {
  const listed = evaluate(byList(true), w, ctx);
  if (listed.status !== 'fail') return listed;
  const own = evaluate(ownGiven, w, ctx);
  if (own.status === 'fail') return own;
  return evaluate(areOwnKnown, w, ctx).status === 'pass' ? evaluate(byList(false), w, ctx) : listed;
});

/** Where all the engine's own sockets lie at a listed path, a mount that gives them away is found by that. */
const ownListed: Check<WorkloadFacts, Params> = (_, ctx) =>
  ctx
    .all(engine)
    .every(({ sockets }) =>
      sockets.every((socket) => findHolder(socket, ctx.params.sockets) !== undefined),
    );

export const workloadNoEngineSocket = defineControl({
  id: 'workload-no-engine-socket',
  subject: workload,
  rating: ['takeover', 'open'],
  title: {
    en: 'The container has no access to the socket of a container engine',
    zh: '容器未获得容器引擎套接字',
  },
  failingTitle: {
    en: 'The container can reach the socket of a container engine',
    zh: '容器可访问容器引擎套接字',
  },
  rationale: {
    en: 'Anyone who can write to the socket of an engine can start a privileged container with the host mounted in it. Mounting it read-only changes nothing: a socket is spoken to, not written.',
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
        '/run/docker.sock.raw',
        '/run/host-services/docker.proxy.sock',
        '/run/docker/containerd/containerd.sock',
        '/run/containerd/containerd.sock',
        '/run/podman/podman.sock',
        '/run/crio/crio.sock',
        '/run/cri-dockerd.sock',
        '/run/balena-engine.sock',
        '/run/buildkit/buildkitd.sock',
        '/run/k3s/containerd/containerd.sock',
        '/run/user/*/docker.sock',
        '/run/user/*/podman/podman.sock',
      ])
      .meta({
        en: 'Sockets through which containers can be started, where engines put them; `*` is any one segment. A mount fails when it is one of them, when it is a directory above one, or when it has the file name of one. The sockets that the engine really has are always among them.',
        zh: '可借以启动容器的套接字，即各引擎的常用位置；`*` 表示任意一级目录名。挂载的若是其中之一、其上级目录，或文件名与其中之一相同，即为不通过。引擎实际使用的套接字始终计入。',
      }),
    devices: dataDisks,
  }),
  check: all(
    listedGiven,
    any(
      describedByFile,
      ownListed,
      givesAwayNone((path, mount, ctx) => {
        if (mount.type === 'npipe') return undefined;
        // What is on the list was found by its name above.
        if (findSocket(path, mount, ctx.params.sockets) !== undefined) return undefined;
        return ctx
          .all(engine)
          .map(({ sockets }) => findExposed(path, sockets))
          .find((found) => found !== undefined);
      }),
    ),
  ),
});
