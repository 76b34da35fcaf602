import { oncePerList } from '../../syntax/once-per-list.ts';
import { linkCommands, type Listed } from '../../syntax/shell/command-list.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** The commands that a fact lists, each with those that it hangs together with. */
export const linkedCommands = oncePerList<readonly ShellCommand[], Listed>(linkCommands);
