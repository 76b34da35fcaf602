import { linkedCommands } from '../../../build-analysis/scripts/linked-commands.ts';
import { meetEnd, wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import type { PlainCheck } from '../../../core/controls/check.ts';
import type { ShellCommand } from '../../../syntax/shell/shell-command.ts';

type Start = NonNullable<DockerfileFacts['starts']>[number];

const commandsOf = (d: DockerfileFacts): readonly Start[] =>
  (d.starts ?? []).filter(({ by, trigger }) => by === 'command' && !trigger);

/** What entrypoint and command run, with the scripts that the build writes; none in a snapshot of an older release. */
export const startedScripts = (d: DockerfileFacts): readonly (readonly ShellCommand[])[] =>
  commandsOf(d).map((start) => linkedCommands(wholeFact(start, 'commands')));

/** Meets what was not understood of them. */
export const startedScriptsUnderstood: PlainCheck<DockerfileFacts> = (d) => {
  for (const start of commandsOf(d)) meetEnd(start, 'commands');
  return true;
};
