import { groupBy } from '../group-by.ts';

/** One line of /proc/PID/mountinfo. */
export interface MountEntry {
  /** The mount's own number, and that of the mount that it lies on. */
  readonly id: string;
  readonly parent: string;
  /** Number of the device that holds the file system, `254:0`. */
  readonly device: string;
  /** The folder or file of that file system that is mounted; `/` is all of it. */
  readonly root: string;
  /** Where it is mounted, as the reader of the text sees it. */
  readonly point: string;
  /** Options of the mount alone. */
  readonly options: readonly string[];
  /** Whether mounts made below it reach others, and whether those made elsewhere reach it. */
  readonly shared: boolean;
  readonly slave: boolean;
  readonly fileSystem: string;
  /** What it was mounted from, as the file system calls it. */
  readonly source: string;
  /** Options of the whole file system. */
  readonly superOptions: readonly string[];
}

/**
 * Takes the text of /proc/PID/mountinfo apart. Lines that are not of its form are left out: the kernel writes none.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
 */
export function parseMountInfo(text: string): readonly MountEntry[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after] = line.split(' - ', 2);
    const [id, parent, device, root, point, own, ...tags] = before.split(' ');
    const [fileSystem, source = '', shared = ''] = after?.split(' ') ?? [];
    if (id === undefined || parent === undefined || device === undefined) return [];
    if (root === undefined || point === undefined || own === undefined) return [];
    if (fileSystem === undefined) return [];
    return [
      {
        id,
        parent,
        device,
        root: unescape(root),
        point: unescape(point),
        options: optionsOf(own),
        shared: tags.some((tag) => tag.startsWith('shared:')),
        slave: tags.some((tag) => tag.startsWith('master:')),
        fileSystem,
        source: unescape(source),
        superOptions: optionsOf(shared),
      },
    ];
  });
}

const optionsOf = (text: string): readonly string[] => {
  const options = text.split(',').filter((option) => option !== '');
  return text.includes('\\') ? options.map(unescape) : options;
};

/** Spaces and the like are written as three octal digits. */
const unescape = (text: string): string =>
  text.includes('\\')
    ? text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 8)),
      )
    : text;

/** Whether nothing can be written through a mount. */
export const isReadOnly = ({ options, superOptions }: MountEntry): boolean =>
  options.includes('ro') || superOptions.includes('ro');

/**
 * The mounts that a path can lead to, by where they are mounted. A mount lies on another, its parent: one at the same place or
 * above it on the same parent covers it, in whatever order the kernel lists them.
 */
export function visibleMounts(entries: readonly MountEntry[]): ReadonlyMap<string, MountEntry> {
  const ids = new Set(entries.map(({ id }) => id));
  const children = groupBy(entries, ({ id, parent }) =>
    id === parent || !ids.has(parent) ? '' : parent,
  );
  const visible = new Map<string, MountEntry>();
  const left = [...(children.get('') ?? [])];
  for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
    visible.set(entry.point, entry);
    const own = children.get(entry.id) ?? [];
    const points = new Set(own.map(({ point }) => point));
    left.push(...own.filter(({ point }) => !foldersAbove(point).some((each) => points.has(each))));
  }
  return new Map(
    entries
      .filter((entry) => visible.get(entry.point) === entry)
      .map((entry) => [entry.point, entry]),
  );
}

/** The folders that a path lies below, itself left out. */
function foldersAbove(path: string): readonly string[] {
  const folders = path === '/' ? [] : ['/'];
  for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
    folders.push(path.slice(0, at));
  }
  return folders;
}

/** Whether a path is another, or lies below it. */
export const isBelow = (path: string, folder: string): boolean =>
  folder === '/' ||
  (path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/'));
