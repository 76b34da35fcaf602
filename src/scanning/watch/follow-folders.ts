import { statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds without a change until what changed is handed on: an editor that saves changes a file several times. */
const quiet = 20;

/** Follows what changes in folders; each folder by itself, since a recursive watch of Node.js takes those that git ignores as well. */
export interface FollowedFolders {
  /** Follows these and no others; what is followed newly, but at first, counts as changed, since it may have changed before. */
  readonly follow: (folders: ReadonlySet<string>) => void;
  /** The files that changed since the last call, absolute; waits for the first. Nothing where the signal ended it. */
  readonly next: () => Promise<ReadonlySet<string>>;
}

/**
 * @param signal ends it
 * @param isRead whether a change of a path matters
 */
export function followFolders(
  signal: AbortSignal,
  isRead: (path: string) => boolean,
): FollowedFolders {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly identity: string }>();
  let isFirst = true;
  let changed = new Set<string>();
  let wake: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const state = { isQuiet: true };
  const note = (path: string): void => {
    changed.add(path);
    state.isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.isQuiet = true;
      wake?.();
    }, quiet);
  };
  const add = (folder: string): void => {
    const identity = identityOf(folder);
    if (watchers.get(folder)?.identity === identity || signal.aborted) return;
    drop(folder);
    if (identity === undefined) return;
    try {
      const watcher = watch(folder, (_, name) => {
        const path = name === null ? folder : join(folder, name);
        // A folder that is moved or removed itself is named in itself.
        const isItself = identityOf(folder) !== identity;
        if (isItself) note(folder);
        else if (isRead(path)) note(path);
      });
      watcher.on('error', () => drop(folder));
      watchers.set(folder, { watcher, identity });
      if (!isFirst) note(folder);
    } catch {
      // It is gone, or may not be followed; what it holds is read when something else changes.
    }
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  signal.addEventListener('abort', () => {
    for (const folder of watchers.keys()) drop(folder);
    clearTimeout(timer);
    wake?.();
  });
  return {
    follow: (folders) => {
      for (const folder of watchers.keys()) if (!folders.has(folder)) drop(folder);
      for (const folder of folders) add(folder);
      isFirst = false;
    },
    next: async () => {
      while ((changed.size === 0 || !state.isQuiet) && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const found = signal.aborted ? new Set<string>() : changed;
      changed = new Set();
      return found;
    },
  };
}

/** What tells a folder from another of the same name; nothing where there is none. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
