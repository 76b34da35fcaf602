import { all, noneFails } from '../../core/controls/combinators.ts';
import { failureAt } from '../../core/controls/verdict.ts';
import { scriptOf as behindShell } from '../../syntax/shell/launchers.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { mayRun, runsFetched, runsWhatItFetches, unknownReader } from '../blocks/runs-fetched.ts';
import { startsOf, startsUnderstood } from '../blocks/dockerfile/started-downloads.ts';
import { failOn, failOnRun } from '../blocks/dockerfile/fail-on-line.ts';
import { scriptOf, understood } from '../blocks/dockerfile/run-script.ts';

const runs = text('Runs what it fetches', '直接执行下载内容');

export const dockerfileNoPipeToShell = defineControl({
  id: 'dockerfile-no-pipe-to-shell',
  subject: dockerfile,
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
    en: 'Anyone who answers at that address runs in the build as root, or in each container where CMD, ENTRYPOINT or HEALTHCHECK asks for it, and nothing that was reviewed tells what ran.',
    zh: '该网址返回的任何内容都会以 root 在构建中执行；若写在 CMD、ENTRYPOINT 或 HEALTHCHECK 中，则在每个容器中执行，事后也无从查证。',
  },
  remediation: {
    en: 'Save it, compare its checksum, then run it: curl -o x && echo "HASH x" | sha256sum -c && sh x.',
    zh: '先保存并校验再执行：curl -o x && echo "摘要 x" | sha256sum -c && sh x。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  check: all(
    noneFails(
      (d) => d.runs,
      (run) => {
        const script = scriptOf(run);
        if (runsFetched(script)) {
          return failOnRun(runs, run.script, runsFetched);
        }
        const reader = unknownReader(script);
        return reader === undefined || mayRun(reader);
      },
    ),
    noneFails(startsOf, ({ at, words, script }) => {
      if (runsWhatItFetches(script)) {
        const quote = behindShell(words) ?? words.join(' ');
        return failureAt(at, failOn(runs, quote));
      }
      const reader = unknownReader(script);
      return reader === undefined || mayRun(reader);
    }),
    understood((d) => d.runs),
    startsUnderstood,
  ),
});
