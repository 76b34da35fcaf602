import { all, any, noneFails, orElse, when } from '../../core/controls/combinators.ts';
import { combinator, evaluate, type Check, type PlainCheck } from '../../core/controls/check.ts';
import { defineControl } from '../../core/controls/control.ts';
import { failureAt, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { meetEnd, wholeFact } from '../../core/recording/record.ts';
import { reachesNetwork } from '../../build-analysis/fetching/reaches-network.ts';
import { installsAny } from '../../build-analysis/packages/installed-packages.ts';
import { linkedCommands } from '../../build-analysis/scripts/linked-commands.ts';
import type { ReadScript } from '../../build-analysis/scripts/script.ts';
import { fetchesAtStart, judgeScript, runsNothingFetched } from '../blocks/fetched-at-start.ts';

const onHost = text('On the machine of those who open it', '在打开者的主机上');

const notKept = text(
  'The snapshot does not say what a hook runs; collect it again',
  '快照未记录钩子执行的命令；请重新采集',
);

/**
 * Judges the command. Of what is only declared its image may decide part, which is judged with the image.
 *
 * @param judge gets where the words stand
 */
const ofCommand = (
  judge: (words: readonly string[], path: string) => Verdict | boolean,
): Check<WorkloadFacts> => {
  const whole: PlainCheck<WorkloadFacts> = (w) => judge(w.command, '/command');
  const declared = orElse(whole, (w) => judge(w.givenArguments ?? [], '/givenArguments'));
  return combinator((w, ctx) => evaluate(w.state === 'declared' ? declared : whole, w, ctx));
};

/** What looks whether it is healthy: of what is only declared its image may say that, which is judged with the image. */
const ofHealthCheck = (
  judge: (words: readonly string[]) => Verdict | boolean,
): Check<WorkloadFacts> => {
  const whole: PlainCheck<WorkloadFacts> = ({ healthCheck: { test } }) => {
    const [kind, ...words] = test;
    return judge(kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : words);
  };
  const declared = orElse(whole, () => judge([]));
  return combinator((w, ctx) => evaluate(w.state === 'declared' ? declared : whole, w, ctx));
};

type Start = NonNullable<WorkloadFacts['starts']>[number];

/** What it runs with the texts that are mounted, as it was read. */
const scriptOf = (start: Start): ReadScript => ({
  text: start.words.join(' '),
  commands: linkedCommands(wholeFact(start, 'commands')),
});

/** Meets what was not understood of it where nothing else is to be said. */
function ofStart(start: Start): Verdict | true {
  const verdict = judgeScript(scriptOf(start), start.words);
  if (verdict === true) meetEnd(start, 'commands');
  return verdict;
}

function startFetches(start: Start): boolean {
  if (reachesNetwork(scriptOf(start)) || installsAny(scriptOf(start))) return true;
  meetEnd(start, 'commands');
  return false;
}

const fetches = any(
  ofCommand(fetchesAtStart),
  ofHealthCheck(fetchesAtStart),
  (w) => (w.hooks ?? []).some(({ command }) => command === undefined || fetchesAtStart(command)),
  (w) => (w.starts ?? []).some(startFetches),
);

export const workloadNothingFetchedRun = defineControl({
  id: 'workload-nothing-fetched-run',
  subject: workload,
  rating: ['breach', 'remote'],
  title: {
    en: 'The container starts nothing that it fetches without a check',
    zh: '容器启动时不执行未经校验的下载内容',
  },
  failingTitle: {
    en: 'The container starts what it fetches without a check',
    zh: '容器启动时执行未经校验的下载内容',
  },
  rationale: {
    en: 'What a container fetches and runs when it starts is whatever the server sends that day, in each container anew: no scan of the image sees it, and no review tells what ran. It is judged as a RUN of a Dockerfile is: command and entrypoint, the health check, the hooks of Compose, and the commands of a dev container. Its initializeCommand runs on the machine of those who open the folder.',
    zh: '容器启动时下载并执行的内容取决于服务器当天返回什么，且每个容器各自下载：镜像扫描看不到，评审也无从得知执行了什么。检查方式与 Dockerfile 的 RUN 相同，对象为命令与入口点、健康检查、Compose 的钩子以及开发容器的命令；其中 initializeCommand 在打开该目录者的主机上执行。',
  },
  remediation: {
    en: 'Bring the file into the image while it is built, held to a checksum (ADD --checksum=sha256:…); or compare it where it is fetched: curl -o x … && echo "HASH  x" | sha256sum -c - && sh x.',
    zh: '在构建时将文件放入镜像并以校验值锁定（ADD --checksum=sha256:…），或在下载后立即比对：curl -o x … && echo "摘要  x" | sha256sum -c - && sh x。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
    'https://containers.dev/implementors/json_reference/#lifecycle-scripts',
  ],
  applies: when(
    fetches,
    () => true,
    text('Nothing that it starts fetches anything', '其启动的命令不下载任何内容'),
  ),
  check: all(
    ofCommand((words, path) => {
      const verdict = runsNothingFetched(words);
      return verdict === true ? verdict : failureAt(path, verdict);
    }),
    ofHealthCheck((words) => {
      const verdict = !fetchesAtStart(words) || runsNothingFetched(words);
      return verdict === true ? verdict : failureAt('/healthCheck/test', verdict);
    }),
    noneFails((w) => w.starts ?? [], ofStart),
    noneFails(
      (w) => w.hooks ?? [],
      ({ command, onHost: isOnHost }) =>
        command === undefined
          ? unknown(notKept)
          : runsNothingFetched(command, isOnHost === true ? onHost : undefined),
    ),
  ),
});
