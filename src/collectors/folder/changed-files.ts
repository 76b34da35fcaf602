import { PlimsollError } from '../../core/errors.ts';
import { partsOf, runGit, withoutFilters } from './run-git.ts';
import { inBoth, text, type Text } from '../../core/text.ts';

/**
 * Names the files below a folder that differ from where the history left a revision: committed since, changed in the
 * working tree, or new and not ignored.
 *
 * @throws PlimsollError `git-failed`, `scan-aborted`
 */
export async function changedFiles(
  folder: string,
  since: string,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const commit = await commitOf(folder, since, signal);
  // What others did to the other branch meanwhile is no change of this one; a shallow clone may not know.
  const shared = await runGit(folder, ['merge-base', commit, 'HEAD'], signal).catch(() => commit);
  const settings = await withoutFilters(folder, signal);
  const [differing, fresh] = await Promise.all([
    runGit(
      folder,
      [
        ...['diff', '-z', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv'],
        ...['--ignore-submodules', '--relative', shared.trim(), '--', '.'],
      ],
      signal,
      { settings },
    ),
    runGit(folder, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.'], signal),
  ]);
  return new Set([...partsOf(differing), ...partsOf(fresh)]);
}

async function commitOf(folder: string, since: string, signal?: AbortSignal): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`];
  try {
    return (await runGit(folder, args, signal)).trim();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    await failWithoutHistory(folder, signal);
    throw new PlimsollError(
      'git-failed',
      text(
        `Git does not know the revision ${JSON.stringify(since)} in ${folder}.`,
        `Git 在 ${folder} 中找不到修订 ${JSON.stringify(since)}。`,
      ),
      {
        hint: await fetchHint(folder, since, signal),
        cause,
      },
    );
  }
}

/** The command that brings a revision here under the name that was asked for. */
async function fetchHint(folder: string, since: string, signal?: AbortSignal): Promise<Text> {
  const remotes = await runGit(folder, ['remote'], signal).catch(() => '');
  const [name = ''] = since.split(/[~^@:]/);
  const remote = remotes.split('\n').find((each) => each !== '' && name.startsWith(`${each}/`));
  const branch = remote === undefined ? name : name.slice(remote.length + 1);
  if (name === '' || name === 'HEAD') {
    return text(
      'If the clone is shallow, fetch the rest first, with: git fetch --unshallow',
      '若为浅克隆，请先取回其余历史：git fetch --unshallow',
    );
  }
  if (!/^\w[\w./-]*$/.test(branch)) return text('Fetch it first.', '请先取回该修订。');
  const what = remote
    ? `${branch}:refs/remotes/${remote}/${branch}`
    : /^[0-9a-f]{7,64}$/.test(name)
      ? name
      : `${name}:${name}`;
  const command = `git fetch ${remote ?? 'origin'} ${what}`;
  return text(`Fetch it first, with: ${command}`, `请先取回：${command}`);
}

/** Says what is wrong where no revision at all could be known. */
async function failWithoutHistory(folder: string, signal?: AbortSignal): Promise<void> {
  const hint = text(
    'Scan all of it, without --changed-since.',
    '请扫描全部内容，不加 --changed-since。',
  );
  try {
    await runGit(folder, ['rev-parse', '--git-dir'], signal);
  } catch (cause) {
    const why =
      cause instanceof PlimsollError
        ? inBoth(cause.said)
        : inBoth(cause instanceof Error ? cause.message : String(cause));
    throw new PlimsollError(
      'git-failed',
      text(`What changed is known to git alone, and ${why.en}`, `变更只有 git 知道，而${why.zh}`),
      {
        hint,
        cause,
      },
    );
  }
  try {
    await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], signal);
  } catch (cause) {
    throw new PlimsollError(
      'git-failed',
      text(`There is no commit yet in ${folder}.`, `${folder} 中还没有提交。`),
      { hint, cause },
    );
  }
}
