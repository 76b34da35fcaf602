import { z } from 'zod';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);

export const hostDataRootSpace = defineControl({
  id: 'host-data-root-space',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The engine’s file system has room left',
    zh: '引擎数据所在文件系统有足够余量',
  },
  failingTitle: {
    en: 'The engine’s file system is nearly full',
    zh: '引擎数据所在文件系统余量不足',
  },
  rationale: {
    en: 'When the file system of the engine’s data is full, no container starts, none writes its log, and databases lose what they were about to store. Files can run out before bytes do: small layers and logs take one each.',
    zh: '引擎数据所在文件系统写满后，容器无法启动、日志写不进去，数据库也会丢失待写数据。文件数可能先于空间耗尽，因为每个小文件都占用一个 inode。',
  },
  remediation: {
    en: 'See what takes the room with docker system df -v, and clear up with docker image prune and docker container prune; bound logs with "log-opts": {"max-size": "10m", "max-file": "3"} in daemon.json; enlarge the file system.',
    zh: '用 docker system df -v 查看占用，用 docker image prune 和 docker container prune 清理；在 daemon.json 中用 "log-opts": {"max-size": "10m", "max-file": "3"} 限制日志；必要时扩容。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/pruning/',
    'https://man7.org/linux/man-pages/man2/statfs.2.html',
  ],
  params: z.object({
    freePercent: z.number().min(0).max(100).default(10).meta({
      en: 'Percent of the bytes that must be left. 10: room for a large image on an ordinary disk, and time to act.',
      zh: '应保留的空间百分比。10：在普通磁盘上足以容纳一个大镜像，并留出处置时间。',
    }),
    freeFilesPercent: z.number().min(0).max(100).default(10).meta({
      en: 'Percent of the files that the file system can hold which must be left. 10: as much as of the bytes.',
      zh: '应保留的文件数（inode）百分比。10：与空间相同。',
    }),
  }),
  applies: (h) =>
    h.dataRootSpace !== null ||
    notApplicable(text('The host has no data root of an engine', '宿主机上没有引擎数据目录')),
  check: (h, { params }) => {
    const space = h.dataRootSpace;
    if (space === null) return true;
    const { path, size, free, files, freeFiles } = space;
    const bytes = share(free, size);
    // A file system that makes room for files as it needs it sets no number.
    const inodes = files === 0 ? 100 : share(freeFiles, files);
    if (bytes >= params.freePercent && inodes >= params.freeFilesPercent) return true;
    return fail(
      text(
        `${path}: ${Math.floor(bytes)} % of the space and ${Math.floor(inodes)} % of the files are left`,
        `${path}：剩余空间 ${Math.floor(bytes)}%，剩余文件数 ${Math.floor(inodes)}%`,
      ),
    );
  },
});
