import type { Draft, ShellCommand } from './shell-command.ts';

/** A heredoc whose text begins on the next line. */
export interface Heredoc {
  readonly name: string;
  readonly strip: boolean;
  readonly of: Draft;
}

/** How far a script was read, and what was found in it. */
export interface Reader {
  readonly script: string;
  /** Offset of what is read next. */
  at: number;
  readonly all: Draft[];
  heredocs: Heredoc[];
  /** Reads the commands that stand in parentheses, up to the closing one, and tells them. */
  readonly nested: (level: number) => readonly ShellCommand[];
  /** Reads another script, one level deeper. */
  readonly within: (script: string, level: number) => readonly Draft[];
}

/** Deeper nesting than a person writes is taken as plain text. */
export const deepest = 40;

export const blank = /[ \t\r]/;
