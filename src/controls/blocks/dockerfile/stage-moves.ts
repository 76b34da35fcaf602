import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import { takeApart } from '../../../build-analysis/commands/split-options.ts';
import { commandsOf } from '../../../build-analysis/scripts/steps.ts';
import { scriptOf } from './run-script.ts';

type Run = DockerfileFacts['runs'][number];

/** A file or a folder that a command of a stage copies or moves to another place. */
export interface StageMove {
  readonly source: string;
  readonly destination: string;
  /** Whether it has its mode there as well. */
  readonly keepsMode: boolean;
}

const moving = /^(?:cp|mv|ln|rsync|install)$/;
const valued = {
  letters: 'tSmog',
  names: new Set(['target-directory', 'suffix', 'mode', 'owner', 'group']),
};

/** Options by which a copy has the modes of what is copied, of the programs that have such. */
const preserves: Readonly<Record<string, RegExp>> = {
  cp: /^-[a-zA-Z]*[pa]|^--archive$|^--preserve(?:$|=.*(?:mode|all))/,
  rsync: /^-[a-zA-Z]*[pa]|^--(?:archive|perms)$/,
  mv: /^/,
  ln: /^/,
};

/** What the commands of a RUN copy and move, as far as both places are known, the last one first. */
export function movesIn(run: Run): readonly StageMove[] {
  const paths = createPaths(() => undefined);
  paths.begin(run.folder ?? null);
  const moves = commandsOf(scriptOf(run)).flatMap(([first = '', ...words]) => {
    const program = basename(first);
    if (program === 'cd') paths.enter(words[0] ?? '~');
    if (!moving.test(program)) return [];
    const { options, operands } = takeApart(valued, words);
    const folder = (options.get('t') ?? options.get('target-directory'))?.at(-1);
    const destination = paths.like(folder ?? operands.at(-1) ?? '');
    if (destination?.startsWith('/') !== true) return [];
    const keepsMode = ['', ...words].some((word) => preserves[program]?.test(word) === true);
    return (folder === undefined ? operands.slice(0, -1) : operands).flatMap((word) => {
      const source = paths.like(word.replace(/\/\.$/, ''));
      return source?.startsWith('/') === true ? { source, destination, keepsMode } : [];
    });
  });
  return moves.toReversed();
}
