import { PlimsollError } from '../../core/errors.ts';
import type { Place } from './node.ts';
import type { ProjectFiles } from './project-files.ts';
import { readDotenv } from './reading/dotenv.ts';

/** The environment as variables: those that are set. */
export const environment = (
  env: Readonly<Record<string, string | undefined>>,
): Map<string, string> =>
  new Map(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/**
 * The variables of files of them, below those that are given.
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
  const all = new Map<string, string>();
  for (const path of paths) {
    let text: string;
    try {
      text = await files.read(path, asked);
    } catch (error) {
      if (optional && error instanceof PlimsollError && /not-found/.test(error.code)) continue;
      throw error;
    }
    for (const { name, value } of readDotenv(text, files.nameOf(path), given)) {
      if (value !== undefined) all.set(name, value);
    }
  }
  for (const [name, value] of given) all.set(name, value);
  return all;
}
