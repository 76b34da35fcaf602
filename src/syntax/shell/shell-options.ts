import type { WrittenTexts } from './written-texts.ts';

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
  /** Whether a text in a language that is not read here does nothing that counts; none does where absent. */
  readonly isHarmless?: (text: string) => boolean;
  /** What the words tell the shell that starts it: `-e`, `-o pipefail`. */
  readonly options?: readonly string[];
}
