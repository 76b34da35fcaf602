import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { mayRun, runsFetched, unknownReader } from '../blocks/runs-fetched.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { noneOf, runSteps } from '../blocks/image/run-steps.ts';

export const imageNoPipeToShell = defineControl({
  id: 'image-no-pipe-to-shell',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'Nothing that is fetched is piped into a shell',
    zh: '构建中未将下载内容直接交给 shell 执行',
  },
  failingTitle: {
    en: 'A build step pipes what it fetches into a shell',
    zh: '构建步骤将下载内容直接交给 shell 执行',
  },
  rationale: {
    en: 'curl | sh runs whatever the server answers today, as root, and keeps no copy: nobody can say afterwards what went into the image, and a connection that is cut runs half a script.',
    zh: 'curl | sh 会以 root 身份执行服务器当时返回的任何内容，且不留副本：事后无法说明镜像中装入了什么，连接中断时还会只执行半个脚本。',
  },
  remediation: {
    en: 'Fetch to a file, check it, then run it: ADD --checksum=sha256:… https://example.com/install.sh /tmp/install.sh and RUN sh /tmp/install.sh; or install a signed package.',
    zh: '先下载为文件并校验再执行：ADD --checksum=sha256:… https://example.com/install.sh /tmp/install.sh，然后 RUN sh /tmp/install.sh；或改为安装已签名的软件包。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#using-pipes',
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
  ],
  applies: namesBuildSteps,
  check: all(
    (i) =>
      noneOf(
        runSteps(i).filter((step) => runsFetched(stepScript(step))),
        text('Runs what it fetches in', '以下步骤直接执行了下载内容'),
      ),
    (i) => {
      const [reader] = runSteps(i).flatMap((step) => unknownReader(stepScript(step)) ?? []);
      return reader === undefined || mayRun(reader);
    },
    understoodSteps,
  ),
});
