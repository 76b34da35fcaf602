import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { unknown } from '../../core/controls/verdict.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { noneOf, type Step } from '../blocks/image/run-steps.ts';

/**
 * How the older builder, which knows no checksum, writes one source that is an address: by a bare hash. Files
 * of the context bear a word before it, and of several sources nobody can tell any more.
 */
const olderBuilder = {
  address: /\bADD\s+[0-9a-f]{64} in\b/,
  several: /\bADD\s+multi:[0-9a-f]{64} in\b/,
};

/** A source of ADD that is an address; of a repository at a whole commit, the content is fixed by its name. */
function fetchesUnchecked({ instruction, createdBy }: Step): boolean {
  if (instruction !== 'ADD' || /\s--checksum=\S/.test(createdBy)) return false;
  if (olderBuilder.address.test(createdBy)) return true;
  const sources = createdBy.match(/\b(?:[a-z][a-z0-9+.-]*:\/\/|git@)[^\s"',\]]+/gi) ?? [];
  return sources.some((source) => !/#[0-9a-f]{40}\b/.test(source));
}

export const imageNoAddUrl = defineControl({
  id: 'image-no-add-url',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'ADD fetches nothing without a checksum',
    zh: '未用 ADD 下载未经校验的内容',
  },
  failingTitle: {
    en: 'ADD fetches files without a checksum',
    zh: '用 ADD 下载了未经校验的内容',
  },
  rationale: {
    en: 'ADD of an address puts into the image whatever the server sends that day. Anyone who takes the server or the name over is in the next build, and no line of the Dockerfile changes.',
    zh: 'ADD 网址会把服务器当天返回的任何内容写入镜像。服务器或域名一旦易手，下一次构建就会带入对方的内容，而 Dockerfile 一行未改。',
  },
  remediation: {
    en: 'Give it the checksum, ADD --checksum=sha256:… https://example.com/app.tar.gz /tmp/, or fetch with RUN curl and check with sha256sum -c in the same step.',
    zh: '写明校验值：ADD --checksum=sha256:… https://example.com/app.tar.gz /tmp/；或在同一步骤中用 RUN curl 下载并以 sha256sum -c 校验。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
    'https://docs.docker.com/build/building/best-practices/#add-or-copy',
  ],
  applies: namesBuildSteps,
  check: all(
    (i) =>
      noneOf(
        i.history.filter(fetchesUnchecked),
        text('The history shows no checksum of', '构建历史中未见以下步骤的校验值'),
      ),
    (i) =>
      !i.history.some(({ createdBy }) => olderBuilder.several.test(createdBy)) ||
      unknown(
        text(
          'An ADD of several sources does not tell whether one of them is an address',
          '含多个来源的 ADD 步骤未说明其中是否有网络地址',
        ),
      ),
  ),
});
