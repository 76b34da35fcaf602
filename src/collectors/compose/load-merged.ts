import { dirname, join } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { invalidAt } from './compose-error.ts';
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
import { resolvePath } from './project-files.ts';
import { withDotenv } from './variables.ts';

/**
 * Loads files one over the other, with all that they include.
 *
 * @param including the files that include these, outermost first
 * @throws PlimsollError `compose-invalid`
 */
export async function loadMerged(
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
