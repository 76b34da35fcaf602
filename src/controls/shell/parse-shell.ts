import { runsItsInput, scriptOf } from './launchers.ts';

/** One simple command of a shell script. */
export interface ShellCommand {
  /** The program and its arguments, quotes taken off; what a variable or a substitution gives is not known. */
  readonly words: readonly string[];
  /** Variables that are set in front of it, or by themselves: `NAME=value`. */
  readonly assignments: readonly string[];
  /** The commands whose output it reads through a pipe, nearest only. */
  readonly input: readonly ShellCommand[];
  /** Commands in `$(…)`, backticks or `<(…)` among its words. */
  readonly inner: readonly ShellCommand[];
  /** Files that its output is written to. */
  readonly writesTo: readonly string[];
  /** What heredocs give it to read. */
  readonly bodies: readonly string[];
}

interface Draft {
  readonly words: string[];
  readonly assignments: string[];
  readonly input: readonly ShellCommand[];
  readonly inner: ShellCommand[];
  readonly writesTo: string[];
  readonly bodies: string[];
}

interface Heredoc {
  readonly name: string;
  readonly strip: boolean;
  readonly of: Draft;
}

/** Words after which another command begins. */
const openers: ReadonlySet<string> = new Set([
  ...['if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', 'time', 'coproc'],
]);

/** Words that end something, and are no command. */
const closers: ReadonlySet<string> = new Set(['fi', 'done', 'esac']);

/** Deeper nesting than a person writes is taken as plain text. */
const deepest = 40;

const nothing: readonly ShellCommand[] = [];
const blank = /[ \t\r]/;

