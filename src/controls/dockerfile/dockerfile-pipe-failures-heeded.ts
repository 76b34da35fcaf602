import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fetches } from '../../build-analysis/files/saved-files.ts';
import { mayFetch } from '../../build-analysis/downloads/may-fetch.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { failOnRun } from '../blocks/dockerfile/fail-on-line.ts';
import { scriptOf, understood } from '../blocks/dockerfile/run-script.ts';

/** Shells in which a pipe has the status of its last command. */
const posix = /(?:^|\/)(?:ba|z|da|a|k|mk)?sh$/;

/** Whether what is fetched goes through a pipe, and no command is left out and no step fails where that fails. */
const loses = (commands: readonly ShellCommand[]): boolean =>
  !commands.some(({ words }) => words.some((word) => word.includes('PIPESTATUS'))) &&
  commands.some(({ input }) =>
    input.some((each) => fetches(each) && (each.ifFails ?? []).length === 0),
  );

export const dockerfilePipeFailuresHeeded = defineControl({
  id: 'dockerfile-pipe-failures-heeded',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'A download that fails in a pipe fails the build',
    zh: '管道中下载失败会使构建失败',
  },
  failingTitle: {
    en: 'A download may fail in a pipe unnoticed',
    zh: '管道中下载失败不会被发现',
  },
  rationale: {
    en: 'The shell gives a pipe the status of its last command. A download that breaks off, or that a server refuses, leaves half of it in the image, and the build goes on.',
    zh: 'shell 以管道中最后一条命令的状态为准。下载中断或被服务器拒绝时，镜像中只留下部分内容，构建仍会继续。',
  },
  remediation: {
    en: 'Write SHELL ["/bin/bash", "-o", "pipefail", "-c"] above it, or set -o pipefail && in front of it; or save the file, verify it and then read it.',
    zh: '在其之前写 SHELL ["/bin/bash", "-o", "pipefail", "-c"]，或以 set -o pipefail && 开头；也可先保存、校验再读取。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#using-pipes',
    'https://www.gnu.org/software/bash/manual/html_node/Pipelines.html',
  ],
  check: all(
    noneFails(
      (d) => d.runs.filter(({ script, shell }) => posix.test(shell) && mayFetch(script)),
      (run) =>
        !loses(scriptOf(run).commands) ||
        failOnRun(
          text('Does not notice a download that fails', '无法发现下载失败'),
          run.script,
          mayFetch,
        ),
    ),
    understood((d) => d.runs),
  ),
});
