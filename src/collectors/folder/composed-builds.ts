import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import { inBoth, text, type Text } from '../../core/text.ts';
import { isBelow, relativeName } from '../../syntax/paths/system-paths.ts';
import { findFiles } from '../compose/loading/find-files.ts';
import { loadProject, type ProjectInput } from '../compose/loading/load-project.ts';
import { namedBuilds } from '../compose/subjects/build-files.ts';
import { readLinked } from '../files/read-linked.ts';
import type { BuildFile, NamedBuild } from '../gathering/build.ts';
import type { UnreadTarget } from '../gathering/parse-target.ts';
import { lookAt } from './look-at.ts';

/** The build files that other files name. */
export interface ComposedBuilds {
  /** Paths from the root of those that are below it; whether one is named by a file that matters. */
  readonly paths: ReadonlyMap<string, boolean>;
  readonly unread: readonly UnreadTarget[];
}

/** Where build files may be. */
export interface BuildSearch {
  readonly root: string;
  readonly cwd: string;
  /** What else is scanned, absolute: a file there, or below, is no business of this folder. */
  readonly beside?: readonly string[];
  /** Whether the file that names it matters. */
  readonly isMeant: (build: NamedBuild) => boolean;
}

/** Finds the build files that others name, wherever below the root and whatever their names. */
export function placeBuilds(builds: readonly NamedBuild[], search: BuildSearch): ComposedBuilds {
  const paths = new Map<string, boolean>();
  const unread = new Map<string, { readonly why: Unread; readonly by: string[] }>();
  for (const each of builds) {
    const found = look(each, search);
    if (typeof found === 'string') paths.set(found, paths.get(found) || search.isMeant(each));
    else if (found && search.isMeant(each)) {
      const key = JSON.stringify([found.path, found.what]);
      const known = unread.get(key) ?? { why: found, by: [] };
      known.by.push(each.by);
      unread.set(key, known);
    }
  }
  return { paths, unread: [...unread.values()].map(unreadTarget) };
}

/** A key may be spelled by escapes; no other spelling of one has none of these. */
const mayName = /build|extends|include|\\/;

/** The build files that a Compose project of these files names. Nothing of one that cannot be read, which its own reader says. */
export async function buildsNamedBy(
  files: readonly string[],
  options: Omit<ProjectInput, 'files'>,
): Promise<readonly NamedBuild[]> {
  try {
    const found = await findFiles({ ...options, files });
    const texts = await Promise.all(
      found.files.map((file) => readLinked(resolve(options.cwd, file)).catch(() => '')),
    );
    if (!texts.some((each) => mayName.test(each))) return [];
    return namedBuilds(await loadProject({ ...options, ...found }));
  } catch (error) {
    if (error instanceof PlimsollError) return [];
    throw error;
  }
}

/** Why a build file is not read. */
interface Unread {
  readonly path: string;
  readonly code: ErrorCode;
  readonly what: Text;
  readonly hint?: Text;
}

/** A path from the root, why there is none, or nothing where nobody asks this folder. */
function look({ file, in: asked }: NamedBuild, search: BuildSearch): string | Unread | undefined {
  // The project itself says that it is built elsewhere.
  if (file.at === 'elsewhere') return undefined;
  if (file.at === 'unknown') {
    return {
      path: asked,
      code: 'file-unreadable',
      what: text(
        'which file is built depends on a variable without a value',
        '构建哪个文件取决于没有值的变量',
      ),
      hint: text(
        'Set it, or name a file that does: --compose-env-file FILE',
        '请设置该变量，或指明设置它的文件：--compose-env-file FILE',
      ),
    };
  }
  const { root, cwd, beside = [] } = search;
  const path = usualSpelling(file);
  const name = relativeName(cwd, path);
  if (!isBelow(path, root)) {
    return beside.some((each) => isBelow(path, each))
      ? undefined
      : {
          path: name,
          code: 'file-unreadable',
          what: text(
            `${name}, which it builds, lies outside the scanned folder`,
            `其构建的 ${name} 位于被扫描文件夹之外`,
          ),
          hint: text('Name it beside the folder.', '请在文件夹之外一并指明该文件。'),
        };
  }
  const below = relativeName(root, path);
  const looked = lookAt(root, below, name);
  const built = (said: Text): Text =>
    text(`it builds ${name}: ${said.en}`, `其构建 ${name}：${said.zh}`);
  if (looked.is === 'unread') {
    const { code, said } = looked.error;
    return { path: name, code, what: built(withoutStop(inBoth(said))) };
  }
  if (looked.is === 'file' && leadsOut(root, path)) {
    const what = text('a link leads out of the scanned folder', '符号链接指向被扫描文件夹之外');
    return { path: name, code: 'file-unreadable', what: built(what) };
  }
  if (looked.is === 'file') return below;
  return existsSync(path)
    ? { path: name, code: 'file-unreadable', what: built(text('a folder', '是文件夹')) }
    : { path: name, code: 'file-not-found', what: built(text('no such file', '没有该文件')) };
}

const withoutStop = ({ en, zh }: Text): Text => text(en.replace(/\.$/, ''), zh.replace(/。$/, ''));

/** The name that builders fall back to, where the file of the usual one is not there. */
function usualSpelling({ path, isUsual }: Extract<BuildFile, { readonly at: 'path' }>): string {
  const others = isUsual && !existsSync(path) ? ['dockerfile', 'Containerfile'] : [];
  return others.map((name) => join(dirname(path), name)).find((each) => existsSync(each)) ?? path;
}

/** Whether a folder on the way is a link to elsewhere. */
function leadsOut(root: string, path: string): boolean {
  try {
    const folder = realpathSync.native(dirname(path));
    return !isBelow(join(folder, basename(path)), realpathSync.native(root));
  } catch {
    return false;
  }
}

function unreadTarget({
  why: { path, code, what, hint },
  by,
}: {
  readonly why: Unread;
  readonly by: readonly string[];
}): UnreadTarget {
  const [first = '', ...others] = by;
  const [en, zh] =
    others.length === 0
      ? ['', '']
      : [` (also ${others.join(', ')})`, `（另有 ${others.join('、')}）`];
  const error = new PlimsollError(
    code,
    text(`${first}: ${what.en}${en}.`, `${first}：${what.zh}${zh}。`),
    hint ? { hint } : {},
  );
  return { kind: 'unread', as: 'dockerfile', path, error };
}
