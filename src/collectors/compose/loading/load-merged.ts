import { text } from '../../../core/text.ts';
import { dirname, join } from 'node:path';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import { projectForm } from '../../../syntax/compose/forms/project-form.ts';
import { buildsIn } from './absolute-paths.ts';
import { bringIn } from './include-files.ts';
import { loadFile, type Loading } from './load-file.ts';
import {
  fieldOf,
  itemsOf,
  map,
  textOf,
  type MapNode,
  type Node,
  type Place,
} from '../../../syntax/compose/tree/nodes.ts';
import { refuseRemote, unlessAbsent } from './elsewhere.ts';
import { resolvePath } from './project-files.ts';
import { resolveNames } from './resolve-names.ts';
import { withDotenv } from './variables.ts';

/**
 * Loads files one over the other, each with all that it includes. Of several, those that hold nothing are passed over.
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
  const chain = [...including, ...paths];
  let merged: Node | undefined;
  for (const path of paths) {
    const file = await loadFile(path, folder, loading, asked);
    if (!file) continue;
    const next = await withIncluded(file, folder, loading, chain);
    merged = merged ? projectForm.merge(merged, next) : next;
  }
  if (merged?.kind === 'map') return merged;
  const name = paths.map(loading.files.nameOf).join(', ');
  const place = asked ?? { file: { name, lineAt: () => ({ line: 1, col: 1 }) }, offset: 0 };
  throw invalidAt(place, text(`${name} holds nothing`, `${name} 没有内容`));
}

async function withIncluded(
  file: MapNode,
  folder: string,
  loading: Loading,
  chain: readonly string[],
): Promise<MapNode> {
  const all: { project: MapNode; asked: Place }[] = [];
  for (const asked of itemsOf(fieldOf(file, 'include'))) {
    const project = await unlessAbsent(
      loading,
      () => loadIncluded(asked, folder, loading, chain),
      // It may hold a part of any service.
      (why) => loading.open.set('', why),
    );
    if (project) all.push({ project, asked: asked.place });
  }
  if (!file.entries.has('include')) return file;
  const own = new Map(file.entries);
  own.delete('include');
  return bringIn(map(own, file.place), all);
}

async function loadIncluded(
  asked: Node,
  folder: string,
  loading: Loading,
  chain: readonly string[],
): Promise<MapNode> {
  const at = (node: Node): string => resolvePath(folder, textOf(node) ?? '', loading.home);
  const paths = itemsOf(fieldOf(asked, 'path'));
  for (const each of paths) refuseRemote(textOf(each) ?? '', each.place);
  const inner = paths.map(at);
  const [first] = inner;
  if (first === undefined) {
    throw invalidAt(asked.place, text('include names no file', 'include 未指明文件'));
  }
  if (inner.some((path) => chain.includes(path))) {
    throw invalidAt(
      asked.place,
      text(
        `files include one another in a circle: ${loading.files.nameOf(first)}`,
        `文件之间的 include 形成循环：${loading.files.nameOf(first)}`,
      ),
    );
  }
  const own = fieldOf(asked, 'project_directory');
  const directory = own ? at(own) : dirname(first);
  const envFiles = itemsOf(fieldOf(asked, 'env_file')).map(at);
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
  return resolveNames(buildsIn(included, directory), variables);
}
