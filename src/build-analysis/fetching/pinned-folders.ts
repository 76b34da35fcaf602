import { tellsOfItself } from '../../knowledge/verification/verifiers.ts';
import { fetcherNames } from '../../syntax/shell/programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { takeApart, type TakenApart } from '../commands/split-options.ts';
import { namesCommit } from '../commands/names-commit.ts';

/** Commands that put a commit into the folder which is named, and options without which one leaves the files alone. */
const settles = /^(?:checkout|reset|switch|update|up)$/;
const resetsFiles = ['hard', 'keep', 'merge'] as const;

/** What looks at a signature. */
const verifies = /^verify-(?:tag|commit)$/;

/** Commands that put another commit into the folder, or something of it, but where one is named or nothing is; and words that name none. */
const moves =
  /^(?:checkout|reset|switch|merge|rebase|cherry-pick|read-tree|archive|show|update|up)$/;
const namesNone = /^(?:HEAD|\.(?:\/.*)?)$/;

/** Options with which not all files of a commit come to the folder. */
const partly = ['p', 'patch', 'pathspec-from-file'] as const;

/** Variables with which git has another repository than that of its folder. */
const otherRepository = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY)=/;

/** A command of git or Mercurial. */
interface Versioning extends TakenApart {
  readonly rest: readonly string[];
  readonly verb: string;
  readonly folder: string;
  /** What it names in front of any paths. */
  readonly targets: readonly string[];
  /** Whether it names paths behind `--`. */
  readonly hasPaths: boolean;
}

function versioning({ words }: ShellCommand): Versioning | undefined {
  const [program = '', ...rest] = withoutLaunchers(words);
  if (!/^(?:git|hg)$/.test(basename(program))) return undefined;
  const end = rest.indexOf('--');
  const { operands, options } = takeApart(
    { letters: 'Ccs', names: new Set(['git-dir', 'work-tree', 'source', 'pathspec-from-file']) },
    end < 0 ? rest : rest.slice(0, end),
  );
  const [verb = '', ...named] = operands;
  const isNew = rest.some((word) => /^-[bB]$|^--orphan$/.test(word));
  return {
    ...{ rest, verb, operands, options, targets: isNew ? named.slice(1) : named },
    folder: options.get('C')?.[0] ?? '.',
    hasPaths: end >= 0 && end < rest.length - 1,
  };
}

/** The folder that a command of git moves to a branch, or wherever its submodules are now, or takes files of one to; `undefined` of any other. */
export function unsettledBy(command: ShellCommand): string | undefined {
  const read = versioning(command);
  if (read === undefined) return undefined;
  const { rest, verb, folder, options, targets } = read;
  if (verb === 'submodule') return rest.includes('--remote') ? folder : undefined;
  const sources =
    verb === 'restore' ? [...(options.get('source') ?? []), ...(options.get('s') ?? [])] : [];
  const asked = moves.test(verb) ? targets : sources;
  const [revision = ''] = asked.filter((word) => verb !== 'show' || word.includes(':'));
  const isKept =
    revision === '' || namesCommit(revision) || namesNone.test(revision.split(':')[0] ?? '');
  return isKept ? undefined : folder;
}

/** Whether a command finds out which revision there is, in a repository or from a server, and is handed none. */
export function findsRevision(command: ShellCommand): boolean {
  const read = versioning(command);
  if (read) return !read.targets.some(namesCommit);
  return fetcherNames.has(basename(withoutLaunchers(command.words)[0] ?? ''));
}

/**
 * Whether a command holds the folder that it is in, or the one that is returned, to a commit or a signature.
 *
 * @param isFound whether what stands in its words for a commit is one that the script finds out, which holds it to nothing
 */
export function settledBy(command: ShellCommand, isFound = false): string | undefined {
  const read = versioning(command);
  const isNamed = (word: string): boolean => namesCommit(word) && !(isFound && word.includes('$'));
  if (read === undefined) return undefined;
  const { rest, verb, folder, options, targets, hasPaths } = read;
  const isElsewhere =
    options.has('git-dir') ||
    options.has('work-tree') ||
    [...command.assignments, ...command.words].some((word) => otherRepository.test(word));
  if (isElsewhere || rest.some((word) => tellsOfItself.test(word))) return undefined;
  if (verifies.test(verb) || options.has('verify-signatures')) return folder;
  if (verb === 'restore') return restoresAll(read, isNamed) ? folder : undefined;
  const isPart = hasPaths || targets.length !== 1 || partly.some((option) => options.has(option));
  if (isPart || !settles.test(verb) || !targets.every(isNamed)) return undefined;
  return verb !== 'reset' || resetsFiles.some((option) => options.has(option)) ? folder : undefined;
}

/** All files of a folder. */
const whole = /^(?:\.\/?|:\/)$/;

/** Whether `git restore` takes every file from one whole commit: those that it does not have, it removes. */
function restoresAll(
  { options, targets, rest, hasPaths }: Versioning,
  isNamed: (word: string) => boolean,
): boolean {
  const sources = [...(options.get('source') ?? []), ...(options.get('s') ?? [])];
  const isIndexAlone =
    (options.has('S') || options.has('staged')) && !(options.has('W') || options.has('worktree'));
  const isPart = isIndexAlone || ['overlay', ...partly].some((option) => options.has(option));
  const paths = hasPaths ? rest.slice(rest.indexOf('--') + 1) : targets;
  return (
    !isPart &&
    sources.length === 1 &&
    sources.every(isNamed) &&
    paths.length === 1 &&
    paths.every((path) => whole.test(path))
  );
}

/** A folder that git makes of a commit of another one. */
export interface WorkTree {
  readonly from: string;
  readonly to: string;
  /** The revision that is named; empty where it is that of the other folder. */
  readonly revision: string;
}

/** What `git worktree add` makes; `undefined` of any other command. */
export function workTreeOf(command: ShellCommand): WorkTree | undefined {
  const read = versioning(command);
  if (read?.verb !== 'worktree' || read.operands[1] !== 'add') return undefined;
  const named = takeApart({ letters: 'CcbB', names: new Set(['reason']) }, read.rest);
  const [, , to, revision = ''] = named.operands;
  if (to === undefined) return undefined;
  const within = to.startsWith('/') || read.folder === '.' ? to : `${read.folder}/${to}`;
  return { from: read.folder, to: within, revision: revision === 'HEAD' ? '' : revision };
}
