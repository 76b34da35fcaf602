import { dirname, resolve } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { text as wording } from '../../../core/text.ts';
import { rethrowAs } from '../../gathering/syntax-error.ts';
import { activeServices } from './active-services.ts';
import type { Refusal } from './elsewhere.ts';
import { realFolderOf } from './real-host-path.ts';
import { settleTags } from '../../../syntax/compose/forms/settle-tags.ts';
import type { Loading } from './load-file.ts';
import { loadMerged } from './load-merged.ts';
import type { MapNode, Place } from '../../../syntax/compose/tree/nodes.ts';
import { openProjectFiles, type ProjectFiles } from './project-files.ts';
import { projectName } from './project-name.ts';
import type { ReadFile } from '../../../syntax/compose/reading/read-nodes.ts';
import { readFileWaivers, type FileWaiver } from './file-waivers.ts';
import { environment, namedVariableFiles, variableFiles, withDotenv } from './variables.ts';

/** What a person may say of a project beside its files, as to `docker compose`. */
export interface ComposeOptions {
  /** Profiles whose services alone are judged, beside those without one; absent means those of all profiles. */
  readonly profiles?: readonly string[];
  /** Files of variables instead of `.env`; absent means those of `COMPOSE_ENV_FILES`, else `.env`. */
  readonly envFiles?: readonly string[];
  /** Absent means `COMPOSE_PROJECT_NAME`, the file's `name`, or the folder's name. */
  readonly projectName?: string;
}

/** What a project is loaded from. */
export interface ProjectInput extends ComposeOptions {
  /** In the order in which they are laid over one another. */
  readonly files: readonly string[];
  /** The folder that Compose is started in, whose `.env` names the files and wins over the one beside the first of them. */
  readonly startedIn?: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** A service, and where its name stands. */
interface Service {
  readonly key: Place;
  readonly value: MapNode;
}

/** A Compose project as it is in force. */
export interface Project {
  readonly name: string;
  /** Services that are on, by name. */
  readonly services: ReadonlyMap<string, Service>;
  /** Services whose profiles are all off, by name. */
  readonly dormant: ReadonlyMap<string, Service>;
  /** Their names. */
  readonly inactive: readonly string[];
  /** Whether they are judged as well: a person named no profiles. */
  readonly allProfiles: boolean;
  /** Everything else: `networks`, `volumes`, `secrets`, `configs`. */
  readonly whole: MapNode;
  readonly files: ProjectFiles;
  /** Its Compose files, by how they are called; their secrets are in them. */
  readonly read: ReadonlyMap<string, ReadFile>;
  readonly folder: string;
  /** The same without a link in it. */
  readonly realFolder: string;
  readonly variables: ReadonlyMap<string, string>;
  /** What of it could not be read, while the rest was: what it includes and extends. */
  readonly unread: readonly Refusal[];
  /** Services with a part that could not be read, by name, and why; `''` stands for all that the project has. */
  readonly open: ReadonlyMap<string, Refusal>;
  /** Exceptions in the comments of its files. */
  readonly waivers: readonly FileWaiver[];
}

/**
 * Loads a project from its files as Compose does: variables, `extends`, `include`, merges, profiles.
 *
 * @throws PlimsollError `compose-invalid` with file, line and column; `file-not-found`, `file-denied`,
 * `file-unreadable` for the files that a person named
 */
export const loadProject = (input: ProjectInput): Promise<Project> =>
  load(input).catch(rethrowAs('compose-invalid'));

async function load(input: ProjectInput): Promise<Project> {
  const paths = input.files.map((file) => resolve(input.cwd, file));
  const [first] = paths;
  if (first === undefined) {
    throw new PlimsollError(
      'compose-invalid',
      wording('No Compose file is named.', '未指明 Compose 文件'),
    );
  }
  const folder = dirname(first);
  const { startedIn = folder } = input;
  const files = openProjectFiles(input.cwd, startedIn);
  let said = environment(input.env);
  for (const each of new Set([startedIn, folder])) {
    said = await withDotenv(files, said, variableFiles(input, each), !namedVariableFiles(input));
  }
  const read = new Map<string, ReadFile>();
  const unread: Refusal[] = [];
  const open = new Map<string, Refusal>();
  const outside: Loading = {
    ...{ files, variables: said, home: input.home, read, extending: [], unread, open },
  };
  const name = await projectName(input.projectName, paths, folder, outside);
  // Compose sets it itself, for the files as well.
  const variables = new Map(said).set('COMPOSE_PROJECT_NAME', name);
  const loading: Loading = { ...outside, variables };
  const merged = await loadMerged(paths, folder, loading, []);
  const whole = settleTags(merged);
  if (whole.kind !== 'map') {
    throw new PlimsollError('compose-invalid', wording('The project is empty.', '该项目没有内容'));
  }
  const namedProfiles = (variables.get('COMPOSE_PROFILES') ?? '')
    .split(',')
    .map((each) => each.trim());
  return {
    name,
    whole,
    files,
    read,
    folder,
    realFolder: realFolderOf(folder),
    variables,
    waivers: await waiversIn(read),
    unread,
    open,
    allProfiles: input.profiles === undefined,
    ...activeServices(whole, new Set(input.profiles ?? namedProfiles)),
  };
}

/** The exceptions in the comments of files. */
async function waiversIn(read: ReadonlyMap<string, ReadFile>): Promise<readonly FileWaiver[]> {
  const all = [...read].map(([name, { text }]) => readFileWaivers(text, name));
  return (await Promise.all(all)).flat();
}
