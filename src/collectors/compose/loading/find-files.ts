import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { composeNames, overrideNames } from '../../../knowledge/build-file-names.ts';
import type { ProjectInput } from './load-project.ts';
import type { Place } from '../../../syntax/compose/tree/nodes.ts';
import { rethrowAs } from '../../gathering/syntax-error.ts';
import { asError, isRefusal } from './elsewhere.ts';
import { openProjectFiles } from './project-files.ts';
import { environment, namedVariableFiles, readDotenvs, variableFiles } from './variables.ts';
import { text, inBoth } from '../../../core/text.ts';

/** The files of a project, and the folder that Compose is started in where that is not the one of the first of them. */
export type FoundFiles = Pick<ProjectInput, 'files' | 'startedIn'>;

/**
 * Finds the files of a project as Compose does: a folder stands for those that `COMPOSE_FILE` names there or, without
 * that or beside other files, for those that Compose looks for by their names.
 *
 * @throws PlimsollError `file-not-found` where a folder has none; as {@link namedFiles} and {@link checkFiles} do
 */
export const findFiles = (input: ProjectInput): Promise<FoundFiles> =>
  find(input).catch(rethrowAs('compose-invalid'));

async function find(input: ProjectInput): Promise<FoundFiles> {
  const { files, cwd } = input;
  const [first] = files;
  if (first !== undefined && files.length === 1 && isFolder(resolve(cwd, first))) {
    const named = await namedFiles(first, input);
    if (named) {
      await checkFiles(named, first, cwd);
      const { files: found, asked } = named;
      return asked ? { files: found, startedIn: resolve(cwd, first) } : { files: found };
    }
  }
  return {
    files: files.flatMap((file) => (isFolder(resolve(cwd, file)) ? usualFiles(file, cwd) : [file])),
  };
}

/** What `COMPOSE_FILE` names. */
export interface NamedFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Where a file of variables says so; absent where the environment does. */
  readonly asked?: Place;
}

/**
 * The files that `COMPOSE_FILE` names for a folder, whether they are there or not; `undefined` where it is not set, or
 * empty. In the environment, and in files of variables that a person names, it speaks of the working folder alone.
 *
 * @throws PlimsollError as reading a file of variables does
 */
export async function namedFiles(
  folder: string,
  input: Omit<ProjectInput, 'files'>,
): Promise<NamedFiles | undefined> {
  const { cwd, env } = input;
  const isNamed = namedVariableFiles(input) !== undefined;
  const path = resolve(cwd, folder);
  const here = path === resolve(cwd);
  if (!here && isNamed) return undefined;
  const given = environment(here ? env : { ...env, COMPOSE_FILE: undefined });
  const split = (names: string, separator: string | undefined): readonly string[] =>
    names.split(separator || delimiter).map((name) => resolve(path, name));
  const composeFile = given.get('COMPOSE_FILE');
  const separator = given.get('COMPOSE_PATH_SEPARATOR');
  if (composeFile) return { files: split(composeFile, separator) };
  const files = openProjectFiles(cwd, path);
  const said = await readDotenvs(files, given, variableFiles(input, path), !isNamed);
  const named = said.get('COMPOSE_FILE');
  if (!named?.value) return undefined;
  return {
    files: split(named.value, separator ?? said.get('COMPOSE_PATH_SEPARATOR')?.value),
    asked: named.place,
  };
}

/**
 * Reads each named file once. For a missing file, the error says where it is named; nothing is said about a file
 * outside the project that a file of variables names.
 *
 * @throws PlimsollError `compose-invalid`, `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function checkFiles(
  { files, asked }: NamedFiles,
  folder: string,
  cwd: string,
): Promise<void> {
  const project = openProjectFiles(cwd, resolve(cwd, folder));
  for (const file of files) {
    try {
      await project.read(file, asked);
    } catch (error) {
      if (asked || !isRefusal(error)) throw error;
      const { code, said } = asError(error);
      throw new PlimsollError(code, inBoth(said), {
        hint: text(
          'COMPOSE_FILE names it, in the environment.',
          '该文件由环境变量 COMPOSE_FILE 指明。',
        ),
        cause: error,
      });
    }
  }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The files that Compose looks for by their names. */
function usualFiles(folder: string, cwd: string): readonly string[] {
  const at = (name: string): string => join(resolve(cwd, folder), name);
  const found = composeNames.map(at).find((each) => existsSync(each));
  if (found === undefined) {
    throw new PlimsollError(
      'file-not-found',
      text(`There is no Compose file in ${folder}.`, `${folder} 中没有 Compose 文件。`),
      {
        hint: text(`The usual name is ${composeNames[0]}.`, `通常的名称是 ${composeNames[0]}。`),
      },
    );
  }
  const over = overrideNames.map(at).find((each) => existsSync(each));
  return over === undefined ? [found] : [found, over];
}
