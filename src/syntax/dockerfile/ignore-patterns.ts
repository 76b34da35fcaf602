import systemPath from 'node:path';
import { slashed, type PathRules } from '../paths/system-paths.ts';

/** Nobody writes as many by hand. */
const patternsAtMost = 1_000;

interface Pattern {
  readonly keeps: boolean;
  readonly matches: (path: string) => boolean;
}

/**
 * Reads the patterns of a .dockerignore.
 *
 * @param rules those of the system that builds: a backslash separates names on Windows, and takes the next character as it is
 * elsewhere
 * @returns whether a path of the context, or a folder above it, is left out; the last pattern that fits decides
 * @throws Error with the code E2BIG when there are more than anybody writes
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function readIgnorePatterns(
  text: string,
  rules: Pick<PathRules, 'sep'> = systemPath,
): (path: string) => boolean {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const patterns = lines.flatMap((line) => readPattern(line, rules));
  if (patterns.length > patternsAtMost) {
    const what = `There are more than ${patternsAtMost} patterns.`;
    throw Object.assign(new Error(what), { code: 'E2BIG' });
  }
  return (path) => {
    const parts = path.split('/');
    const folders = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    let out = false;
    for (const { keeps, matches } of patterns) {
      if (folders.some((each) => matches(each))) out = !keeps;
    }
    return out;
  };
}

function readPattern(line: string, rules: Pick<PathRules, 'sep'>): readonly Pattern[] {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return [];
  const keeps = text.startsWith('!');
  const written = slashed((keeps ? text.slice(1) : text).trim(), rules);
  const path = written.replace(/^(?:\.?\/)+|\/+$/g, '');
  if (path === '') return [];
  const steps = path === '.' ? [{ loops: anything }] : readSteps(path);
  // A class that is none, as [z-a]: the builder refuses the file, and nothing is left out here.
  return steps ? [{ keeps, matches: (each) => walk(steps, each) }] : [];
}

/** One step of a pattern: it takes one character, or any number of them. */
type Step =
  | { readonly takes: (character: string) => boolean }
  | { readonly loops: (character: string) => boolean }
  /** Any number of whole folders. */
  | 'folders';

const anything = (): boolean => true;
const inName = (character: string): boolean => character !== '/';

function readSteps(path: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const [part] of path.matchAll(/\\.|\*\*\/|\*\*|\*|\?|\[[^\]]+\]|./gsu)) {
    if (part === '**/') steps.push('folders');
    else if (part === '**') steps.push({ loops: anything });
    else if (part === '*') steps.push({ loops: inName });
    else if (part.length > 1 && part.startsWith('\\')) {
      const taken = part.slice(1);
      steps.push({ takes: (character) => character === taken });
    } else if (part === '?') steps.push({ takes: inName });
    else if (part.length > 2 && part.startsWith('[')) {
      const set = readClass(part);
      if (!set) return undefined;
      steps.push({ takes: (character) => set.test(character) });
    } else steps.push({ takes: (character) => character === part });
  }
  return steps;
}

function readClass(written: string): RegExp | undefined {
  try {
    return new RegExp(`^${written.replaceAll('\\', '')}$`);
  } catch {
    return undefined;
  }
}

/**
 * Whether a path is what a pattern says, all places where it may be in the pattern followed at once: it takes as long as
 * the two of them multiplied, however many stars there are.
 */
function walk(steps: readonly Step[], path: string): boolean {
  // A place in the pattern, and the same within the folders that may stand there.
  let here = new Set<number>();
  let inFolders = new Set<number>();
  const enter = (at: number, to: Set<number>, folders: Set<number>): void => {
    for (let next = at; ; next += 1) {
      to.add(next);
      const step = steps[next];
      if (step === 'folders') folders.add(next);
      else if (step === undefined || !('loops' in step)) return;
    }
  };
  enter(0, here, inFolders);
  for (const character of path) {
    const then = new Set<number>();
    const thenInFolders = new Set<number>();
    for (const at of inFolders) {
      thenInFolders.add(at);
      if (character === '/') enter(at + 1, then, thenInFolders);
    }
    for (const at of here) {
      const step = steps[at];
      if (step === undefined || step === 'folders') continue;
      if ('takes' in step) {
        if (step.takes(character)) enter(at + 1, then, thenInFolders);
      } else if (step.loops(character)) enter(at, then, thenInFolders);
    }
    here = then;
    inFolders = thenInFolders;
  }
  return here.has(steps.length);
}
