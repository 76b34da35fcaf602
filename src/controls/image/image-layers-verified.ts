import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

/** More layers than these say no more. */
const shown = 3;

export const imageLayersVerified = defineControl({
  id: 'image-layers-verified',
  subject: image,
  // Somebody exchanged it, or it is damaged: that has happened already.
  rating: ['breach', 'one step'],
  title: {
    en: 'The layers of the image are those that its configuration names',
    zh: '镜像各层与其配置所记录的摘要一致',
  },
  failingTitle: {
    en: 'The layers of the image differ from those that its configuration names',
    zh: '镜像的层与其配置所记录的摘要不一致',
  },
  rationale: {
    en: 'The id of an image is the digest of its configuration, and that names each layer by the digest of its content. A layer with another digest was exchanged or damaged after the build: what was reviewed under this id is not what would run.',
    zh: '镜像 ID 是其配置的摘要，而配置以内容摘要逐层记录。某层摘要不符，说明构建之后被替换或损坏：以该 ID 评审过的内容并非将要运行的内容。',
  },
  remediation: {
    en: 'Do not load or run it. Find out where it was changed on its way, and take the image again from where it was built: docker pull NAME@sha256:…, or docker save on the machine that built it.',
    zh: '不要加载或运行。查明在传递途中何处被改动，并从构建来源重新取得：docker pull 名称@sha256:…，或在构建机器上重新 docker save。',
  },
  references: [
    'https://github.com/opencontainers/image-spec/blob/main/config.md#layer-diffid',
    'https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests',
  ],
  check: (i) => {
    if (i.layers.length === 0) {
      return unknown(text('There are no layers that could be verified', '没有可供核对的层'));
    }
    const wrong = i.layers.flatMap(({ verified, diffId }, at) =>
      verified ? [] : [`${at + 1} (${diffId.slice(0, 19)}…)`],
    );
    if (wrong.length === 0) return true;
    const named = wrong.slice(0, shown).join(', ');
    return fail(
      text(
        `${wrong.length} of ${i.layers.length} layers are not what they are said to be: ${named}`,
        `共 ${i.layers.length} 层，其中 ${wrong.length} 层与所记录的摘要不符：${named}`,
      ),
    );
  },
});
