import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { parseShell } from './parse-shell.ts';

/** A script with its commands, as they were read when it was collected. */
export interface ReadScript {
  readonly text: string;
  readonly commands: readonly ShellCommand[];
}

/** A script, or its text alone where nothing else was collected of it. */
export type Script = string | ReadScript;

/** The commands of a script, in their order. */
export const commandsIn = (script: Script): readonly ShellCommand[] =>
  typeof script === 'string' ? parseShell(script) : script.commands;

/** A script as it is written. */
export const textOf = (script: Script): string =>
  typeof script === 'string' ? script : script.text;
