import { splitStatements } from './split-statements.ts';
import { readAliases, readDefaults, readRules } from './read-statement.ts';
import { createScanner, type Scanner } from './scanner.ts';
import type { SudoersStatement } from './sudoers-statement.ts';

/** A statement that sudo would refuse, or that is not read here. */
export interface SudoersProblem {
  readonly code: 'syntax';
  /** Where the statement begins, counted from 1. */
  readonly line: number;
}

/**
 * Reads the text of one sudoers file. An item with an even number of exclamation marks has none, and with an odd one has one.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/
 */
export function parseSudoers(text: string): {
  readonly tree: readonly SudoersStatement[];
  readonly problems: readonly SudoersProblem[];
} {
  const tree: SudoersStatement[] = [];
  const problems: SudoersProblem[] = [];
  for (const { text: statement, line } of splitStatements(text)) {
    const read = readStatement(createScanner(statement));
    if (read) tree.push({ ...read, line });
    else problems.push({ code: 'syntax', line });
  }
  return { tree, problems };
}

type Unplaced = SudoersStatement extends infer One
  ? One extends SudoersStatement
    ? Omit<One, 'line'>
    : never
  : never;

/** `undefined` for what is no statement, or does not end where it should. */
function readStatement(scan: Scanner): Unplaced | undefined {
  const include = scan.take(/[#@]include(dir)?[ \t]+/y);
  if (include) {
    const path = scan.word(/[\s"]/);
    const kind = include[1] === undefined ? 'include' : 'include-folder';
    return path !== undefined && scan.atEnd() ? { kind, path } : undefined;
  }
  const alias = scan.take(/(User|Runas|Host|Cmnd|Cmd)_Alias\s+/y);
  if (alias) {
    const aliases = readAliases(alias[1] ?? '', scan);
    return aliases && scan.atEnd() ? { kind: 'aliases', aliases } : undefined;
  }
  // With a blank before it, an exclamation mark is that of a setting.
  const defaults = scan.take(/Defaults(?:([:@!>])|(?=\s))/y);
  if (defaults) {
    const read = readDefaults(defaults[1], scan);
    return read && scan.atEnd() ? { kind: 'defaults', ...read } : undefined;
  }
  const rules = readRules(scan);
  return rules && scan.atEnd() ? { kind: 'rules', rules } : undefined;
}
