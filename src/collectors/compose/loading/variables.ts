import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import type { Place } from '../../../syntax/compose/tree/nodes.ts';
import type { ProjectFiles } from './project-files.ts';
import { readDotenv } from '../../../syntax/compose/reading/dotenv.ts';

/** The environment as variables: those that are set. */
export const environment = (
  env: Readonly<Record<string, string | undefined>>,
): Map<string, string> =>
  new Map(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** An empty file of variables, wherever the project lies. */
export const emptyFile = '/dev/null';

/** The text of a file of variables. */
export const readVariables = async (
  files: ProjectFiles,
  path: string,
  asked?: Place,
): Promise<string> => (path === emptyFile ? '' : await files.read(path, asked));

/** What a file of variables says of one, and where. */
export interface Held {
  readonly value: string;
  readonly place: Place;
}

/**
 * The files of variables that a person names for all projects, from the working folder: by an option, or as Compose knows it by
 * `COMPOSE_ENV_FILES` and `COMPOSE_DISABLE_ENV_FILE`; `undefined` where each project has its own `.env`.
 */
export function namedVariableFiles({
  env,
  envFiles,
}: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly envFiles?: readonly string[];
}): readonly string[] | undefined {
  if (envFiles) return envFiles;
  const named = env['COMPOSE_ENV_FILES'];
  if (named) return named.split(',').map((file) => file.trim());
  return /^(?:1|t|true|y|yes|on)$/i.test(env['COMPOSE_DISABLE_ENV_FILE'] ?? '') ? [] : undefined;
}

/** The files of variables of a project: those that a person names, else the `.env` of its folder. */
export const variableFiles = (
  input: { readonly cwd: string } & Parameters<typeof namedVariableFiles>[0],
  folder: string,
): readonly string[] =>
  namedVariableFiles(input)?.map((file) => resolve(input.cwd, file)) ?? [join(folder, '.env')];

/**
 * The variables of files of them, below those that are given; a later file may name those of the earlier ones.
 *
 * @param optional whether a file need not be there
 */
export async function withDotenv(
  files: ProjectFiles,
  given: ReadonlyMap<string, string>,
  paths: readonly string[],
  optional: boolean,
  asked?: Place,
): Promise<Map<string, string>> {
  const said = await readDotenvs(files, given, paths, optional, asked);
  const all = new Map(Array.from(said, ([name, { value }]) => [name, value]));
  for (const [name, value] of given) all.set(name, value);
  return all;
}

/** What files of variables say themselves, also of what is given; the rest as with {@link withDotenv}. */
export async function readDotenvs(
  files: ProjectFiles,
  given: ReadonlyMap<string, string>,
  paths: readonly string[],
  optional: boolean,
  asked?: Place,
): Promise<ReadonlyMap<string, Held>> {
  const all = new Map<string, Held>();
  const known = { get: (name: string) => given.get(name) ?? all.get(name)?.value };
  for (const path of paths) {
    // A folder of that name, as Python makes them, is none of Compose's.
    if (optional && existsSync(path + sep)) continue;
    let text: string;
    try {
      text = await readVariables(files, path, asked);
    } catch (error) {
      if (optional && error instanceof PlimsollError && /not-found/.test(error.code)) continue;
      throw error;
    }
    for (const { name, value, place } of readDotenv(text, files.nameOf(path), known)) {
      const held = value ?? known.get(name);
      if (held !== undefined) all.set(name, { value: held, place });
    }
  }
  return all;
}
