import { z } from 'zod';
import { ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { diskOf } from '../blocks/data-disks.ts';
import { findHolder } from '../../syntax/paths/listed-paths.ts';
import { describeMount, eachHostPath, leadsToHost } from '../blocks/workload/host-path-mounts.ts';

export const workloadMountsReadOnly = defineControl({
  id: 'workload-mounts-read-only',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'Paths of the host are mounted read-only, but for the allowed ones',
    zh: '宿主机目录均以只读方式挂载（例外除外）',
  },
  failingTitle: {
    en: 'A path of the host is mounted writable',
    zh: '宿主机目录以可写方式挂载',
  },
  rationale: {
    en: 'What a container can write of the host outlives it, and whatever else reads it there believes it. A path that is only read can neither be changed nor filled.',
    zh: '容器写入宿主机的内容在容器销毁后依然存在，并会被其他读取者信任。只读挂载的路径既无法篡改，也无法写满。',
  },
  remediation: {
    en: 'Add :ro, as in --volume /srv/app/config:/config:ro, or readonly to --mount; in Compose "./config:/config:ro" or read_only: true. Remove a socket instead. Data to be written belongs in a named volume, or its path into the parameters.',
    zh: '加上 :ro，例如 --volume /srv/app/config:/config:ro，或在 --mount 中加 readonly；Compose 中写 "./config:/config:ro" 或 read_only: true。必须写入的数据应使用命名卷，或将其路径加入本控制项的参数。套接字则应去掉。',
  },
  references: [
    'https://docs.docker.com/engine/storage/bind-mounts/#use-a-read-only-bind-mount',
    'https://docs.docker.com/engine/storage/volumes/',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Host paths that may be mounted writable, with all below them, and disks by their device; * is any one segment. None by default: which they are is known to the owner of the data alone.',
      zh: '允许可写挂载的宿主机路径（含其下级），以及以设备名表示的磁盘，* 代表任意一段。默认为空：哪些路径需要可写只有数据所有者清楚。',
    }),
  }),
  check: ifAny(
    (w) => w.mounts.some(leadsToHost),
    eachHostPath(
      (path, mount, { params }) => {
        if (findHolder(path, params.allowed) !== undefined) return true;
        const where = describeMount(path, mount);
        return fail(text(`${where.en} is writable`, `${where.zh} 可写`));
      },
      (mount, { params }) => {
        if (mount.readOnly) return true;
        const disk = diskOf(mount);
        return disk !== undefined && findHolder(disk, params.allowed) !== undefined;
      },
    ),
    text('No path of the host is mounted in it', '未挂载宿主机路径'),
  ),
});