/** Sticky patterns read on from where the reader stands, so that no text is read twice. */
const plain = /[^\s;&|()<>'"\\$`#{}]+/y;
const quotedPlain = /[^"\\$`]+/y;

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

function readScript(script: string, depth: number): readonly ShellCommand[] {
  const all: ShellCommand[] = [];
  let at = 0;
  let heredocs: Heredoc[] = [];

  const draft = (input: readonly ShellCommand[]): Draft => ({
    words: [],
    assignments: [],
    input,
    inner: [],
    writesTo: [],
    bodies: [],
  });

  const readBodies = (): void => {
    for (const { name, strip, of } of heredocs) {
      const lines: string[] = [];
      while (at < script.length) {
        const end = script.indexOf('\n', at);
        const raw = script.slice(at, end < 0 ? script.length : end);
        at = end < 0 ? script.length : end + 1;
        const line = strip ? raw.replace(/^\t+/, '') : raw;
        if (line === name) break;
        lines.push(line);
      }
      of.bodies.push(lines.join('\n'));
    }
    heredocs = [];
  };

  /** Reads what stands in `$(`, `<(` or `(`, up to its closing parenthesis. */
  const nested = (level: number): readonly ShellCommand[] => {
    const from = all.length;
    list(level, nothing, true);
    return all.slice(from);
  };

  const backticks = (of: Draft, level: number): string => {
    const end = /(?:[^`\\]|\\[\s\S])*/y;
    end.lastIndex = at;
    const inside = end.exec(script)?.[0] ?? '';
    at += inside.length + 1;
    if (level < deepest) {
      const commands = readScript(inside.replaceAll('\\`', '`'), level + 1);
      all.push(...commands);
      of.inner.push(...commands);
    }
    return '$()';
  };

  /** Reads what a dollar sign begins. */
  const dollar = (of: Draft, level: number): string => {
    if (script.startsWith('((', at)) {
      const end = script.indexOf('))', at);
      at = end < 0 ? script.length : end + 2;
      return '$()';
    }
    if (script[at] === '(' && level < deepest) {
      at += 1;
      of.inner.push(...nested(level + 1));
      return '$()';
    }
    if (script[at] === '{') {
      const end = script.indexOf('}', at);
      const text = script.slice(at, end < 0 ? script.length : end + 1);
      at += text.length;
      return `$${text}`;
    }
    return '$';
  };

  const doubleQuoted = (of: Draft, level: number): string => {
    let text = '';
    while (at < script.length) {
      quotedPlain.lastIndex = at;
      const run = quotedPlain.exec(script)?.[0];
      if (run !== undefined) {
        text += run;
        at += run.length;
        continue;
      }
      const char = script[at];
      at += 1;
      if (char === '"') break;
      if (char === '\\') {
        const next = script[at] ?? '';
        at += 1;
        if (next !== '\n') text += '"\\$`'.includes(next) ? next : `\\${next}`;
      } else if (char === '$') text += dollar(of, level);
      else text += backticks(of, level);
    }
    return text;
  };

  /** Reads one word; `undefined` where none begins. */
  const word = (of: Draft, level: number): { text: string; quoted: boolean } | undefined => {
    const start = at;
    let text = '';
    let quoted = false;
    while (at < script.length) {
      plain.lastIndex = at;
      const run = plain.exec(script)?.[0];
      if (run !== undefined) {
        text += run;
        at += run.length;
        continue;
      }
      const char = script[at] ?? '';
      if (char === '\\') {
        const next = script[at + 1] ?? '';
        at += 2;
        if (next === '\n') continue;
        text += next;
        quoted = true;
      } else if (char === "'") {
        const end = script.indexOf("'", at + 1);
        text += script.slice(at + 1, end < 0 ? script.length : end);
        at = end < 0 ? script.length : end + 1;
        quoted = true;
      } else if (char === '"') {
        at += 1;
        quoted = true;
        text += doubleQuoted(of, level);
      } else if (char === '$') {
        at += 1;
        if (script[at] === "'") continue;
        text += dollar(of, level);
      } else if (char === '`') {
        at += 1;
        text += backticks(of, level);
      } else if (char === '#' || char === '{' || char === '}') {
        if (char === '#' && at === start) return undefined;
        text += char;
        at += 1;
      } else break;
    }
    return at === start ? undefined : { text, quoted };
  };

  const redirect = (of: Draft, level: number): void => {
    const operator = /[<>]{1,3}[-&|]?/y;
    operator.lastIndex = at;
    const sign = operator.exec(script)?.[0] ?? '<';
    if ((sign === '<' || sign === '>') && script[at + 1] === '(') {
      at += 2;
      if (level < deepest) of.inner.push(...nested(level + 1));
      of.words.push('$()');
      return;
    }
    at += sign.length;
    while (blank.test(script[at] ?? '')) at += 1;
    const target = word(of, level)?.text ?? '';
    if (sign === '<<' || sign === '<<-') {
      heredocs.push({ name: target, strip: sign === '<<-', of });
    } else if (sign.startsWith('>') && !/^[\d-]*$/.test(target)) of.writesTo.push(target);
  };

  /** What stands between quotes for a shell, and in heredocs, is a script of its own. */
  const finish = (of: Draft, level: number): void => {
    if (of.words.length + of.assignments.length + of.writesTo.length + of.inner.length === 0) {
      return;
    }
    all.push(of);
    if (level >= deepest) return;
    const inner = scriptOf(of.words);
    if (inner !== undefined) all.push(...readScript(inner, level + 1));
  };

  const list = (level: number, piped: readonly ShellCommand[], inside: boolean): void => {
    let input = piped;
    let current = draft(input);
    let unit = all.length;
    let waiting: Draft[] = [];
    /** Where the groups in braces began that are still open. */
    const groups: number[] = [];
    const end = (): void => {
      finish(current, level);
      if (heredocs.length > 0) waiting.push(current);
    };
    const next = (from: readonly ShellCommand[]): void => {
      end();
      input = from;
      current = draft(input);
      if (from === piped) unit = all.length;
    };
    const newline = (): void => {
      readBodies();
      for (const of of waiting) {
        const runs = runsItsInput(of.words) && level < deepest;
        for (const body of runs ? of.bodies : []) all.push(...readScript(body, level + 1));
      }
      waiting = [];
    };
    while (at < script.length) {
      const char = script[at] ?? '';
      if (blank.test(char)) at += 1;
      else if (char === '\n') {
        at += 1;
        next(piped);
        newline();
      } else if (char === '#') {
        const stop = script.indexOf('\n', at);
        at = stop < 0 ? script.length : stop;
      } else if (char === ';') {
        at += 1;
        next(piped);
      } else if (char === '&') {
        const both = script[at + 1] === '&';
        if (script[at + 1] === '>') {
          at += 1;
          continue;
        }
        at += both ? 2 : 1;
        next(piped);
      } else if (char === '|') {
        const or = script[at + 1] === '|';
        at += or || script[at + 1] === '&' ? 2 : 1;
        if (or) next(piped);
        else {
          end();
          const before = all.slice(unit);
          unit = all.length;
          input = before;
          current = draft(before);
        }
      } else if (char === '(') {
        at += 1;
        if (level < deepest) {
          const from = all.length;
          finish(current, level);
          list(level + 1, input, true);
          current = draft(input);
          unit = Math.min(unit, from);
        }
      } else if (char === ')') {
        at += 1;
        if (inside) break;
        next(piped);
      } else if (char === '<' || char === '>') redirect(current, level);
      else {
        const read = word(current, level);
        if (read === undefined) {
          at += 1;
          continue;
        }
        take(read.text, read.quoted, current);
        if (read.quoted || current.words.length > 1) continue;
        if (read.text === '{' && current.words.length === 0) groups.push(all.length);
        // What stands behind the pipe reads what the whole group writes.
        else if (read.text === '}' && current.words.length === 0) unit = groups.pop() ?? unit;
        else if (closers.has(read.text)) current = draft(input);
      }
    }
    end();
    newline();
  };

  const take = (text: string, quoted: boolean, of: Draft): void => {
    if (of.words.length === 0 && !quoted && (openers.has(text) || text === '{' || text === '}')) {
      return;
    }
    const digits = /^\d+$/.test(text) && (script[at] === '<' || script[at] === '>');
    if (digits) return;
    if (of.words.length === 0 && /^\w+=/.test(text)) of.assignments.push(text);
    else of.words.push(text);
  };

  while (at < script.length) list(depth, nothing, false);
  return all;
}
