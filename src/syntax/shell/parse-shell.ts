import { parse } from 'unbash';
import { lowerScript } from './lower-script.ts';
import { readWindowsScript } from './read-windows-script.ts';
import type { ShellCommand } from './shell-command.ts';
import { createWrittenTexts, type WrittenTexts } from './written-texts.ts';
import { settingsIn } from './shell-settings.ts';
import type { ShellProblem } from './shell-problem.ts';

/**
 * What reads a script: `sh` is any POSIX shell, which may take nothing that bash has added; `windows` is PowerShell or cmd; of any
 * other nothing is read.
 */
export type ShellDialect = 'sh' | 'bash' | 'windows' | 'other';

/** How a script is read. */
export interface ShellOptions {
  readonly dialect: ShellDialect;
  /** What a variable holds at the beginning; `undefined` where nobody knows. */
  readonly known?: (name: string) => string | undefined;
  /** Texts of files that were written before it runs, and that it writes itself. */
  readonly written?: WrittenTexts;
  /** The folder that it begins in, where that is known. */
  readonly folder?: string;
  /** What the words tell the shell that starts it: `-e`, `-o pipefail`. */
  readonly options?: readonly string[];
}

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
  { dialect, known, written, folder, options = [] }: ShellOptions,
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
    folder,
  );
}

/** How the script of a shell, or of another program, is read by its name. */
export function dialectOf(shell: string): ShellDialect {
  if (/^(?:sh|ash|dash|busybox)$/.test(shell)) return 'sh';
  if (/^(?:ba|z|[mo]?k|y)sh$/.test(shell)) return 'bash';
  return /^(?:powershell|pwsh|cmd)(?:\.exe)?$/i.test(shell) ? 'windows' : 'other';
}
