import { namesCommit } from '../commands/names-commit.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { nameIn } from '../files/fetcher.ts';
import { takeApart, type Valued } from '../commands/split-options.ts';

/** A program that fetches a folder: its commands that do, and those of its options that take a value. */
interface Cloner extends Valued {
  readonly verbs: RegExp;
  /** What its sources begin with that are elsewhere; anything where absent. */
  readonly from?: RegExp;
}

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const local = /^(?:\.{0,2}\/|~|file:)/;

const cloners: ReadonlyMap<string, Cloner> = new Map([
  [
    'git',
    {
      letters: 'bcCjou',
      names: names(
        'branch config depth filter jobs origin reference revision separate-git-dir server-option shallow-since template upload-pack',
      ),
      verbs: /^(?:clone|fetch|pull)$/,
    },
  ],
  ['hg', { letters: 'bru', names: names('branch rev updaterev ssh config'), verbs: /^clone$/ }],
  [
    'svn',
    {
      letters: 'r',
      names: names('revision username password depth config-option config-dir'),
      verbs: /^(?:co|checkout|export)$/,
    },
  ],
  ['aws', { letters: '', names: names('profile region'), verbs: /^(?:cp|sync)$/, from: /^s3:/ }],
  ['gsutil', { letters: 'oh', names: names(''), verbs: /^(?:cp|rsync)$/, from: /^gs:/ }],
]);

/** What a program of a name clones; `undefined` of any other. */
export const clonerOf = (name: string): Cloner | undefined => cloners.get(name);

/** A folder that a command fetches with all that is in it, as its words name it; `undefined` where it fetches none. */
export function clonedBy({ words: all }: ShellCommand): string | undefined {
  const [program = '', ...rest] = withoutLaunchers(all);
  const cloner = clonerOf(basename(program));
  if (cloner === undefined) return undefined;
  const { operands, options } = takeApart(cloner, rest);
  const verb = operands.findIndex((word) => cloner.verbs.test(word));
  const [source, to] = verb < 0 ? [] : operands.slice(verb + 1);
  if (operands[verb] === 'pull' || operands[verb] === 'fetch') {
    return operands.some(namesCommit) ? undefined : (options.get('C')?.[0] ?? '.');
  }
  if (source === undefined || local.test(source) || cloner.from?.test(source) === false) {
    return undefined;
  }
  // The commit that it is to have says what it is.
  if (revisions.some((name) => options.get(name)?.some(namesCommit))) return undefined;
  const folder = to ?? nameIn(source.replace(/^[\w.@-]+:(?!\/\/)/, '/').replace(/\/+$/, ''));
  const within = options.get('C')?.[0];
  const named = folder.replace(/\.git$/, '').replace(/\/+$/, '');
  return within === undefined || named.startsWith('/') ? named : `${within}/${named}`;
}

const revisions = ['revision', 'rev', 'updaterev', 'r'] as const;
