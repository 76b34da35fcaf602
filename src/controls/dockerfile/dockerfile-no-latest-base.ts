import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { parseImageName } from '../../syntax/image-reference/image-name.ts';
import { isMoving } from '../blocks/moving-tags.ts';
import { mutableTags } from '../../knowledge/mutable-tags.ts';

export const dockerfileNoLatestBase = defineControl({
  id: 'dockerfile-no-latest-base',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'No base has a tag that always moves',
    zh: '基础镜像未使用不断改指的标签',
  },
  failingTitle: {
    en: 'A base has a tag that always moves',
    zh: '基础镜像使用了不断改指的标签',
  },
  rationale: {
    en: 'latest, and no tag at all, mean whatever was pushed last: the same file gives another image every week.',
    zh: 'latest 或省略标签意味着最近一次推送的内容：同一文件每次构建都可能不同。',
  },
  remediation: {
    en: 'Name the release in the tag: FROM nginx:1.29.3.',
    zh: '在标签中写明版本：FROM nginx:1.29.3。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  params: z.object({
    mutable: z
      .array(z.string())
      .default([...mutableTags])
      .meta({
        en: 'Tags that tell no release, in lower case. The default has those that registries and pipelines commonly move.',
        zh: '不能标明版本的标签（小写）。默认为常被改指的标签。',
      }),
  }),
  check: noneFails(
    (d) => d.images,
    (image, { params }) => {
      const spelled = image.spelled ?? image.reference;
      if (!isMoving(parseImageName(spelled), params.mutable)) return true;
      return fail(text(`${spelled} is whatever is newest`, `${spelled} 始终指向最新内容`));
    },
  ),
});
