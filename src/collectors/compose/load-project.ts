import { basename, dirname, join, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { invalidAt } from './compose-error.ts';
import { settleTags } from './forms/form.ts';
import { projectForm } from './forms/project-form.ts';
import { loadFile, type Loading } from './load-file.ts';
import {
  entriesOf,
  fieldOf,
  itemsOf,
  map,
  textOf,
  toPlain,
  type Entry,
  type MapNode,
  type Node,
  type Place,
} from './node.ts';
import { openProjectFiles, resolvePath, type ProjectFiles } from './project-files.ts';
import { readDotenv } from './reading/dotenv.ts';
import type { ReadFile } from './reading/read-nodes.ts';
import { readFileWaivers, type FileWaiver } from './reading/file-waivers.ts';

/** What a person may say of a project beside its files, as to `docker compose`. */
export interface ComposeOptions {
  /** Profiles that are on; `*` is all. Absent means `COMPOSE_PROFILES`. */
  readonly profiles?: readonly string[];
  /** Files of variables instead of `.env`. */
  readonly envFiles?: readonly string[];
  /** Absent means `COMPOSE_PROJECT_NAME`, the file's `name`, or the folder's name. */
  readonly projectName?: string;
}

/** What a project is loaded from. */
export interface ProjectInput extends ComposeOptions {
  /** In the order in which they are laid over one another. */
  readonly files: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** A Compose project as it is in force. */
export interface Project {
  readonly name: string;
  /** Services that are on, by name. */
  readonly services: ReadonlyMap<string, { readonly key: Place; readonly value: MapNode }>;
  /** Names of services whose profiles are all off. */
  readonly inactive: readonly string[];
  /** Everything else: `networks`, `volumes`, `secrets`, `configs`. */
  readonly whole: MapNode;
  readonly files: ProjectFiles;
  /** Its Compose files, by how they are called; their secrets are in them. */
  readonly read: ReadonlyMap<string, ReadFile>;
  readonly folder: string;
  readonly variables: ReadonlyMap<string, string>;
  /** Exceptions in the comments of its files. */
  readonly waivers: readonly FileWaiver[];
}

/**
 * Loads a project from its files as Compose does: variables, `extends`, `include`, merges, profiles.
 *
 * @throws PlimsollError `compose-invalid` with file, line and column; `file-not-found`, `file-denied`,
 * `file-unreadable` for the files that a person named
 */
export async function loadProject(input: ProjectInput): Promise<Project> {
  const paths = input.files.map((file) => resolve(input.cwd, file));
  const [first] = paths;
  if (first === undefined) {
    throw new PlimsollError('compose-invalid', 'No Compose file is named.');
  }
  const folder = dirname(first);
  const files = openProjectFiles(input.cwd, folder);
  const given = environment(input.env);
  const named = input.envFiles?.map((file) => resolve(input.cwd, file));
  const variables = await withDotenv(files, given, named ?? [join(folder, '.env')], !named);
  const read = new Map<string, ReadFile>();
  const loading: Loading = { files, variables, home: input.home, read, extending: [] };
  const merged = await loadMerged(paths, folder, loading, []);
  const whole = settleTags(merged);
  if (whole.kind !== 'map') throw new PlimsollError('compose-invalid', 'The project is empty.');
  const name = projectName(input, whole, variables, folder);
  const profiles = input.profiles ?? (variables.get('COMPOSE_PROFILES') ?? '').split(',');
  return {
    name,
    whole,
    files,
    read,
    folder,
    variables,
    waivers: await waiversIn(read),
    ...partServices(whole, new Set(profiles)),
  };
}

/** The exceptions in the comments of files. */
async function waiversIn(read: ReadonlyMap<string, ReadFile>): Promise<readonly FileWaiver[]> {
  const all = [...read].map(([name, { text }]) => readFileWaivers(text, name));
  return (await Promise.all(all)).flat();
}

const environment = (env: ProjectInput['env']): Map<string, string> =>
  new Map(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** The variables of files of them, below those that are given. */
async function withDotenv(
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

async function loadMerged(
  paths: readonly string[],
  folder: string,
  loading: Loading,
  including: readonly string[],
  asked?: Place,
): Promise<MapNode> {
  let merged: Node | undefined;
  for (const path of paths) {
    const next = await loadFile(path, folder, loading, asked);
    merged = merged ? projectForm.merge(merged, next) : next;
  }
  if (merged?.kind !== 'map') throw new PlimsollError('compose-invalid', 'The project is empty.');
  return await withIncluded(merged, paths, folder, loading, including);
}

const kinds = ['services', 'networks', 'volumes', 'secrets', 'configs'] as const;

async function withIncluded(
  project: MapNode,
  paths: readonly string[],
  folder: string,
  loading: Loading,
  including: readonly string[],
): Promise<MapNode> {
  let whole = project;
  for (const asked of itemsOf(fieldOf(project, 'include'))) {
    const inner = itemsOf(fieldOf(asked, 'path')).map((node) =>
      resolvePath(folder, textOf(node) ?? '', loading.home),
    );
    const [first] = inner;
    if (first === undefined) throw invalidAt(asked.place, 'include names no file');
    const chain = [...including, ...paths];
    if (inner.some((path) => chain.includes(path))) {
      throw invalidAt(
        asked.place,
        `files include one another in a circle: ${loading.files.nameOf(first)}`,
      );
    }
    const own = fieldOf(asked, 'project_directory');
    const directory = own ? resolvePath(folder, textOf(own) ?? '', loading.home) : dirname(first);
    const envFiles = itemsOf(fieldOf(asked, 'env_file')).map((node) =>
      resolvePath(folder, textOf(node) ?? '', loading.home),
    );
    const variables = await withDotenv(
      loading.files,
      loading.variables,
      envFiles.length > 0 ? envFiles : [join(directory, '.env')],
      envFiles.length === 0,
      envFiles.length > 0 ? asked.place : undefined,
    );
    const included = await loadMerged(
      inner,
      directory,
      { ...loading, variables },
      chain,
      asked.place,
    );
    whole = bringIn(whole, included, asked.place);
  }
  return whole;
}

/** What is included may not stand in the file as well, unless it is the very same. */
function bringIn(whole: MapNode, included: MapNode, asked: Place): MapNode {
  const all = new Map<string, Entry>(whole.entries);
  for (const kind of kinds) {
    const added = included.entries.get(kind);
    if (!added) continue;
    const present = all.get(kind);
    const entries = new Map<string, Entry>(entriesOf(present?.value));
    for (const [name, entry] of entriesOf(added.value)) {
      const own = entries.get(name);
      if (own && JSON.stringify(toPlain(own.value)) !== JSON.stringify(toPlain(entry.value))) {
        throw invalidAt(
          own.key,
          `${kind}.${name} is also in what is included at line ${asked.file.lineAt(asked.offset).line}`,
        );
      }
      if (!own) entries.set(name, entry);
    }
    all.set(kind, {
      key: present?.key ?? added.key,
      value: map(entries, (present ?? added).value.place),
    });
  }
  return map(all, whole.place);
}

function projectName(
  { projectName: told }: ProjectInput,
  whole: MapNode,
  variables: ReadonlyMap<string, string>,
  folder: string,
): string {
  if (told !== undefined && told !== '') return told;
  const name = variables.get('COMPOSE_PROJECT_NAME') || textOf(fieldOf(whole, 'name'));
  if (name) return name;
  return (
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9_-]/g, '')
      .replace(/^[_-]+/, '') || 'default'
  );
}

function partServices(whole: MapNode, profiles: ReadonlySet<string>) {
  const services = new Map<string, { key: Place; value: MapNode }>();
  const inactive: string[] = [];
  for (const [name, { key, value }] of entriesOf(fieldOf(whole, 'services'))) {
    if (value.kind !== 'map') continue;
    const own = itemsOf(fieldOf(value, 'profiles')).map(textOf);
    const on =
      own.length === 0 ||
      profiles.has('*') ||
      own.some((each) => each !== undefined && profiles.has(each));
    if (on) services.set(name, { key, value });
    else inactive.push(name);
  }
  return { services, inactive };
}
