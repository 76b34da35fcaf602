import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fetches } from '../../build-analysis/files/saved-files.ts';
import { mayFetch } from '../../knowledge/commands/may-fetch.ts';
import { unknown } from '../../core/controls/verdict.ts';
import { unknownOutcome } from '../../syntax/shell/command-list.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { failsOnNothing } from '../../knowledge/input-checkers.ts';
import { failOnRun } from '../blocks/dockerfile/fail-on-line.ts';
import { scriptOf, understood } from '../blocks/dockerfile/run-script.ts';

/** Shells in which a pipe has the status of its last command. */
const posix = /(?:^|\/)(?:ba|z|da|a|k|mk)?sh$/;

/** Whether a command fails where it reads nothing. */
const checksInput = (command: ShellCommand): boolean => {
  const [program = '', ...words] = withoutLaunchers(command.words);
  return failsOnNothing(basename(program), words);
};

/** Tells the last command of the pipe that one begins, as far as one reads from the other. */
function endsOf(commands: readonly ShellCommand[]): (command: ShellCommand) => ShellCommand {
  const readers = new Map<readonly string[], ShellCommand>();
  // What is read may stand there as a copy.
  for (const each of commands) for (const { words } of each.input) readers.set(words, each);
  return (command) => {
    const passed = new Set<ShellCommand>();
    let last = command;
    for (let next = readers.get(last.words); next; next = readers.get(last.words)) {
      if (passed.has(next)) return command;
      passed.add(next);
      last = next;
    }
    return last;
  };
}

/**
 * What fetches into a pipe, unless the script itself asks how each part of that ended; where the last part fails with it,
 * that stands for it.
 */
function pipedIn(commands: readonly ShellCommand[]): readonly ShellCommand[] {
  if (commands.some(({ words }) => words.some((word) => word.includes('PIPESTATUS')))) return [];
  const endOf = endsOf(commands);
  return commands
    .flatMap(({ input }) => input.filter(fetches))
    .map((fetching) => {
      const last = endOf(fetching);
      return checksInput(last) ? last : fetching;
    });
}

const outcomeUnknown = text(
  'The snapshot does not say what runs where a download fails; collect it again',
  '快照未记录下载失败后会继续执行哪些命令；请重新采集',
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
      (run) => {
        const piped = pipedIn(scriptOf(run).commands);
        if (piped.some(({ ifFails }) => ifFails === unknownOutcome)) return unknown(outcomeUnknown);
        // No command is left out where it fails, and the step does not fail.
        if (piped.every(({ ifFails }) => ifFails.length > 0)) return true;
        return failOnRun(
          text('Does not notice a download that fails', '无法发现下载失败'),
          run.script,
          mayFetch,
        );
      },
    ),
    understood((d) => d.runs),
  ),
});
