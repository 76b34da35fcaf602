import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { upgradesAll } from '../../build-analysis/packages/upgrades-all.ts';
import { failOnRun } from '../blocks/dockerfile/fail-on-line.ts';
import { scriptOf, understood } from '../blocks/dockerfile/run-script.ts';

export const dockerfileNoUpgradeAll = defineControl({
  id: 'dockerfile-no-upgrade-all',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'No RUN upgrades every package of its base',
    zh: 'RUN 未对基础镜像做整体升级',
  },
  failingTitle: {
    en: 'A RUN upgrades every package of its base',
    zh: 'RUN 对基础镜像做了整体升级',
  },
  rationale: {
    en: 'An upgrade of everything hides an old base, and gives other packages with every build.',
    zh: '整体升级掩盖了陈旧的基础镜像，且每次构建得到的软件包都不同。',
  },
  remediation: {
    en: 'Take a fresh base, docker build --pull; where one fix cannot wait, name its package.',
    zh: '改用最新基础镜像：docker build --pull；个别补丁急需时指明软件包。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  check: all(
    noneFails(
      (d) => d.runs,
      (run) =>
        !upgradesAll(scriptOf(run)) ||
        failOnRun(text('Upgrades all packages', '整体升级'), run.script, upgradesAll),
    ),
    understood((d) => d.runs),
  ),
});
