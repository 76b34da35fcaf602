import { text } from '../../core/text.ts';
import { mayHoldCredentials } from '../../syntax/secrets/credential-files.ts';
import { parentsOf } from '../../syntax/tar/entry-path.ts';
import { join, layeredTree, type LayeredTree } from './layered-tree.ts';
import { fixedPlaces, fixedReadingsOf, readingsOf, type Noted } from './read-layer-entry.ts';
import type { LayerSummary } from './read-layer.ts';

/** What is noted of places by other names of the files that lie there. */
type Places = Map<string, Noted>;

/** Directories that hold files which are read by where they lie, as far as a link may stand in their place. */
const heldByName =
  /(?:^|\/)(?:\.aws|\.docker|containers|\.config|\.config\/git|\.git|\.kube|kubernetes|serviceaccount|etc)$/;
const heldFixed: ReadonlySet<string> = new Set([
  ...fixedPlaces.flatMap((place) => [...parentsOf(place)]),
  'var/lib/dpkg/status.d',
]);

/** Links to directories that are looked through; each costs a look at every path. */
const foldersAtMost = 64;

const unread: Noted = {
  mode: 0,
  uid: 0,
  gid: 0,
  unread: text(
    'a link makes it another name of a file that was read only under its own name',
    '该路径经由链接成为另一文件的别名，而后者仅按其本名查看',
  ),
};

/**
 * What lies by way of links in places whose files are read for what they are: noted where the file itself was read as
 * such, else as not looked into. A file goes by only once, so that what was not read of it then stays unread.
 *
 * @param layers lowest first
 * @param files what was noted of the files that a container sees
 */
export function linkedFiles(
  layers: readonly LayerSummary[],
  files: ReadonlyMap<string, Noted>,
): Places {
  const places: Places = new Map();
  const tree = layeredTree(layers);
  /** The file `to` lies at `place` too. */
  const lies = (place: string, to: string): void => {
    const readings = readingsOf(place);
    const own = readingsOf(to);
    if (readings.every((each) => own.includes(each)) && !readings.includes('os')) return;
    const there = files.get(to);
    const known = readings.includes('os') && (there?.os ?? there?.unread) !== undefined;
    places.set(place, known && there ? there : { ...files.get(place), ...unread });
  };
  const follow = (place: string): void => {
    const to = tree.real(place);
    if (to !== null && to !== place && tree.at(to) === 'file') lies(place, to);
  };
  for (const place of fixedPlaces) follow(place);
  const links = new Set(layers.flatMap(({ symlinks }) => [...symlinks.keys()]));
  for (const path of links) {
    if (readingsOf(path).length > 0 && tree.at(path) === 'link') follow(path);
  }
  throughFolders(layers, tree, links, lies);
  for (const [at, layer] of layers.entries()) {
    const here = layeredTree(layers.slice(0, at + 1));
    writtenThrough(layer, here, links, lies);
    for (const [path, target] of layer.links) {
      if (readingsOf(path).length === 0) continue;
      const to = here.real(target) ?? target;
      const counts = mayHoldCredentials(path) || tree.at(path) === 'file';
      if (counts && to !== path && here.at(to) === 'file') lies(path, to);
    }
  }
  return places;
}

type OnPlace = (place: string, to: string) => void;

/** Files that lie in such a directory since a link stands in its place. */
function throughFolders(
  layers: readonly LayerSummary[],
  tree: LayeredTree,
  links: ReadonlySet<string>,
  onPlace: OnPlace,
): void {
  const folders = [...links].flatMap((path) => {
    if (!heldByName.test(path) && !heldFixed.has(path)) return [];
    const to = tree.at(path) === 'link' ? tree.real(path) : null;
    return to === null || tree.at(to) === 'file'
      ? []
      : [
          {
            path,
            start: join(to, ''),
            // Above a database the names of other files stay what they are.
            readings: heldByName.test(path) ? readingsOf : fixedReadingsOf,
          },
        ];
  });
  if (folders.length === 0) return;
  const looked = folders.slice(0, foldersAtMost);
  // Too many to be looked through: the first of those that are left stands for what may lie there.
  for (const { path } of folders.slice(foldersAtMost, foldersAtMost + 1)) {
    onPlace(`${path}/.aws/credentials`, path);
  }
  for (const { paths } of layers) {
    for (const file of paths) {
      for (const { path, start, readings } of looked) {
        if (file.endsWith('/') || !file.startsWith(start)) continue;
        const place = join(path, file.slice(start.length));
        if (readings(place).length > 0 && tree.at(file) === 'file') onPlace(place, file);
      }
    }
  }
}

/** Files that a layer names through a link, and that lie where the link leads. */
function writtenThrough(
  { paths }: LayerSummary,
  tree: LayeredTree,
  links: ReadonlySet<string>,
  onPlace: OnPlace,
): void {
  if (links.size === 0) return;
  let folder = '';
  let leadsTo = '';
  for (const path of paths) {
    if (path.endsWith('/')) continue;
    const end = path.lastIndexOf('/');
    if (end < 0) continue;
    // Files of a directory mostly follow one another.
    if (path.slice(0, end) !== folder) {
      folder = path.slice(0, end);
      const isThrough = links.has(folder) || [...parentsOf(folder)].some((each) => links.has(each));
      leadsTo = isThrough ? (tree.real(folder) ?? folder) : folder;
    }
    if (leadsTo === folder) continue;
    const place = join(leadsTo, path.slice(end + 1));
    if (readingsOf(place).length > 0) onPlace(place, path);
  }
}
