import { readList } from './read-list.ts';
import type { Reader } from './reader.ts';
import type { Draft, ShellCommand } from './shell-command.ts';

/**
 * Reads a script of a POSIX shell into its simple commands, in order; those in substitutions, and in what
 * `sh -c` and a heredoc hand to a shell, come right before the command that they stand in or right behind it.
 * Whatever text it is given, it reads to the end.
 */
export function parseShell(script: string): readonly ShellCommand[] {
  const known = remembered.get(script);
  if (known) return known;
  const commands = readScript(script, 0);
  // plimsoll-ignore no-shared-state: it is remembered what was read, which is the same each time
  if (remembered.size >= rememberedAtMost) remembered.clear();
  // plimsoll-ignore no-shared-state: it is remembered what was read, which is the same each time
  remembered.set(script, commands);
  return commands;
}

/** Many controls read the same script one after the other. */
const remembered = new Map<string, readonly ShellCommand[]>();
const rememberedAtMost = 256;

const nothing: readonly ShellCommand[] = [];

function readScript(script: string, depth: number): readonly Draft[] {
  const reader: Reader = {
    script,
    at: 0,
    all: [],
    heredocs: [],
    nested: (level) => {
      const from = reader.all.length;
      readList(reader, level, nothing, true, undefined);
      return reader.all.slice(from);
    },
    within: readScript,
  };
  while (reader.at < script.length) readList(reader, depth, nothing, false, undefined);
  return reader.all;
}
