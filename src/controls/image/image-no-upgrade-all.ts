import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { upgradesAll } from '../../build-analysis/packages/upgrades-all.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { noneOf, runSteps } from '../blocks/image/run-steps.ts';

export const imageNoUpgradeAll = defineControl({
  id: 'image-no-upgrade-all',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'No build step upgrades every package of its base',
    zh: '构建步骤未对基础镜像做整体升级',
  },
  failingTitle: {
    en: 'A build step upgrades every package of its base',
    zh: '构建步骤对基础镜像做了整体升级',
  },
  rationale: {
    en: 'An upgrade of everything hides that the base is old, makes two builds of one file differ, and leaves the unpatched files in the layers below for anyone who pulls the image.',
    zh: '整体升级会掩盖基础镜像陈旧的事实，使同一构建文件的两次结果不同；未打补丁的旧文件仍留在下层，随镜像一并分发。',
  },
  remediation: {
    en: 'Take a fresh base instead, docker build --pull, and rebuild on a schedule. Where one fix cannot wait, name its package: RUN apt-get update && apt-get install -y --only-upgrade libssl3.',
    zh: '改为使用最新基础镜像：docker build --pull，并定期重建。个别补丁急需时，指明软件包：RUN apt-get update && apt-get install -y --only-upgrade libssl3。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',
    'https://github.com/hadolint/hadolint/wiki/DL3005',
  ],
  applies: namesBuildSteps,
  check: all(
    (i) =>
      noneOf(
        runSteps(i).filter((step) => upgradesAll(stepScript(step))),
        text('Upgrades all packages in', '以下步骤做了整体升级'),
      ),
    understoodSteps,
  ),
});
