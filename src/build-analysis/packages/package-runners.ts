import { namesPackage, takesNext } from '../../knowledge/commands/manager-options.ts';
import { startedParts } from '../../syntax/shell/launchers.ts';
import { managerName } from './package-commands.ts';
import { holdsNode, holdsPython } from './managers-of-languages.ts';
import {
  condaPinned,
  denoPinned,
  isDenoSource,
  nodePinned,
  pythonPinned,
} from './pinned-sources.ts';
import { pinsVersion } from './version-constraints.ts';

/** How a program fetches another one to run it. */
interface Runner {
  /** Subcommands, some of two words; none where the program does nothing else. */
  readonly verbs?: readonly string[];
  /** Whether a name says which version it is. */
  readonly pinned: (name: string) => boolean;
  /** Options that leave what is named to a list of versions or to a day. */
  readonly holds?: RegExp;
  /** What of the words behind a subcommand names packages: the first one, all of them, or options alone. */
  readonly names: 'first' | 'all' | 'options';
  /** Whether it takes what the project has installed, where that has it. */
  readonly local?: true;
  /** Whether a word that is named is fetched; every one where absent. */
  readonly fetches?: (name: string) => boolean;
}

const node = { pinned: nodePinned, holds: holdsNode, names: 'first' } as const;
const python = { pinned: pythonPinned, holds: holdsPython, names: 'first' } as const;
const deno = { pinned: denoPinned, fetches: isDenoSource } as const;
/** Programs that take `NAME@VERSION`. */
const versioned = {
  pinned: (name: string): boolean => pinsVersion(/.@(.+)$/s.exec(name)?.[1] ?? '', 'prefix'),
  names: 'first',
} as const;
/** Of RubyGems and of .NET an option holds the version. */
const byOption = { ...versioned, holds: /^(?:-v|--version)(?:=|$)/ } as const;

const runners: ReadonlyMap<string, readonly Runner[]> = new Map<string, readonly Runner[]>([
  ['npx', [{ ...node, local: true }]],
  ['bunx', [{ ...node, local: true }]],
  ['pnpx', [node]],
  [
    'npm',
    [
      { ...node, verbs: ['exec', 'x'], local: true },
      { ...node, verbs: ['create', 'init', 'innit'] },
    ],
  ],
  ['pnpm', [{ ...node, verbs: ['dlx', 'create'] }]],
  ['yarn', [{ ...node, verbs: ['dlx', 'create'] }]],
  [
    'bun',
    [
      { ...node, verbs: ['x'], local: true },
      { ...node, verbs: ['create', 'c'] },
    ],
  ],
  ['uvx', [python]],
  [
    'uv',
    [
      { ...python, verbs: ['tool run'] },
      { ...python, verbs: ['run'], names: 'options' },
    ],
  ],
  ['pipx', [{ ...python, verbs: ['run'] }]],
  [
    'deno',
    [
      { ...deno, verbs: ['run', 'x', 'compile', 'test'], names: 'first' },
      { ...deno, verbs: ['add', 'install', 'i', 'cache'], names: 'all' },
    ],
  ],
  ['gem', [{ ...byOption, verbs: ['exec'] }]],
  ['dnx', [byOption]],
  ['dotnet', [{ ...byOption, verbs: ['tool exec'] }]],
  ['pixi', [{ pinned: condaPinned, verbs: ['exec', 'x'], names: 'first' }]],
  ['mise', [{ ...versioned, verbs: ['exec', 'x'] }]],
  ['pkgx', [versioned]],
]);

/** What a script holds that starts any of them; most hold none of it, and need not be looked into. */
export const runnerPrograms =
  /\b(?:pnpx|npx|bunx|uvx|deno|dnx|pkgx)\b|\b(?:npm|pnpm|yarn|bun|uv|pipx|gem|dotnet|pixi|mise)\b[^\n;&|]{0,200}\s(?:exec|x|create|init|innit|dlx|run|c)\s/;

/** What a command fetches to run it. */
export interface RunPackages {
  readonly names: readonly string[];
  /** Those that no version holds. */
  readonly unpinned: readonly string[];
  /** The command from the program on that fetches; empty where none does. */
  readonly command: readonly string[];
}

const nothing: RunPackages = { names: [], unpinned: [], command: [] };

/** Takes what the project has installed, and fetches nothing. */
const offline = /^--(?:no|no-install|offline)$/;

/**
 * What a command fetches to run it: the package that is named, or those that options name instead of it and beside it.
 *
 * @param hasProject whether a project may have installed what is named
 */
export function packagesRun(command: readonly string[], hasProject: () => boolean): RunPackages {
  let at = 0;
  for (const part of startedParts(command)) {
    const program = managerName(part[0] ?? '');
    for (const runner of runners.get(program) ?? []) {
      const words = command.slice(at + 1);
      const named = namedIn(program, runner, words);
      if (named === undefined) continue;
      const isHeld = words.some((word) => runner.holds?.test(word));
      const isLocal =
        runner.local === true && (words.some((word) => offline.test(word)) || hasProject());
      const names = named.filter(
        (name) => runner.fetches?.(name) !== false && !(isLocal && !/.@/.test(name)),
      );
      const unpinned = isHeld ? [] : names.filter((name) => !runner.pinned(name));
      return { names, unpinned, command: names.length === 0 ? [] : command.slice(at) };
    }
    at += part.length;
  }
  return nothing;
}

/** Programs of npm’s reader of options, which takes a truth behind a switch for that of the switch. */
const switched = /^p?np[mx]$/;
const isSwitch = /^(?:true|false)$/;

/** What is named behind a subcommand of a runner; `undefined` where the subcommand is another. */
function namedIn(
  program: string,
  { verbs, names }: Runner,
  words: readonly string[],
): readonly string[] | undefined {
  const operands: string[] = [];
  const instead: string[] = [];
  const beside: string[] = [];
  const verbOf = (): string | undefined =>
    verbs?.find((verb) => verb === operands.slice(0, verb.split(' ').length).join(' '));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--' || word === '') continue;
    if (!word.startsWith('-')) {
      const before = verbOf();
      if (verbs && before === undefined && operands.length > 1) return undefined;
      operands.push(word);
      // What stands behind the first one is for it.
      if (names === 'first' && (verbs === undefined || before !== undefined)) break;
      continue;
    }
    const [option = '', own] = /^(--?[^=]+)(?:=(.*))?$/s.exec(word)?.slice(1) ?? [];
    const takes = own === undefined && takesNext(program, word) === true;
    if (namesPackage(program, option)) {
      const given = own ?? (takes ? words[at + 1] : undefined) ?? '';
      (/^(?:--with|-w)$/.test(option) ? beside : instead).push(...given.split(','));
    }
    if (
      takes ||
      (own === undefined && switched.test(program) && isSwitch.test(words[at + 1] ?? ''))
    ) {
      at += 1;
    }
  }
  const verb = verbOf();
  if (verbs && verb === undefined) return undefined;
  const behind = operands.slice(verb === undefined ? 0 : verb.split(' ').length);
  const named = names === 'options' ? [] : names === 'first' ? behind.slice(0, 1) : behind;
  return [...(instead.length > 0 ? instead : named), ...beside].filter((name) => name !== '');
}
