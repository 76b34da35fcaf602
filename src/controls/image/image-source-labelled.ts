import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const imageSourceLabelled = defineControl({
  id: 'image-source-labelled',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'The image says from which source it was built',
    zh: '镜像标明其源代码来源',
  },
  failingTitle: {
    en: 'The image does not say from which source it was built',
    zh: '镜像未标明其源代码来源',
  },
  rationale: {
    en: 'When a flaw is announced, somebody must find the build file behind every image that has it. A label with the repository and the revision answers in a second what otherwise takes days.',
    zh: '漏洞公布后，需要找到每个受影响镜像的构建文件。标签写明代码仓库和修订号，瞬间即可定位，否则可能要查上几天。',
  },
  remediation: {
    en: 'Let the pipeline set them: docker build --label org.opencontainers.image.source=https://git.example.com/shop/web --label org.opencontainers.image.revision=$(git rev-parse HEAD) -t NAME .',
    zh: '由流水线写入：docker build --label org.opencontainers.image.source=https://git.example.com/shop/web --label org.opencontainers.image.revision=$(git rev-parse HEAD) -t 镜像名 .',
  },
  references: [
    'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
    'https://docs.docker.com/build/metadata/annotations/',
  ],
  params: z.object({
    labels: z
      .array(z.string())
      .default(['org.opencontainers.image.source', 'org.opencontainers.image.revision'])
      .meta({
        en: 'Labels that must be set and not empty. The default names the repository and the commit, by the keys of the OCI; a base image may have set them already, so look at whose they are.',
        zh: '必须设置且不为空的标签。默认为 OCI 规定的代码仓库与提交号；这些标签可能由基础镜像继承而来，须核对其归属。',
      }),
  }),
  check: (i, { params }) => {
    const missing = params.labels.filter((name) => (i.labels[name] ?? '').trim() === '');
    if (missing.length === 0) return true;
    return fail(text(`Missing: ${missing.join(', ')}`, `缺少标签 ${missing.join('、')}`));
  },
});
