import { resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { absent as absentFile } from '../files/unread.ts';
import type { Project } from './load-project.ts';
import { entriesOf, fieldOf, itemsOf, textOf, type Node, type Place } from './node.ts';
import { readDotenv } from './reading/dotenv.ts';
import { readRawVariables } from './reading/raw-variables.ts';
import { readVariables } from './variables.ts';

/** What a service says through files of its own. */
export interface ServiceFiles {
  /** Those whose values are certain: what a file sets that is read before one that is not there may be set anew. */
  readonly environment: ReadonlyMap<string, { readonly value: string; readonly place: Place }>;
  /** Names of variables that whoever starts it would hand on, and that have no value here. */
  readonly unset: ReadonlyMap<string, Place>;
  /** Files of variables that are not there, as often those of which git is told nothing. */
  readonly absent: readonly { readonly name: string; readonly place: Place }[];
  /** Labels of files; what the service itself says wins over them. */
  readonly labels: Readonly<Record<string, string>>;
  /** `security_opt`, a seccomp profile put in the place of its file. */
  readonly securityOptions: readonly string[];
}

/** Reads the files that a service names: variables, and its seccomp profile. */
export async function readServiceFiles(service: Node, project: Project): Promise<ServiceFiles> {
  return {
    ...(await environmentOf(service, project)),
    labels: await labelsOf(service, project),
    securityOptions: await Promise.all(
      itemsOf(fieldOf(service, 'security_opt')).map((node) => withProfile(node, project)),
    ),
  };
}

/** Variables of files come first, and what the service itself says wins; a name alone is the environment's. */
async function environmentOf(service: Node, project: Project) {
  const all = new Map<string, { value: string; place: Place }>();
  const unset = new Map<string, Place>();
  const absent: { name: string; place: Place }[] = [];
  // A file may name what those before it set.
  const known = { get: (name: string) => all.get(name)?.value ?? project.variables.get(name) };
  for (const node of itemsOf(fieldOf(service, 'env_file'))) {
    const path = textOf(fieldOf(node, 'path'));
    if (path === undefined) continue;
    const asked = fieldOf(node, 'path')?.place ?? node.place;
    const required = fieldOf(node, 'required');
    const optional = required?.kind === 'scalar' && required.value === false;
    let text: string;
    try {
      text = await readVariables(project.files, path, asked);
    } catch (error) {
      if (!isAbsent(error)) throw error;
      if (optional) continue;
      absent.push({ name: project.files.nameOf(path), place: asked });
      all.clear();
      continue;
    }
    const file = project.files.nameOf(path);
    const read =
      textOf(fieldOf(node, 'format')) === 'raw'
        ? readRawVariables(text, file)
        : readDotenv(text, file, known);
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

const isAbsent = (error: unknown): boolean =>
  error instanceof PlimsollError && absentFile(error.cause);

/** A file of labels may name labels of those before it, and no variables. */
async function labelsOf(service: Node, project: Project): Promise<Record<string, string>> {
  const all = new Map<string, string>();
  for (const node of itemsOf(fieldOf(service, 'label_file'))) {
    const path = textOf(node) ?? '';
    const text = await readVariables(project.files, path, node.place);
    for (const { name, value } of readDotenv(text, project.files.nameOf(path), all)) {
      const held = value ?? all.get(name);
      if (held !== undefined) all.set(name, held);
    }
  }
  return Object.fromEntries(all);
}

async function withProfile(node: Node, project: Project): Promise<string> {
  const written = textOf(node) ?? '';
  const named = /^seccomp[=:](.+)$/.exec(written)?.[1];
  if (named === undefined || /^(?:unconfined|builtin|default)$/.test(named)) return written;
  return `seccomp=${await project.files.read(resolve(project.folder, named), node.place)}`;
}
