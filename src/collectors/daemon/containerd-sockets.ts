import { posix } from 'node:path';
import type { Unread } from '../gathering/unread-gap.ts';
import { containerdForms } from './daemon-settings.ts';
import { readSetting, type DaemonWords } from './read-setting.ts';

/** Where an engine's containerd may listen. */
export interface ContainerdSockets {
  /** Where the engine's settings say that one listens; `undefined` when it was not. */
  readonly named: string | undefined;
  /** Where one listens that the engine starts itself, below its run-time folder; `undefined` when that is not known. */
  readonly own: string | undefined;
  /** Why there may be other places; `undefined` when these are all. */
  readonly unread: Unread | undefined;
}

/**
 * Reads where an engine's containerd may listen out of the engine's settings.
 *
 * @param folder the engine's working directory: relative paths begin there
 */
export function readContainerdSockets(words: DaemonWords, folder: string): ContainerdSockets {
  const { inForce: address } = readSetting(containerdForms.address, words);
  const { inForce: execRoot } = readSetting(containerdForms.execRoot, words);
  const unread = [address, execRoot].flatMap((each) => ('unread' in each ? [each.unread] : []))[0];
  const named = 'value' in address && address.value !== '' ? address.value : undefined;
  return {
    named: named === undefined ? undefined : posix.resolve(folder, named),
    own:
      'value' in execRoot
        ? posix.resolve(folder, execRoot.value, 'containerd/containerd.sock')
        : undefined,
    unread,
  };
}

/** Where one listens that the host starts, and where an engine starts its own, unless set otherwise. */
const usual = [
  '/run/containerd/containerd.sock',
  '/run/docker/containerd/containerd.sock',
] as const;

/**
 * The places to look for an engine's containerd, each once and the surest first: the configured one; its own, where
 * that one is known to listen, as a file may be left from an earlier start; and the usual ones.
 *
 * @param listens whether a process listens at a path, as far as that is known
 */
export function placesOfContainerd(
  { named, own }: Pick<ContainerdSockets, 'named' | 'own'>,
  listens: (path: string) => boolean,
): readonly [string, ...string[]] {
  const ownFirst = own !== undefined && listens(own);
  const places = [named, ...(ownFirst ? [own] : []), ...usual, own];
  const [first = usual[0], ...others] = new Set(places.filter((path) => path !== undefined));
  return [first, ...others];
}
