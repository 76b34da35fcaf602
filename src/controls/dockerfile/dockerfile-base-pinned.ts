import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { parseImageName } from '../../syntax/image-reference/image-name.ts';
import { hasVersion, namesRelease } from '../../knowledge/release-tags.ts';

export const dockerfileBasePinned = defineControl({
  id: 'dockerfile-base-pinned',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'Images that the build uses are pinned by digest or version',
    zh: '构建引入的镜像以摘要或版本固定',
  },
  failingTitle: {
    en: 'The build uses an image without a digest or version',
    zh: '构建引入的镜像未以摘要或版本固定',
  },
  rationale: {
    en: 'A tag without a version leads to another image next month, so that nobody can say what an older build was made of.',
    zh: '不带版本的标签日后会指向其他镜像，无从得知旧构建的内容。',
  },
  remediation: {
    en: 'Write the version and the digest: FROM debian:13.1-slim@sha256:…; so too behind COPY --from.',
    zh: '写明版本和摘要：FROM debian:13.1-slim@sha256:…；COPY --from 同样如此。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  params: z.object({
    digestOnly: z.boolean().default(false).meta({
      en: 'Whether a version in the tag is not enough. Off by default: a digest wants a tool that keeps it fresh.',
      zh: '是否必须使用摘要。默认否：固定摘要需要配合自动更新工具。',
    }),
  }),
  check: each(
    (d) => d.images,
    (image, { params }) => {
      const spelled = image.spelled ?? image.reference;
      const { repository, digest, tag } = parseImageName(spelled);
      const hasRelease = tag !== null && (hasVersion(tag) || namesRelease(repository, tag));
      if (digest !== null || (!params.digestOnly && hasRelease)) return true;
      return fail(text(`${spelled} is not pinned`, `${spelled} 未固定`));
    },
    text('The build takes in no image', '构建未引入任何镜像'),
  ),
});
