import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { conjunction } from '../../core/controls/verdict.ts';
import { cachesLeft } from '../build/caches-left.ts';
import { failOnRun, inImage } from './lines.ts';

export const dockerfilePackageCacheRemoved = defineControl({
  id: 'dockerfile-package-cache-removed',
  subject: dockerfile,
  severity: 'low',
  title: {
    en: 'The caches of package managers are not left in the image',
    zh: '镜像中未留下软件包缓存',
  },
  rationale: {
    en: 'Indexes and downloads that nobody needs make the image larger, and show an intruder what could be installed.',
    zh: '无用的索引与下载文件使镜像变大，并为入侵者提供可安装内容的线索。',
  },
  remediation: {
    en: 'Remove them in the same RUN: && rm -rf /var/lib/apt/lists/*, apk add --no-cache, pip install --no-cache-dir; or use RUN --mount=type=cache.',
    zh: '在同一 RUN 中清除：&& rm -rf /var/lib/apt/lists/*、apk add --no-cache、pip install --no-cache-dir；或使用 RUN --mount=type=cache。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  check: (d) => {
    const noPip = d.variables.some(
      ({ name, value }) => name === 'PIP_NO_CACHE_DIR' && value !== '0',
    );
    return conjunction(
      inImage(d.runs).flatMap((run) => {
        const caches = run.mounts
          .filter(({ type }) => type === 'cache')
          .map(({ target }) => target);
        const left = cachesLeft(run.script, caches).filter((of) => of !== 'pip' || !noPip);
        return left.length > 0
          ? [
              failOnRun(
                text(
                  `It leaves the cache of ${left.join(', ')}`,
                  `留下了 ${left.join('、')} 的缓存`,
                ),
                run.script,
                (command) => cachesLeft(command, caches).some((of) => left.includes(of)),
              ),
            ]
          : [];
      }),
    );
  },
});
