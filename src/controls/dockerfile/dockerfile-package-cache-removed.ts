import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { cachesLeft, cachesTaken } from '../../build-analysis/packages/caches-left.ts';
import { ofImage, understoodInImage } from '../blocks/dockerfile/image-steps.ts';
import { failOnRun } from '../blocks/dockerfile/fail-on-line.ts';
import { projectIn, scriptOf } from '../blocks/dockerfile/run-script.ts';
import { withValues } from '../blocks/dockerfile/variable-values.ts';

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
    en: 'Indexes and downloads that nobody needs make the image larger, and show an intruder what could be installed. The managers of languages (npm, pip, Composer, Go, …), what they fetch only to run it (npx, pipx run), and programs that build (Maven, Gradle, sbt, dotnet) keep theirs as those of a system do. What a stage leaves behind that the image does not take is not judged, nor is a cache that the image’s own command runs from.',
    zh: '无用的索引与下载文件使镜像变大，并为入侵者提供可安装内容的线索。各语言的包管理器（npm、pip、Composer、Go 等）、仅为运行而临时获取的软件包（npx、pipx run）以及构建工具（Maven、Gradle、sbt、dotnet）与系统包管理器一样会留下缓存。镜像未取用的构建阶段中留下的缓存不检查，镜像自身的启动命令所使用的缓存也不检查。',
  },
  remediation: {
    en: 'Remove them in the same RUN: && rm -rf /var/lib/apt/lists/*, apk add --no-cache, pip install --no-cache-dir, npm ci && npm cache clean --force; or use RUN --mount=type=cache.',
    zh: '在同一 RUN 中清除：&& rm -rf /var/lib/apt/lists/*、apk add --no-cache、pip install --no-cache-dir、npm ci && npm cache clean --force；或使用 RUN --mount=type=cache。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  check: all(
    noneFails(
      (d) => {
        const hasProject = projectIn(d);
        const isNeeded = (name: string): boolean => cachesTaken(d.command).includes(name);
        return withValues(d, ofImage(d.runs, d)).map((each) => ({ ...each, hasProject, isNeeded }));
      },
      ({ run, valueOf, hasProject, isNeeded }) => {
        const mounted = run.mounts
          .filter(({ type }) => type === 'cache' || type === 'tmpfs')
          .map(({ target }) => target);
        const found = cachesLeft(scriptOf(run), mounted, valueOf, hasProject);
        const left = found.length === 0 ? [] : found.filter(({ name }) => !isNeeded(name));
        if (left.length === 0) return true;
        // As many commands of one manager are not to blame: what they leave is cleared.
        const cleared = new Map(left.map(({ name, cleared: count }) => [name, count]));
        const names = [...cleared.keys()];
        return failOnRun(
          text(`Leaves the cache of ${names.join(', ')}`, `留下了 ${names.join('、')} 的缓存`),
          run.script,
          (command) =>
            cachesLeft(command, mounted, valueOf, hasProject).some(({ name }) => {
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
