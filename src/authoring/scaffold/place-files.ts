import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';

/** Where a project keeps its controls and their tests. */
export interface FilePlaces {
  readonly file: string;
  readonly test: string;
}

/**
 * Where a control goes: beside others of its kind, in a folder of its kind beside folders of other kinds, or else
 * where the others are. Its test goes where tests of the others are: beside the control, or in a folder of
 * tests, which may mirror the folders of controls.
 *
 * @param known files of the controls that there are, with their kinds where these are known
 */
export function placeFiles(
  id: string,
  kind: string,
  root: string,
  known: readonly { readonly path: string; readonly kind: string | undefined }[],
  ending: string,
  kindNames: readonly string[],
): FilePlaces {
  const folder = folderFor(kind, root, known, kindNames);
  const file = join(folder, `${id}${ending}`);
  return {
    file,
    test: testFor(
      file,
      root,
      known.map(({ path }) => path),
    ),
  };
}

function folderFor(
  kind: string,
  root: string,
  known: readonly { readonly path: string; readonly kind: string | undefined }[],
  kindNames: readonly string[],
): string {
  const alike = known.filter((each) => each.kind === kind);
  const [same] = byCount(alike.map(({ path }) => dirname(path)));
  if (same !== undefined) return same;
  const [usual] = byCount(known.map(({ path }) => dirname(path)));
  if (usual === undefined) return join(root, 'controls');
  return kindNames.includes(basename(usual)) ? join(dirname(usual), kind) : usual;
}

/** Texts by how often they occur, most often first. */
function byCount(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const each of texts) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([each]) => each);
}

/** Ways in which projects place tests, each from a file to its test. */
function waysOf(root: string): readonly ((path: string) => string)[] {
  const named = (path: string, word: string): string => {
    const ending = extname(path);
    return `${basename(path, ending)}.${word}${ending}`;
  };
  const folders = ['test/plimsoll', 'test', 'tests', '__tests__'];
  return ['test', 'spec'].flatMap((word) => [
    (path: string) => join(dirname(path), named(path, word)),
    (path: string) => join(dirname(path), '__tests__', named(path, word)),
    ...folders.flatMap((folder) => [
      (path: string) => join(root, folder, relative(root, dirname(path)), named(path, word)),
      (path: string) =>
        join(
          root,
          folder,
          relative(root, dirname(path)).split(/[\\/]/).slice(1).join('/'),
          named(path, word),
        ),
      (path: string) => join(root, folder, named(path, word)),
    ]),
  ]);
}

/** Where the test of a file goes, as tests of other files are placed. */
export function testFor(file: string, root: string, known: readonly string[]): string {
  const way = waysOf(root).find((each) => known.some((path) => existsSync(each(path))));
  return way
    ? way(file)
    : join(root, 'test', `${basename(file, extname(file))}.test${extname(file)}`);
}
