import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { failOnValues, failureAmong } from '../../core/controls/verdict.ts';
import type { Copy } from '../blocks/dockerfile/fail-on-line.ts';

/** Whether a whole folder is copied that the path lies in. */
const takes = ({ sources }: Copy, path: string): boolean =>
  sources.some((source) => {
    const folder = source.replace(/^\.?\/+|\/+$/g, '').replace(/(?:^|\/)\*{1,2}$/, '');
    return folder === '' || folder === '.' || path === folder || path.startsWith(`${folder}/`);
  });

export const dockerfileContextClean = defineControl({
  id: 'dockerfile-context-clean',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'The build context sends no file that holds secrets',
    zh: '构建上下文未包含存放敏感凭据的文件',
  },
  failingTitle: {
    en: 'The build context sends files that hold secrets',
    zh: '构建上下文包含存放敏感凭据的文件',
  },
  rationale: {
    en: 'COPY . takes everything that the ignore file does not leave out, keys and .env files among it, into a layer.',
    zh: 'COPY . 会把忽略文件未排除的一切复制进镜像层，包括密钥与 .env。',
  },
  remediation: {
    en: 'Put a .dockerignore beside the file that names them: .env*, *.key, .ssh, .aws.',
    zh: '在同目录放置 .dockerignore 并列出：.env*、*.key、.ssh、.aws。',
  },
  references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  check: (d) => {
    const { copies } = d;
    const ofContext = copies.filter(({ from }) => from === null);
    const sent =
      ofContext.length === 0
        ? []
        : d.context.secrets.filter((path) => ofContext.some((copy) => takes(copy, path)));
    if (sent.length === 0) return true;
    const how =
      d.context.ignoreFile === null
        ? text('no ignore file', '没有忽略文件')
        : text('not left out', '未排除');
    const failure = failOnValues(sent, (paths) =>
      text(
        `${paths.slice(0, 5).join(', ')}: ${how.en}`,
        `${paths.slice(0, 5).join('、')}：${how.zh}`,
      ),
    );
    const senders = ofContext.filter((copy) => sent.some((path) => takes(copy, path)));
    return failureAmong('/copies', copies, senders, failure);
  },
});
