import { basename, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { faultsIn } from '../compose/check-project.ts';
import { loadProject, type ProjectInput } from '../compose/loading/load-project.ts';
import { readSyntax } from '../gathering/syntax-error.ts';
import { readLinked } from '../files/read-linked.ts';
import { composeNames, overrideNames } from '../../knowledge/build-file-names.ts';

/** A project that Compose files make. */
export interface FoundProject {
  readonly files: readonly string[];
  /** The files that it extends or includes, by their absolute paths. */
  readonly brings: readonly string[];
  /** Whether it is no whole by itself, or what is laid over another file is none. */
  readonly part: boolean;
}

/** What else there is beside the files of one folder. */
export interface Beside extends Omit<ProjectInput, 'files'> {
  /** The files that are in a project already, by their absolute paths. */
  readonly held: ReadonlySet<string>;
  /** Whether some file, wherever it is, may bring another in; where none does, a project is read only when it is judged. */
  readonly bringing: boolean;
}

/** The projects that the Compose files of one folder make. */
export async function projectsIn(
  files: readonly string[],
  { held, bringing, ...options }: Beside,
): Promise<readonly FoundProject[]> {
  const isHeld = (file: string): boolean => held.has(resolve(options.cwd, file));
  const first = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => files.filter((file) => basename(file) === name))[0];
  const base = first(composeNames);
  const own = base !== undefined && !isHeld(base) ? [base] : [];
  const over = own.length === 0 ? undefined : first(overrideNames);
  if (over !== undefined && !isHeld(over)) own.push(over);
  const look = async (project: readonly string[], always = false): Promise<FoundProject> =>
    always || bringing
      ? await projectOf(project, options)
      : { files: project, brings: [], part: false };
  const projects = own.length === 0 ? [] : [await look(own)];
  for (const file of files) {
    if (own.includes(file) || isHeld(file)) continue;
    const alone = await look([file], base !== undefined);
    projects.push(base !== undefined && alone.part ? { ...alone, files: [base, file] } : alone);
  }
  return projects;
}

/** A project of these files, and what else it reads. */
export async function projectOf(
  files: readonly string[],
  options: Omit<ProjectInput, 'files'>,
): Promise<FoundProject> {
  try {
    const project = await loadProject({ ...options, files });
    const named = new Set(files.map((file) => resolve(options.cwd, file)));
    const read = [...project.read.keys()].map((file) => resolve(options.cwd, file));
    const brings = read.filter((file) => !named.has(file));
    return {
      files,
      brings,
      part: readSyntax('compose-invalid', () => faultsIn(project)).length > 0,
    };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { files, brings: [], part: true };
  }
}

const namesOther = /\b(?:extends|include)\b["']?\s*:/;

/** Whether one of these files may extend or include another, as far as its text tells. */
export async function mayBring(paths: Iterable<string>): Promise<boolean> {
  for (const path of paths) {
    const said = await readLinked(path).catch(() => '');
    if (namesOther.test(said)) return true;
  }
  return false;
}
