import { all, ifAny, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { refreshes, refreshesAlone } from '../../build-analysis/packages/refreshes-alone.ts';
import { failOnRun } from '../blocks/dockerfile/fail-on-line.ts';
import { scriptOf, understood } from '../blocks/dockerfile/run-script.ts';

export const dockerfileUpdateWithInstall = defineControl({
  id: 'dockerfile-update-with-install',
  subject: dockerfile,
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
    en: 'A step that only refreshes the index is cached. Later builds install from it and leave out newer fixes.',
    zh: '仅更新索引的步骤会被缓存，后续构建从旧索引安装，漏掉新补丁。',
  },
  remediation: {
    en: 'Put both into one RUN: RUN apt-get update && apt-get install -y nginx=1.26.3-3.',
    zh: '写进同一条 RUN：RUN apt-get update && apt-get install -y nginx=1.26.3-3。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  check: ifAny(
    (d) => d.runs.some((run) => refreshes(scriptOf(run))),
    all(
      noneFails(
        (d) => d.runs,
        (run) =>
          !refreshesAlone(scriptOf(run)) ||
          failOnRun(text('Refreshes only the index', '单独更新索引'), run.script, refreshesAlone),
      ),
      understood((d) => d.runs),
    ),
    text('No package index is refreshed', '没有更新软件包索引'),
  ),
});
