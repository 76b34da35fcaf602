import { statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds without a change until what changed is handed on: an editor that saves changes a file several times. */
const quiet = 20;

/** Follows what changes in folders; each folder by itself, since a recursive watch of Node.js takes those that git ignores as well. */
export interface FollowedFolders {
  /** Follows these as well. */
  readonly follow: (folders: Iterable<string>) => void;
  /** The files that changed since the last call, absolute; waits for the first. Nothing where the signal ended it. */
  readonly next: () => Promise<ReadonlySet<string>>;
}

/** @param signal ends it */
export function followFolders(signal: AbortSignal): FollowedFolders {
  const watchers = new Map<string, FSWatcher>();
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
    if (watchers.has(folder) || signal.aborted) return;
    try {
      const watcher = watch(folder, (_, name) => {
        const path = name === null ? folder : join(folder, name);
        // What is made in a new folder before that is followed is found when it is read.
        if (isNewFolder(path)) add(path);
        note(path);
      });
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // It is gone, or may not be followed; what it holds is read when something else changes.
    }
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  signal.addEventListener('abort', () => {
    for (const folder of watchers.keys()) drop(folder);
    clearTimeout(timer);
    wake?.();
  });
  return {
    follow: (folders) => {
      for (const folder of folders) add(folder);
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

/** Folders that are never somebody's own work. */
const passedOver = /(?:^|[\\/])(?:\.git|node_modules)$/;

function isNewFolder(path: string): boolean {
  return (
    !passedOver.test(path) && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  );
}
