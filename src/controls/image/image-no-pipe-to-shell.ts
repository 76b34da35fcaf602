import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, failureAt, type Verdict } from '../../core/controls/verdict.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { scriptOf } from '../../syntax/shell/launchers.ts';
import { cutQuote } from '../blocks/cut-quote.ts';
import { mayRun, runsFetched, runsWhatItFetches, unknownReader } from '../blocks/runs-fetched.ts';
import { understoodCommand } from '../blocks/understood-command.ts';
import { startsOf, type ImageStart } from '../blocks/image/image-starts.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { noneOf, runSteps } from '../blocks/image/run-steps.ts';

/** What it hands another host of its shell is judged as a remote shell. */
function judgeStart({ at, words, script }: ImageStart): Verdict | true {
  if (runsWhatItFetches(script)) {
    const quote = cutQuote(scriptOf(words) ?? words.join(' '));
    return failureAt(
      at,
      fail(text(`Starts what it fetches: ${quote}`, `启动时直接执行下载内容：${quote}`)),
    );
  }
  const reader = unknownReader(script);
  return reader === undefined ? understoodCommand(words) : mayRun(reader);
}

export const imageNoPipeToShell = defineControl({
  id: 'image-no-pipe-to-shell',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'Nothing that is fetched is piped into a shell',
    zh: '未将下载内容直接交给 shell 执行',
  },
  failingTitle: {
    en: 'A download is piped into a shell',
    zh: '将下载内容直接交给 shell 执行',
  },
  rationale: {
    en: 'curl | sh runs whatever the server answers today, as root, and keeps no copy: nobody can say afterwards what went into the image, and a connection that is cut runs half a script. In CMD, ENTRYPOINT or HEALTHCHECK it does so in each container.',
    zh: 'curl | sh 会以 root 身份执行服务器当时返回的任何内容，且不留副本：事后无法说明镜像中装入了什么，连接中断时还会只执行半个脚本。写在 CMD、ENTRYPOINT 或 HEALTHCHECK 中时，每个容器都会如此。',
  },
  remediation: {
    en: 'Fetch to a file, check it, then run it: ADD --checksum=sha256:… https://example.com/install.sh /tmp/install.sh and RUN sh /tmp/install.sh; or install a signed package.',
    zh: '先下载为文件并校验再执行：ADD --checksum=sha256:… https://example.com/install.sh /tmp/install.sh，然后 RUN sh /tmp/install.sh；或改为安装已签名的软件包。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#using-pipes',
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
  ],
  applies: (i) => startsOf(i).some((start) => judgeStart(start) !== true) || namesBuildSteps(i),
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
    noneFails(startsOf, judgeStart),
  ),
});
