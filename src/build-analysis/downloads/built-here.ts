import { basename } from '../../syntax/shell/base-name.ts';
import { takeApart, type Valued } from '../commands/split-options.ts';

/** A program that runs what a file of a folder says, by the name that the file always has. */
interface Builder extends Valued {
  readonly files: readonly string[];
  /** Options that name the folder where that is not the one that the script is in. */
  readonly folder?: readonly string[];
  /** Options that name another file. */
  readonly other?: readonly string[];
  /** Subcommands with which it does so; with every one where absent. */
  readonly verbs?: RegExp;
  /** Whether the folder stands among its operands. */
  readonly operand?: true;
}

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const make: Builder = {
  files: ['Makefile', 'makefile', 'GNUmakefile'],
  letters: 'CfIjlo',
  names: names('directory file makefile jobs'),
  folder: ['C', 'directory'],
  other: ['f', 'file', 'makefile'],
};

const node: Builder = {
  files: ['package.json'],
  letters: 'C',
  names: names('prefix dir cwd'),
  folder: ['prefix', 'C', 'dir', 'cwd'],
  verbs: /^(?:ci|i|install|run|run-script|rebuild|test|build|start|pack)$/,
};

const builders: ReadonlyMap<string, Builder> = new Map<string, Builder>([
  ...['make', 'gmake', 'bmake'].map((name) => [name, make] as const),
  ['ninja', { files: ['build.ninja'], letters: 'Cfjk', names: names(''), folder: ['C'] }],
  [
    'cmake',
    {
      files: ['CMakeLists.txt'],
      letters: 'SBDGTAC',
      names: names('build install preset target parallel config prefix'),
      folder: ['S', 'build', 'install'],
      operand: true,
    },
  ],
  ['meson', { files: ['meson.build'], letters: 'CD', names: names('prefix'), folder: ['C'] }],
  ['autoreconf', { files: ['configure.ac', 'configure.in'], letters: 'I', names: names('') }],
  ['scons', { files: ['SConstruct'], letters: 'Cfj', names: names('directory'), folder: ['C'] }],
  [
    'cargo',
    {
      files: ['Cargo.toml'],
      letters: 'FjZ',
      names: names('manifest-path features target'),
      verbs: /^(?:build|b|install|test|run)$/,
    },
  ],
  [
    'go',
    {
      ...{ files: ['go.mod'], letters: 'C', names: names('ldflags tags mod gcflags asmflags') },
      verbs: /^(?:build|install|test|run|generate)$/,
    },
  ],
  ['npm', node],
  ['yarn', { ...node, verbs: /^(?!global|add|dlx|cache|config)/ }],
  ['pnpm', node],
  ['mvn', { files: ['pom.xml'], letters: 'fPDs', names: names('file'), other: ['f', 'file'] }],
  ['gradle', { files: ['build.gradle', 'build.gradle.kts'], letters: 'pbP', names: names('') }],
  ['ant', { files: ['build.xml'], letters: 'fD', names: names(''), other: ['f'] }],
  ['rake', { files: ['Rakefile'], letters: 'fC', names: names(''), other: ['f'] }],
  ['bundle', { files: ['Gemfile'], letters: '', names: names('gemfile jobs'), verbs: /^install$/ }],
  [
    'pip',
    {
      files: ['setup.py', 'pyproject.toml'],
      letters: 'rcit',
      names: names('requirement constraint index-url target prefix'),
      verbs: /^(?:install|wheel)$/,
      operand: true,
    },
  ],
]);

/** The files that a command runs because of the folder that it is in, as it would name them; any of them may be there. */
export function filesBuilt([program = '', ...words]: readonly string[]): readonly string[] {
  const builder = builders.get(basename(program).replace(/^(pip|make)[\d.]+$/, '$1'));
  if (builder === undefined) return [];
  const { options, operands } = takeApart(builder, words);
  const { files, folder = [], other = [], verbs, operand } = builder;
  if (['version', 'help', 'V', 'h'].some((name) => options.has(name))) return [];
  if (other.some((name) => options.has(name))) return [];
  if (verbs && !verbs.test(operands[0] ?? '')) return [];
  const named = folder.flatMap((name) => options.get(name) ?? []).at(-1);
  const given =
    named ??
    (operand ? operands.findLast((word) => /^\.{1,2}(?:\/|$|\[)|^\//.test(word)) : undefined);
  if (operand && given === undefined) return [];
  const within = (given ?? '.').replace(/\[.*\]$/, '').replace(/(?<=.)\/$/, '');
  return files.map((file) => `${within}/${file}`);
}
