import { findPrivateKeys, type FoundSecret } from '../../syntax/secrets/private-keys.ts';

const mark = Buffer.from('PRIVATE KEY');

/** Bytes before the mark that belong to it: the longest first line of a key. */
const before = 64;
/** Bytes behind the mark in which the key ends, and how many are looked into at once. */
const behind = 48 << 10;
const atOnce = 256 << 10;
const portion = 64 << 10;

/** Looks for private keys in a file of any length; only what may hold one is kept, and not for long. */
export interface KeySeeker {
  readonly push: (chunk: Buffer) => void;
  /** What was found, once all was pushed. */
  readonly finish: () => { readonly bytes: number; readonly keys: readonly FoundSecret[] };
}

function newlines(of: Buffer): number {
  let count = 0;
  for (let at = of.indexOf(10); at >= 0; at = of.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Makes a seeker; what is pushed may change afterwards. */
export function seekKeys(): KeySeeker {
  const keys = new Map<string, FoundSecret>();
  let held = Buffer.alloc(0);
  /** Pieces that wait until they are worth a look: there may be any number of small ones. */
  let waiting: Buffer[] = [];
  let waits = 0;
  const take = (): void => {
    held = Buffer.concat([held, ...waiting]);
    waiting = [];
    waits = 0;
  };
  /** How many lines end before what is held. */
  let lines = 0;
  let bytes = 0;
  const drop = (length: number): void => {
    lines += newlines(held.subarray(0, length));
    held = Buffer.from(held.subarray(length));
  };
  const look = (ended: boolean): void => {
    if (!held.includes(mark)) return drop(Math.max(0, held.length - before));
    if (!ended && held.length < atOnce) return;
    for (const key of findPrivateKeys(held)) {
      const line = lines + key.line;
      keys.set(`${line} ${key.value}`, { ...key, line });
    }
    // One that begins further on may not have ended yet.
    drop(Math.max(0, held.length - behind));
  };
  return {
    push(chunk) {
      bytes += chunk.length;
      waiting.push(Buffer.from(chunk));
      waits += chunk.length;
      if (waits < portion) return;
      take();
      look(false);
    },
    finish() {
      take();
      look(true);
      return { bytes, keys: [...keys.values()] };
    },
  };
}
