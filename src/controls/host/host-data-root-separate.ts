import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { host } from '../../core/subjects/host/host.ts';
import { joinTexts, text, type Text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { mountOf, type HostMount } from '../blocks/host/mount-of.ts';

/** What is wrong with where one data root lies; nothing when it lies on a file system of its own. */
function shared(
  mounts: readonly HostMount[],
  root: string,
  dedicated: readonly string[],
): Text | undefined {
  const own = mountOf(mounts, root);
  // With remapped users the engine works in a folder named for them, below the mount.
  const right = [root, root.replace(/\/\d+\.\d+$/, ''), ...dedicated];
  if (!own || !right.includes(own.mountPoint)) {
    const at = own?.mountPoint ?? '/';
    return text(
      `${root} shares the file system mounted at ${at}`,
      `${root} 与挂载在 ${at} 的文件系统共用`,
    );
  }
  const others = mounts.filter(({ mountPoint }) => mountPoint !== own.mountPoint);
  const above = mountOf(others, own.mountPoint);
  const outer =
    above && isSameFileSystem(above, own)
      ? above
      : others.find((other) => hostPlaces.has(other.mountPoint) && isSameDevice(other, own));
  if (outer === undefined) return undefined;
  return text(
    `${own.mountPoint} is a mount, but of the same file system as ${outer.mountPoint}`,
    `${own.mountPoint} 虽为挂载点，但与 ${outer.mountPoint} 是同一文件系统`,
  );
}

/** A file system is identified by its device: it may have been mounted under several names. */
const isSameFileSystem = (one: HostMount, other: HostMount): boolean =>
  one.device !== undefined && other.device !== undefined
    ? one.device === other.device
    : one.source === other.source && one.fileSystem === other.fileSystem;

/** Where the host's own files are: a mount elsewhere may be of the same device. */
const hostPlaces: ReadonlySet<string> = new Set([
  ...['/', '/etc', '/home', '/opt', '/root', '/tmp', '/usr', '/var', '/var/log', '/var/tmp'],
]);

const isSameDevice = (one: HostMount, other: HostMount): boolean =>
  one.device !== undefined && one.device === other.device;

export const hostDataRootSeparate = defineControl({
  id: 'host-data-root-separate',
  subject: host,
  rating: ['disruption', 'open'],
  title: {
    en: 'The engine’s data lies on a file system of its own',
    zh: '引擎数据目录使用独立文件系统',
  },
  failingTitle: {
    en: 'The engine’s data shares a file system with the host',
    zh: '引擎数据目录与宿主机共用文件系统',
  },
  rationale: {
    en: 'Images, writable layers and logs grow without asking. On the same file system as the host they fill it up, and then nothing on the host can write any more, the audit log included.',
    zh: '镜像、可写层和日志会不断增长。若与系统共用文件系统，写满后主机上的一切写入都会失败，包括审计日志。',
  },
  remediation: {
    en: 'Stop the engine, make a file system (mkfs.ext4 /dev/sdb1), copy the data over, add “/dev/sdb1 /var/lib/docker ext4 defaults 0 2” to /etc/fstab, mount it and start again; or set "data-root" in /etc/docker/daemon.json to such a mount.',
    zh: '停止引擎，新建文件系统（mkfs.ext4 /dev/sdb1）并迁移数据，在 /etc/fstab 中加入“/dev/sdb1 /var/lib/docker ext4 defaults 0 2”，挂载后启动；或在 /etc/docker/daemon.json 中把 "data-root" 指向这样的挂载点。',
  },
  references: [
    'https://docs.docker.com/engine/daemon/',
    'https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html',
  ],
  params: z.object({
    dedicated: z.array(z.string()).default([]).meta({
      en: 'Mount points above a data root that hold the engine’s data alone, such as `/srv/containers`.',
      zh: '数据根目录之上、专供引擎数据使用的挂载点，例如 `/srv/containers`。',
    }),
  }),
  applies: (_, ctx) =>
    ctx.all(engine).length > 0 ||
    notApplicable(text('No engine was found on this host', '未在本机发现容器引擎')),
  check: (h, ctx) => {
    const roots = ctx.all(engine).map((e) => e.dataRoot);
    const wrong = roots.flatMap((root) => shared(h.mounts, root, ctx.params.dedicated) ?? []);
    return wrong.length === 0 || fail(joinTexts(wrong));
  },
});
