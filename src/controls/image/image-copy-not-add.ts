import { ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image, type ImageFacts } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';

type Step = ImageFacts['history'][number];

const fetches = (step: Step): boolean => /\b[a-z]+:\/\/|\bgit@/i.test(step.createdBy);

/** A base image has no other way to unpack its root file system than an ADD as its very first step. */
const isAdded = (step: Step, at: number): boolean =>
  step.instruction === 'ADD' && (at > 0 || fetches(step));

export const imageCopyNotAdd = defineControl({
  id: 'image-copy-not-add',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'Files are copied in with COPY, not ADD',
    zh: '使用 COPY 而非 ADD 写入文件',
  },
  failingTitle: {
    en: 'Files are copied in with ADD, not COPY',
    zh: '使用 ADD 写入文件',
  },
  rationale: {
    en: 'ADD unpacks archives and fetches addresses without being asked twice: the same line brings in something else when the file or the server behind it changes. COPY does one thing.',
    zh: 'ADD 会自动解包归档、下载网址：文件或其背后的服务器一变，同一行指令引入的内容就变了。COPY 只做一件事，结果可预期。',
  },
  remediation: {
    en: 'Write COPY in the Dockerfile. To fetch something, use RUN with curl and a checksum, or ADD --checksum=sha256:… in a build stage that the final image does not inherit.',
    zh: '在 Dockerfile 中改用 COPY。确需下载时，用 RUN 配合 curl 并校验摘要，或在最终镜像不继承的构建阶段中使用 ADD --checksum=sha256:…。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/',
    'https://docs.docker.com/build/building/best-practices/',
  ],
  applies: namesBuildSteps,
  check: ifAny(
    (i) => i.history.some((step, at) => step.instruction === 'COPY' || isAdded(step, at)),
    (i) => {
      const added = i.history.filter(isAdded);
      if (added.length === 0) return true;
      const lines = added.map((step) => step.createdBy.slice(0, 80));
      return fail(text(`Uses ${lines.join('; ')}`, `镜像使用了 ${lines.join('；')}`));
    },
    text('Nothing is copied in', '没有写入任何文件'),
  ),
});
