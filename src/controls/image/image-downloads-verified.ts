import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import {
  fail,
  failureAt,
  notApplicable,
  unknown,
  type Verdict,
} from '../../core/controls/verdict.ts';
import { cutQuote } from '../blocks/cut-quote.ts';
import { sayDoubt } from '../blocks/say-doubt.ts';
import { nothingFetched } from '../blocks/nothing-fetched.ts';
import { mayBeUnpacked } from '../blocks/may-be-unpacked.ts';
import { reachesNetwork } from '../../build-analysis/fetching/reaches-network.ts';
import { startsOf, type ImageStart } from '../blocks/image/image-starts.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { understoodCommand } from '../blocks/understood-command.ts';
import { outcomesKnown } from '../blocks/outcomes-known.ts';
import { stepsWithDownloads } from '../blocks/image/downloads.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { noneOf } from '../blocks/image/run-steps.ts';

const runs = text('Runs an unverified download in', '以下步骤执行了未经校验的下载文件');
const makes = text(
  'Makes an unverified download executable in',
  '以下步骤将未经校验的下载文件设为可执行程序',
);

const failOn = ({ at, words }: ImageStart): Verdict => {
  const quote = cutQuote(words.join(' '));
  return failureAt(
    at,
    fail(text(`Starts an unverified download: ${quote}`, `启动未经校验的下载文件：${quote}`)),
  );
};

const tooMany = text('It moves more files than are followed', '涉及的文件移动过多，无法逐一追踪');

const startIsUnderstood = all(
  understoodSteps,
  (i) => outcomesKnown(i.history.map(stepScript)),
  noneFails(startsOf, ({ words }) => understoodCommand(words)),
);

export const imageDownloadsVerified = defineControl({
  id: 'image-downloads-verified',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'A program that the build downloaded was verified',
    zh: '构建中下载的程序均经校验',
  },
  failingTitle: {
    en: 'A program that the build downloaded was not verified',
    zh: '构建中下载的程序未经校验',
  },
  rationale: {
    en: 'A download that is run, or made executable, without a checksum or a signature is whatever the server sent that day: with the rights of the build, or with those of each container of the image. Anyone who takes over the server, its storage or its name is in the image from then on, and no line of the Dockerfile changes.',
    zh: '未经校验值或签名验证就执行或设为可执行的下载文件，内容取决于服务器当天返回什么，并拥有构建的权限，或镜像每个容器的权限。服务器、存储或域名一旦易手，对方的代码便会进入镜像，而 Dockerfile 一行未改。',
  },
  remediation: {
    en: 'Compare it in the step that fetches it, curl -fsSLo x https://… && echo "HASH  x" | sha256sum -c - && chmod +x x, let the builder do it with ADD --checksum=sha256:…, or verify a signature: gpg --verify x.asc x, cosign verify-blob.',
    zh: '在下载的同一步骤中比对：curl -fsSLo x https://… && echo "摘要  x" | sha256sum -c - && chmod +x x；或由构建器比对：ADD --checksum=sha256:…；或验证签名：gpg --verify x.asc x、cosign verify-blob。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
    'https://docs.docker.com/build/building/best-practices/',
  ],
  applies: (i) => startsOf(i).some(({ script }) => reachesNetwork(script)) || namesBuildSteps(i),
  check: (i, ctx) => {
    const found = stepsWithDownloads(i.history, () => startsOf(i));
    if (found === undefined) {
      // What was not understood may download something.
      understoodSteps(i);
      return notApplicable(nothingFetched);
    }
    const { run, make, started, isSpent, isGuessed, doubts } = found;
    if (run.length > 0) return noneOf(run, runs);
    if (make.length > 0) return noneOf(make, makes);
    const start = started();
    if (start) return failOn(start);
    if (isSpent()) return unknown(tooMany);
    if (isGuessed()) return unknown(mayBeUnpacked);
    const [doubt] = doubts();
    if (doubt) return unknown(sayDoubt(doubt));
    // Of steps that nobody wrote down nothing is known.
    const named = namesBuildSteps(i);
    return named === true ? startIsUnderstood(i, ctx) : named;
  },
});
