import { parseArgs } from 'node:util';
import { basename } from '../base-name.ts';

/** What `install` makes. */
export interface Installed {
  /** The files, or the folders, as the command names them; slashes may be doubled. */
  readonly paths: readonly string[];
  /** As chmod takes it. */
  readonly mode: string;
  /** A name or a number. */
  readonly owner: string;
}

const options = {
  directory: { type: 'boolean', short: 'd' },
  group: { type: 'string', short: 'g' },
  mode: { type: 'string', short: 'm' },
  owner: { type: 'string', short: 'o' },
  suffix: { type: 'string', short: 'S' },
  'target-directory': { type: 'string', short: 't' },
} as const;

const told = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Reads what `install` is given; whoever names neither mode nor owner gets 0755 of root. */
export function readInstall(words: readonly string[]): Installed {
  const { values, positionals } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
  });
  const folder = told(values['target-directory']);
  return {
    paths: values.directory === true ? positionals : madeOf(positionals, folder),
    mode: told(values.mode) ?? '0755',
    owner: told(values.owner) ?? 'root',
  };
}

/** The files that are made: in a folder under their own names, or under the name that stands last. */
function madeOf(operands: readonly string[], folder: string | undefined): readonly string[] {
  const into = (place: string, sources: readonly string[]): readonly string[] =>
    sources.map((source) => `${place}/${basename(source)}`);
  if (folder !== undefined) return into(folder, operands);
  const last = operands.at(-1) ?? '';
  const sources = operands.slice(0, -1);
  // Whether the last one is a folder that is there cannot be told of a single file: it may become either.
  return sources.length > 1 || last.endsWith('/')
    ? into(last, sources)
    : [last, ...into(last, sources)];
}
