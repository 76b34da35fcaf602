import { basename } from '../base-name.ts';

const shells: ReadonlySet<string> = new Set(['sh', 'ash', 'bash', 'dash', 'ksh', 'zsh']);

/** Programs that start the one named after them, with how many words of their own come before it. */
const launchers: ReadonlyMap<string, number> = new Map([
  ['tini', 0],
  ['tini-static', 0],
  ['docker-init', 0],
  ['dumb-init', 0],
  ['catatonit', 0],
  ['env', 0],
  ['exec', 0],
  ['nice', 0],
  ['nohup', 0],
  ['setpriv', 0],
  ['gosu', 1],
  ['su-exec', 1],
]);

/**
 * The programs that an image's entrypoint and command start, by base name, as far as those words tell: what
 * a script starts in turn is not among them.
 */
export function startedPrograms(command: readonly string[]): readonly string[] {
  const [first, ...rest] = command;
  if (first === undefined) return [];
  const program = basename(first);
  if (/^\w+=/.test(first)) return startedPrograms(rest);
  if (shells.has(program)) {
    const at = rest.findIndex((word) => /^-\w*c$/.test(word));
    if (at < 0) return [program, ...startedPrograms(withoutOptions(rest))];
    const lines = (rest[at + 1] ?? '').split(/[;&|\n]+/);
    return [program, ...lines.flatMap((line) => startedPrograms(wordsOf(line)))];
  }
  const own = launchers.get(program);
  if (own !== undefined) return startedPrograms(withoutOptions(rest).slice(own));
  // The entrypoints of many images set something up and then start what their words name.
  const script = /\.sh$|entrypoint/.test(program);
  return [program, ...(script ? startedPrograms(withoutOptions(rest)) : [])];
}

function withoutOptions(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !word.startsWith('-'));
  return at < 0 ? [] : words.slice(at);
}

const wordsOf = (line: string): readonly string[] =>
  line
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .filter((word) => word !== '');
