import { said, SyntaxProblem, type Said } from '../problem.ts';
import { takesFlags } from './known-flags.ts';
import { splitWords } from './split-words.ts';

/** A text inside the file. */
export interface Heredoc {
  readonly name: string;
  readonly body: string;
}

/** A comment line, for readers of comments. */
export interface Comment {
  readonly text: string;
  /** Counted from 1, as everywhere. */
  readonly line: number;
  readonly column: number;
}

/** One instruction, its lines joined and comments taken out. */
export interface Instruction {
  /** Upper case. */
  readonly keyword: string;
  /** What comes behind keyword and flags. */
  readonly rest: string;
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  readonly heredocs: readonly Heredoc[];
  readonly line: number;
  readonly column: number;
  /** Its last line, that of a heredoc’s end among them. */
  readonly end: number;
  /** Whether an empty line stands between its lines. */
  readonly emptyContinuation: boolean;
}

/** A file taken apart. */
export interface Split {
  readonly escape: string;
  /** Of `# syntax=`; `null` when there is none. */
  readonly frontend: string | null;
  /** The line of that directive; 0 when there is none. */
  readonly frontendLine: number;
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Comment[];
}

const keywords: ReadonlySet<string> = new Set([
  ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL'],
  ...['MAINTAINER', 'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]);

/** Where a line and column of the text stand in the file that holds it; both counted from 1. */
export type Placing = (
  line: number,
  column: number,
) => { readonly line: number; readonly column: number };

const asWritten: Placing = (line, column) => ({ line, column });

/** No instruction has more flags than these. */
const flagsAtMost = 64;

const takesHeredocs: ReadonlySet<string> = new Set(['ADD', 'COPY', 'RUN']);

const tryIt = said(
  'Try it with: docker build --check .',
  '可用以下命令检查：docker build --check .',
);

/** A file that no builder would take. */
export const invalid = (
  path: string,
  line: number,
  column: number,
  what: Said,
  hint: Said = tryIt,
): SyntaxProblem => {
  const place = `${path}:${line}:${column}`;
  return new SyntaxProblem('invalid', said(`${place}: ${what.en}`, `${place}: ${what.zh}`), {
    hint,
  });
};

/**
 * Takes a Dockerfile apart as BuildKit does: directives, escape character, continued lines with comments and
 * empty lines between them, heredocs.
 *
 * @param placing of a text that stands in another file; absent means that it is the whole file
 * @throws SyntaxProblem with file, line and column
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function splitInstructions(text: string, path: string, placing = asWritten): Split {
  // Behind the end of the last line is no empty one.
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const { escape, frontend, frontendLine, after } = readDirectives(lines, path, placing);
  const instructions: Instruction[] = [];
  const comments: Comment[] = [];
  let at = after;
  while (at < lines.length) {
    const first = lines[at] ?? '';
    const start = first.trimStart();
    const place = placing(at + 1, first.length - start.length + 1);
    const { line, column } = place;
    at += 1;
    if (start === '') continue;
    if (start.startsWith('#')) {
      comments.push({ text: start, ...place });
      continue;
    }
    const parts = [start];
    let emptyContinuation = false;
    while (goesOn(parts.at(-1) ?? '', escape) && at < lines.length) {
      const next = lines[at] ?? '';
      at += 1;
      const trimmed = next.trimStart();
      if (trimmed === '') emptyContinuation = true;
      else if (trimmed.startsWith('#')) {
        comments.push({ text: trimmed, ...placing(at, next.length - trimmed.length + 1) });
      } else parts.push(next);
    }
    const joined = parts
      .map((part) => (goesOn(part, escape) ? part.trimEnd().slice(0, -1) : part))
      .join('');
    const { keyword, rest, flags } = readInstruction(joined.trimEnd());
    if (!keywords.has(keyword)) {
      throw invalid(
        path,
        line,
        column,
        said(
          `There is no instruction ${keyword.slice(0, 40)}.`,
          `没有 ${keyword.slice(0, 40)} 指令。`,
        ),
      );
    }
    if (flags.length > 0 && !takesFlags(keyword)) {
      throw invalid(
        path,
        line,
        column,
        said(`${keyword} takes no flags.`, `${keyword} 不接受标志。`),
      );
    }
    const heredocs: Heredoc[] = [];
    for (const { name, strip } of heredocsOf(keyword, rest, escape)) {
      const body: string[] = [];
      for (;;) {
        const raw = lines[at];
        if (raw === undefined) {
          throw invalid(
            path,
            line,
            column,
            said(`The heredoc ${name} has no end.`, `heredoc ${name} 没有结尾。`),
          );
        }
        at += 1;
        const next = strip ? raw.replace(/^\t+/, '') : raw;
        if (next === name) break;
        body.push(next);
      }
      heredocs.push({ name, body: body.join('\n') });
    }
    instructions.push({
      keyword,
      rest,
      flags,
      heredocs,
      ...place,
      end: placing(at, 1).line,
      emptyContinuation,
    });
  }
  return { escape, frontend, frontendLine, instructions, comments };
}

/** Whether the last thing in a line is one escape character, and no two. */
export function goesOn(line: string, escape: string): boolean {
  let last = line.length - 1;
  while (line[last] === ' ' || line[last] === '\t') last -= 1;
  return line[last] === escape && line[last - 1] !== escape;
}

/**
 * Reads the directives that a file begins with.
 *
 * @throws SyntaxProblem for an escape character that is none
 */
export function readDirectives(
  lines: readonly string[],
  path: string,
  placing: Placing = asWritten,
): Pick<Split, 'escape' | 'frontend' | 'frontendLine'> & { readonly after: number } {
  let escape = '\\';
  let frontend: string | null = null;
  let frontendLine = 0;
  // Behind a line that says what runs the file, the builder looks for a frontend, and for no escape character.
  const runnable = lines[0]?.startsWith('#!') === true;
  let after = runnable ? 1 : 0;
  for (const line of runnable ? lines.slice(1) : lines) {
    const [, name = '', value = ''] = /^\s*#\s*([A-Za-z]+)\s*=\s*(\S.*?)\s*$/.exec(line) ?? [];
    if (!['syntax', 'escape', 'check'].includes(name.toLowerCase())) break;
    after += 1;
    if (name.toLowerCase() === 'syntax') {
      frontend = value.split(/\s/)[0] ?? value;
      frontendLine = placing(after, 1).line;
    }
    if (name.toLowerCase() !== 'escape' || runnable) continue;
    if (value !== '\\' && value !== '`') {
      const { line: at, column } = placing(after, 1);
      throw invalid(
        path,
        at,
        column,
        said('The escape directive takes \\ or `.', 'escape 指令只接受 \\ 或 `。'),
      );
    }
    escape = value;
  }
  return { escape, frontend, frontendLine, after };
}

/** Reads keyword and flags off the front. */
export function readInstruction(joined: string): Pick<Instruction, 'keyword' | 'rest' | 'flags'> {
  const [, word = '', behind = ''] = /^(\S+)\s*([\s\S]*)$/.exec(joined) ?? [];
  const flags: { name: string; value: string }[] = [];
  let rest = behind;
  // Only as many words are looked at as there are flags.
  while (rest.startsWith('--') && flags.length < flagsAtMost) {
    const end = /\s/.exec(rest)?.index ?? rest.length;
    const quoted = /["'\\]/.test(rest.slice(0, end));
    const { flag, length } = quoted ? readFlag(rest) : { flag: rest.slice(0, end), length: end };
    rest = rest.slice(length).trimStart();
    if (flag === '--') break;
    const equals = flag.indexOf('=');
    flags.push({
      name: equals < 0 ? flag.slice(2) : flag.slice(2, equals),
      value: equals < 0 ? 'true' : flag.slice(equals + 1),
    });
  }
  return { keyword: word.toUpperCase(), rest, flags };
}

/**
 * What continues in a flag: quotes, whose marks the builder drops wherever they are, and one character behind a
 * backslash.
 */
const flagParts =
  /"((?:\\[\s\S]|[^"\\])*)(?:"|\\?$)|'((?:\\[\s\S]|[^'\\])*)(?:'|\\?$)|\\([\s\S]|$)|([^\s"'\\]+)/y;

/** The flag that a text begins with, quotes taken off, and how much of the text it takes. The escape character of the file has no part in it. */
function readFlag(text: string): { readonly flag: string; readonly length: number } {
  let flag = '';
  let length = 0;
  for (;;) {
    flagParts.lastIndex = length;
    const found = length < text.length ? flagParts.exec(text) : null;
    if (found === null) return { flag, length };
    const [whole, double, single, escaped, plain] = found;
    flag += plain ?? escaped ?? (double ?? single ?? '').replaceAll(/\\([\s\S])/g, '$1');
    length += whole.length;
  }
}

function heredocsOf(
  keyword: string,
  rest: string,
  escape: string,
): readonly { readonly name: string; readonly strip: boolean }[] {
  if (keyword === 'ONBUILD') {
    const inner = readInstruction(rest);
    return heredocsOf(inner.keyword === 'ONBUILD' ? '' : inner.keyword, inner.rest, escape);
  }
  if (!takesHeredocs.has(keyword) || !rest.includes('<<')) return [];
  return splitWords(rest, escape).flatMap(({ raw }) => {
    const [, dash, name = ''] = /^\d*<<(-?)([^<]+)$/.exec(raw) ?? [];
    const plain = name.replace(/^(["'])([\s\S]*)\1$/, '$2');
    return plain === '' ? [] : [{ name: plain, strip: dash === '-' }];
  });
}
