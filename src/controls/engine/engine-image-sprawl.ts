import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const engineImageSprawl = defineControl({
  id: 'engine-image-sprawl',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'Few unused images are on the engine',
    zh: '闲置镜像数量受控',
  },
  failingTitle: {
    en: 'Many unused images are on the engine',
    zh: '闲置镜像过多',
  },
  rationale: {
    en: 'Images that nothing uses are not rebuilt when a flaw is found, and can still be started by their names. In a heap of them nobody knows any more which is the right one.',
    zh: '无人使用的镜像不会随漏洞修复而重建，却仍可按名称启动。堆积过多时，谁也说不清哪个才是正确版本。',
  },
  remediation: {
    en: 'Remove them on a schedule: docker image prune --all --force --filter "until=168h".',
    zh: '定期清理：docker image prune --all --force --filter "until=168h"。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/pruning/',
    'https://docs.docker.com/reference/cli/docker/image/prune/',
  ],
  params: z.object({
    max: z.number().int().nonnegative().default(10).meta({
      en: 'Unused images at most. 10 leaves room for the version before and for what a build just made.',
      zh: '闲置镜像的最大数量。10 个可容纳上一版本和刚构建的镜像。',
    }),
    maxShare: z.number().min(0).max(1).default(0.5).meta({
      en: 'Share of all images, from 0 to 1, that may be unused once there are more than max of them. Half leaves each one in use its version before.',
      zh: '闲置数量超过 max 后，闲置镜像占全部镜像的最大比例（0 到 1）。一半意味着每个在用镜像可保留一个上一版本。',
    }),
  }),
  check: (e, { params, all }) => {
    const images = all(image);
    const unused = images.filter(({ usedBy }) => usedBy[0] === undefined).length;
    if (unused <= params.max || unused <= images.length * params.maxShare) {
      return e.counts.images >= 0;
    }
    return fail(
      text(
        `${unused} of ${images.length} images are used by no container`,
        `共 ${images.length} 个镜像，其中 ${unused} 个没有容器使用`,
      ),
    );
  },
});
