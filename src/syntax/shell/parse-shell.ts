import { parse } from 'unbash';
import { lowerScript } from './lower-script.ts';
import { readWindowsScript } from './read-windows-script.ts';
import type { ShellCommand } from './shell-command.ts';
import { createWrittenTexts } from './written-texts.ts';
import type { ShellDialect, ShellOptions } from './shell-options.ts';
import { settingsIn } from './shell-settings.ts';
import type { ShellProblem } from './shell-problem.ts';

/** A script as its simple commands, and what of it is not understood. */
export interface ShellScript {
  /**
   * In their order; those in substitutions come right before the command that they stand in, and those that `sh -c` and a
   * heredoc hand to a shell right behind it.
   */
  readonly tree: readonly ShellCommand[];
  readonly problems: readonly ShellProblem[];
}

/** Characters of the longest script that is read. */
export const longestScript = 64 * 1024;

/** Reads a script of a shell. A part that it does not understand is a problem, and what stands around that is read nevertheless. */
export function parseShell(
  text: string,
  { dialect, known, written, options = [], ...around }: ShellOptions,
): ShellScript {
  if (text.length > longestScript) {
    const what = `${text.length} characters, more than ${longestScript}`;
    return { tree: [], problems: [{ code: 'too-long', what, line: 1, column: 1 }] };
  }
  if (dialect === 'other') {
    const what = 'no shell can read it';
    return { tree: [], problems: [{ code: 'other-language', what, line: 1, column: 1 }] };
  }
  // Git on Windows writes lines as Windows ends them.
  const source = text.replaceAll('\r\n', '\n');
  if (dialect === 'windows') return readWindowsScript(source);
  return lowerScript(
    parse(source),
    source,
    dialect,
    known ?? (() => undefined),
    written ?? createWrittenTexts(),
    settingsIn(options),
    around,
  );
}

/** How the script of a shell, or of another program, is read by its name. */
export function dialectOf(shell: string): ShellDialect {
  if (/^(?:sh|ash|dash|busybox)$/.test(shell)) return 'sh';
  if (/^(?:ba|z|[mo]?k|y)sh$/.test(shell)) return 'bash';
  return /^(?:powershell|pwsh|cmd)(?:\.exe)?$/i.test(shell) ? 'windows' : 'other';
}
