import type { Command, Word } from './command.ts';
import { createWordReader } from './read-word.ts';
import { partOf, type Placed } from './placed-text.ts';

/** A command that is still read. */
interface Draft extends Command {
  readonly words: Word[];
  readonly given: Placed[];
  readonly reads: Word[];
  readonly writes: Word[];
  readonly members: readonly Draft[];
}

/** Commands in brackets or between two words, which read and write together. */
interface Group {
  readonly at: number;
  readonly bracket: boolean;
  readonly from: readonly Command[];
}

interface Heredoc {
  readonly end: string;
  readonly indented: boolean;
  readonly commands: readonly Draft[];
}

const opens = new Set(['{', 'if', 'while', 'until']);
const opensNamed = new Set(['for', 'case', 'select']);
const closes = new Set(['}', 'fi', 'done', 'esac']);
const passed = new Set(['then', 'do', 'else', 'elif', '!', 'time', 'in']);

/** Substitutions within one another; what is deeper is a text. */
const deepest = 24;

/**
 * Reads a text as commands, whatever it is: a script, a line of a history, a comment. It understands what a shell
 * understands of quotes, pipes, groups and redirections, in time that grows with the text alone.
 *
 * @param from the commands whose output the first ones read
 */
export function readCommands(source: Placed, from: readonly Command[] = []): readonly Command[] {
  const { text } = source;
  const all: Draft[] = [];
  const heredocs: Heredoc[] = [];
  let depth = 0;
  const reader = createWordReader(source, (close, at) => {
    if (depth >= deepest) return undefined;
    depth += 1;
    const inner = list(close, at, []);
    depth -= 1;
    return inner;
  });

  /** The bodies of heredocs, which begin on the next line. */
  const bodies = (start: number): number => {
    let at = start;
    for (const { end, indented, commands } of heredocs.splice(0)) {
      const first = at;
      let last = at;
      for (let next = at; next < text.length; next = at) {
        const stop = text.indexOf('\n', next);
        at = stop < 0 ? text.length : stop + 1;
        last = next;
        const line = text.slice(next, stop < 0 ? text.length : stop).replace(/\r$/, '');
        if ((indented ? line.replace(/^\t+/, '') : line) === end) break;
        last = at;
      }
      const body = partOf(source, first, last);
      for (const each of commands) each.given.push(body);
    }
    return at;
  };

  function list(
    close: string | undefined,
    start: number,
    stdin: readonly Command[],
  ): { readonly commands: readonly Command[]; readonly end: number } {
    const own: Draft[] = [];
    const groups: Group[] = [];
    let at = start;
    let last: readonly Draft[] = [];
    let isComment = false;
    const begin = (reads: readonly Command[], members: readonly Draft[] = []): Draft => ({
      words: [],
      from: reads,
      given: [],
      reads: [],
      writes: [],
      members,
    });
    let command = begin(stdin);
    const isEmpty = (): boolean =>
      command.words.length + command.given.length + command.reads.length + command.writes.length ===
        0 && command.members.length === 0;
    const end = (piped = false): void => {
      if (!isEmpty()) {
        own.push(command);
        all.push(command);
        last = [command];
      }
      command = begin(piped ? last : (groups.at(-1)?.from ?? stdin));
    };
    const open = (bracket: boolean): void => {
      groups.push({ at: own.length, bracket, from: command.from });
    };
    const shut = (bracket: boolean): void => {
      const { from: outer } = command;
      end();
      if (groups.at(-1)?.bracket !== bracket) return;
      const members = own.slice(groups.pop()?.at ?? own.length);
      command = begin(members.length > 0 ? members : outer, members);
    };
    const redirect = (): void => {
      const [sign = ''] =
        /^(?:<<<|<<-?|<[>&]?|&?>>|[&>]?>[|&]?)/.exec(text.slice(at, at + 3)) ?? [];
      at += sign.length;
      while (text[at] === ' ' || text[at] === '\t') at += 1;
      const word = reader.word(at, close, isComment);
      if (word.end === at) return;
      at = word.end;
      const members = [command, ...command.members];
      if (sign === '<<<') for (const each of members) each.given.push(word);
      else if (sign === '<<' || sign === '<<-') {
        heredocs.push({ end: word.text, indented: sign === '<<-', commands: members });
      } else if (sign === '<') for (const each of members) each.reads.push(word);
      else if (!sign.endsWith('&')) command.writes.push(word);
    };
    while (at < text.length) {
      const next = text[at] ?? '';
      if (next === close) {
        at += 1;
        break;
      }
      if (next === ' ' || next === '\t' || next === '\r') at += 1;
      else if (next === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) {
        at = text.indexOf('\n', at) + 1;
      } else if (next === '\n') {
        isComment = false;
        if (!isEmpty()) end();
        at = heredocs.length > 0 ? bodies(at + 1) : at + 1;
      } else if (next === '#' && text[at + 1] !== '(') {
        end();
        isComment = true;
        at += 1;
      } else if (next === '|') {
        const or = text[at + 1] === '|';
        end(!or);
        at += or || text[at + 1] === '&' ? 2 : 1;
      } else if (next === ';' || (next === '&' && text[at + 1] !== '>')) {
        end();
        at += 1;
      } else if (next === '(') {
        open(true);
        if (!isEmpty()) end();
        at += 1;
      } else if (next === ')') {
        shut(true);
        at += 1;
      } else if ((next === '<' || next === '>') && text[at + 1] === '(') {
        const word = reader.word(at, close, isComment);
        command.words.push(word);
        at = Math.max(word.end, at + 1);
      } else if (next === '<' || next === '>' || next === '&') redirect();
      else {
        const word = reader.word(at, close, isComment);
        if (word.end === at) {
          at += 1;
          continue;
        }
        at = word.end;
        const behind = text[at];
        if (/^\d$/.test(word.text) && (behind === '<' || behind === '>')) continue;
        const isFirst = command.words.length === 0 && !word.quoted;
        if (isFirst && closes.has(word.text)) shut(false);
        else if (isFirst && opens.has(word.text)) open(false);
        else if (isFirst && passed.has(word.text)) continue;
        else {
          if (isFirst && opensNamed.has(word.text)) open(false);
          command.words.push(word);
        }
      }
    }
    end();
    return { commands: own, end: at };
  }

  list(undefined, 0, from);
  return all;
}
