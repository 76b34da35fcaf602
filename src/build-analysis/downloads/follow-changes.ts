import { executeRightsOf } from '../files/execute-rights.ts';
import { followNames } from './follow-names.ts';
import { operandsOf, type Following } from './following.ts';

/** What a command makes programs, or takes that from. */
export function changeRights(words: readonly string[], { files, paths, step }: Following): void {
  const rights = executeRightsOf(words);
  if (rights === undefined) return;
  const { gives, deep } = rights;
  for (const { path: named, word } of rights.paths) {
    const path = paths.like(named);
    if (path === undefined) continue;
    if (gives) files.allow({ path, deep }, { step, word });
    else if (!deep) files.forbid(path);
  }
}

/** What a command does to the folder that the script is in, and to the names of files. */
export function changePlace(name: string, words: readonly string[], following: Following): void {
  const { paths } = following;
  const operands = operandsOf(words);
  if (name === 'cd' || name === 'pushd') paths.enter(operands[0] ?? (words[1] === '-' ? '-' : '~'));
  else if (name === 'popd') paths.enter('-');
  else followNames(name, words, following);
}
