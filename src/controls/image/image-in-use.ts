import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const imageInUse = defineControl({
  id: 'image-in-use',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'The image is in use',
    zh: '镜像正在使用',
  },
  failingTitle: {
    en: 'No container uses the image',
    zh: '没有容器使用该镜像',
  },
  rationale: {
    en: 'Images that nothing uses fill the disk and lie ready: an old, vulnerable version can be started again by a wrong tag, and nobody has looked at it since.',
    zh: '无人使用的镜像既占用磁盘，又随时可能被启动：一个写错的标签就能让含漏洞的旧版本重新上线，而它早已无人维护。',
  },
  remediation: {
    en: 'Remove what no container uses: docker image prune --all --filter "until=168h", on a schedule.',
    zh: '清理没有容器使用的镜像：docker image prune --all --filter "until=168h"，并设为定期任务。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/pruning/',
    'https://docs.docker.com/reference/cli/docker/image/prune/',
  ],
  check: (i) =>
    i.usedBy[0] !== undefined || fail(text('No container is made from it', '没有容器使用该镜像')),
});
