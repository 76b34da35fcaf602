import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { findHolder } from '../../syntax/paths/listed-paths.ts';

export const imageFilesNotWorldWritable = defineControl({
  id: 'image-files-not-world-writable',
  subject: image,
  rating: ['disruption', 'open'],
  title: {
    en: 'No file of the image can be changed by everybody',
    zh: '镜像中没有任何人可写的文件',
  },
  failingTitle: {
    en: 'A file of the image can be changed by everybody',
    zh: '镜像中有任何人可写的文件',
  },
  rationale: {
    en: 'A file that everybody may write lets any process in the container, whatever its user, change what others run or read, until the container is deleted. However the rights came about, by a build step, a copied context or the base, they are in the image.',
    zh: '任何人可写的文件，容器内任意用户的进程都能改写，从而影响他人运行或读取的内容，直至容器删除。无论权限来自构建步骤、复制的上下文还是基础镜像，都已存在于镜像之中。',
  },
  remediation: {
    en: 'Find them with find / -xdev -perm -0002 ! -type l and give them to the user that needs them: RUN chmod o-w, COPY --chmod=0755; for a directory that several users share, mode 1777.',
    zh: '用 find / -xdev -perm -0002 ! -type l 查找，并把文件授予需要它的用户：RUN chmod o-w、COPY --chmod=0755；多个用户共用的目录使用 1777。',
  },
  references: [
    'https://man7.org/linux/man-pages/man7/inode.7.html',
    'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Paths of files, or of directories, that everybody may write; `*` is any one segment. Directories with the sticky bit, as /tmp, do not count anyway.',
      zh: '允许任何人写入的文件或目录路径，`*` 匹配任意一段。带粘滞位的目录（如 /tmp）本就不计入。',
    }),
  }),
  check: noneFails(
    (i) => i.files.worldWritable,
    ({ path, mode }, { params }) => {
      const octal = mode.toString(8).padStart(4, '0');
      return (
        findHolder(path, params.allowed) !== undefined ||
        fail(text(`Everybody may write ${path} (${octal})`, `任何人可写 ${path}（${octal}）`))
      );
    },
  ),
});
