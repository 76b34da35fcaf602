import { all, ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { refreshes, refreshesAlone } from '../../build-analysis/packages/refreshes-alone.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { runSteps } from '../blocks/image/run-steps.ts';

export const imageUpdateWithInstall = defineControl({
  id: 'image-update-with-install',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'A package index is refreshed only together with an installation',
    zh: '更新软件包索引与安装在同一步骤中完成',
  },
  failingTitle: {
    en: 'A package index is refreshed without an installation in the same step',
    zh: '更新软件包索引与安装未在同一步骤中完成',
  },
  rationale: {
    en: 'A step that only refreshes the package index is cached by the builder. Later builds install from that old index and so leave out the fixes that have come out since.',
    zh: '仅更新软件包索引的步骤会被构建器缓存。此后的构建都从旧索引安装，漏掉其后发布的安全补丁。',
  },
  remediation: {
    en: 'Put both into one RUN: RUN apt-get update && apt-get install -y --no-install-recommends nginx=1.26.3-3 && rm -rf /var/lib/apt/lists/*. On Alpine: RUN apk add --no-cache nginx=~1.26.',
    zh: '写进同一条 RUN：RUN apt-get update && apt-get install -y --no-install-recommends nginx=1.26.3-3 && rm -rf /var/lib/apt/lists/*。Alpine 用 RUN apk add --no-cache nginx=~1.26。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  applies: namesBuildSteps,
  check: ifAny(
    (i) => runSteps(i).some((step) => refreshes(stepScript(step))),
    all((i) => {
      const alone = runSteps(i).filter((step) => refreshesAlone(stepScript(step)));
      if (alone.length === 0) return true;
      const lines = alone.map((step) => step.createdBy.slice(0, 80));
      return fail(
        text(
          `Refreshes only the index in: ${lines.join('; ')}`,
          `单独更新索引的步骤：${lines.join('；')}`,
        ),
      );
    }, understoodSteps),
    text('No package index is refreshed', '没有更新软件包索引'),
  ),
});
