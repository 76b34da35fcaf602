import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { cachesLeft } from '../../build-analysis/packages/caches-left.ts';
import { ofImage, understoodInImage } from '../blocks/dockerfile/image-steps.ts';
import { failOnRun } from '../blocks/dockerfile/fail-on-line.ts';
import { scriptOf } from '../blocks/dockerfile/run-script.ts';

export const dockerfilePackageCacheRemoved = defineControl({
  id: 'dockerfile-package-cache-removed',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'The caches of package managers are not left in the image',
    zh: '镜像中未留下软件包缓存',
  },
  failingTitle: {
    en: 'Caches of package managers are left in the image',
    zh: '镜像中留有软件包缓存',
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
  check: all(
    noneFails(
      (d) => {
        // pip keeps nothing whatever truth value it holds, `0` too, and does not look at an empty one.
        const noPip = d.variables.some(
          ({ name, value }) => name === 'PIP_NO_CACHE_DIR' && value !== '',
        );
        return ofImage(d.runs, d).map((run) => ({ run, noPip }));
      },
      ({ run, noPip }) => {
        const mounted = run.mounts
          .filter(({ type }) => type === 'cache' || type === 'tmpfs')
          .map(({ target }) => target);
        const left = cachesLeft(scriptOf(run), mounted).filter(
          ({ name }) => name !== 'pip' || !noPip,
        );
        if (left.length === 0) return true;
        // As many commands of noneFails manager are not to blame: what they leave is cleared.
        const cleared = new Map(left.map(({ name, cleared: count }) => [name, count]));
        const names = [...cleared.keys()];
        return failOnRun(
          text(`Leaves the cache of ${names.join(', ')}`, `留下了 ${names.join('、')} 的缓存`),
          run.script,
          (command) =>
            cachesLeft(command, mounted).some(({ name }) => {
              const before = cleared.get(name);
              if (before) cleared.set(name, before - 1);
              return before === 0;
            }),
        );
      },
    ),
    understoodInImage,
  ),
});
