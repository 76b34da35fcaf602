import { resolve } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { text } from '../../../core/text.ts';
import { absent as absentFile } from '../../../files/file-error.ts';
import { unreadFile, type Unread } from '../../gathering/unread-gap.ts';
import { isRefusal } from './elsewhere.ts';
import type { Project } from './load-project.ts';
import {
  type Node,
  type Place,
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
} from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from './source-at.ts';
import { readDotenv } from '../../../syntax/compose/reading/dotenv.ts';
import { readRawVariables } from '../../../syntax/compose/reading/raw-variables.ts';
import { emptyFile, readVariables } from './variables.ts';

/** What a service says through files of its own. */
export interface ServiceFiles {
  /** Those whose values are certain: what a file sets that is read before one that is not there may be set anew. */
  readonly environment: ReadonlyMap<string, { readonly value: string; readonly place: Place }>;
  /** Names of variables that the person who starts it would hand on, and that have no value here. */
  readonly unset: ReadonlyMap<string, Place>;
  /** Files of variables that do not exist, often because git ignores them, or that are outside the project. */
  readonly absent: readonly AbsentFile[];
  /** Labels of files; what the service itself says wins over them. */
  readonly labels: Readonly<Record<string, string>>;
  /** `security_opt`, a seccomp profile put in the place of its file. */
  readonly securityOptions: readonly string[];
  /** Why the file of its seccomp profile was not read; absent where it was, and where there is none. */
  readonly unreadProfile?: Unread;
}

/** A file of variables that was not read. */
export interface AbsentFile {
  readonly name: string;
  readonly place: Place;
  /** Whether it lies outside of the project, be it there or not. */
  readonly outside: boolean;
}

/** Reads the files that a service names: variables, and its seccomp profile. */
export async function readServiceFiles(service: Node, project: Project): Promise<ServiceFiles> {
  const options = await Promise.all(
    itemsOf(fieldOf(service, 'security_opt')).map((node) => withProfile(node, project)),
  );
  // Of several profiles the last counts.
  const unread = options.findLast(({ option }) => /^seccomp[=:]/.test(option))?.unread;
  return {
    ...(await environmentOf(service, project)),
    labels: await labelsOf(service, project),
    securityOptions: options.map(({ option }) => option),
    ...(unread ? { unreadProfile: unread } : {}),
  };
}

/** Variables of files come first, and what the service itself says wins; a name alone is the environment's. */
async function environmentOf(service: Node, project: Project) {
  const all = new Map<string, { value: string; place: Place }>();
  const unset = new Map<string, Place>();
  const absent: AbsentFile[] = [];
  const notRead = (path: string, place: Place, outside: boolean): void => {
    absent.push({ name: project.files.nameOf(path), place, outside });
    all.clear();
  };
  // A file may name what those before it set.
  const known = { get: (name: string) => all.get(name)?.value ?? project.variables.get(name) };
  for (const node of itemsOf(fieldOf(service, 'env_file'))) {
    const path = textOf(fieldOf(node, 'path'));
    if (path === undefined) continue;
    const asked = fieldOf(node, 'path')?.place ?? node.place;
    const required = fieldOf(node, 'required');
    const optional = required?.kind === 'scalar' && required.value === false;
    // A file of the host's is there where Compose is started, and none of a scan's business.
    if (path !== emptyFile && project.files.isOutside(path)) {
      notRead(path, asked, true);
      continue;
    }
    let content: string;
    try {
      content = await readVariables(project.files, path, asked);
    } catch (error) {
      if (!isAbsent(error)) throw error;
      if (!optional) notRead(path, asked, false);
      continue;
    }
    const file = project.files.nameOf(path);
    const read =
      textOf(fieldOf(node, 'format')) === 'raw'
        ? readRawVariables(content, file)
        : readDotenv(content, file, known);
    for (const { name, value, place } of read) {
      const held = value ?? known.get(name);
      if (held !== undefined) all.set(name, { value: held, place });
    }
  }
  for (const [name, { key, value }] of entriesOf(fieldOf(service, 'environment'))) {
    const held = textOf(value) ?? project.variables.get(name);
    // A name that has no value anywhere is not set at all.
    if (held === undefined) {
      all.delete(name);
      unset.set(name, key);
    } else all.set(name, { value: held, place: key });
  }
  return { environment: all, unset, absent };
}

const isAbsent = (error: unknown): boolean => isRefusal(error) && absentFile(error.cause);

/** A file of labels may name labels of those before it, and no variables. */
async function labelsOf(service: Node, project: Project): Promise<Record<string, string>> {
  const all = new Map<string, string>();
  for (const node of itemsOf(fieldOf(service, 'label_file'))) {
    const path = textOf(node) ?? '';
    const content = await readVariables(project.files, path, node.place);
    for (const { name, value } of readDotenv(content, project.files.nameOf(path), all)) {
      const held = value ?? all.get(name);
      if (held !== undefined) all.set(name, held);
    }
  }
  return Object.fromEntries(all);
}

/** An option with the profile that it names; Compose itself opens that no sooner than it starts the service. */
async function withProfile(node: Node, project: Project) {
  const option = textOf(node) ?? '';
  const named = /^seccomp[=:](.+)$/.exec(option)?.[1];
  if (named === undefined || /^(?:unconfined|builtin|default)$/.test(named)) return { option };
  const path = resolve(project.folder, named);
  const source = sourceAt(node.place);
  if (project.files.isOutside(path)) {
    const detail = text(
      `${path} is outside the project and is not read`,
      `${path} 位于项目之外，不予读取`,
    );
    return { option, unread: { reason: 'unavailable', detail, source } satisfies Unread };
  }
  try {
    return { option: `seccomp=${await project.files.read(path, node.place)}` };
  } catch (error) {
    if (!isRefusal(error) || !(error.cause instanceof PlimsollError)) throw error;
    return { option, unread: { ...unreadFile(path, error.cause), source } };
  }
}
