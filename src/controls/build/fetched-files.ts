import { basename } from '../base-name.ts';
import type { Verified } from './verified-files.ts';

/** One file, whatever names it has had. */
interface File {
  /** The first of them. */
  readonly path: string;
  readonly fetched: boolean;
  verified: boolean;
}

/** Where a file was run. */
export interface Ran {
  /** The place of the step among those of its stage. */
  readonly step: number;
  /** The word that names the file. */
  readonly word: string;
}

/** Keeps account of the files that a stage fetches: which of them were verified before they were run. */
export interface FetchedFiles {
  readonly fetch: (path: string) => void;
  /** A file has another name, or a copy; what it is moved to may be a folder. */
  readonly name: (from: string, to: string, keeps: boolean) => void;
  readonly remove: (path: string) => void;
  readonly verify: (what: Verified) => void;
  /** @param path `undefined` of a program that is named without one */
  readonly run: (path: string | undefined, at: Ran) => void;
  /** Where each file was first run that was fetched and not verified. */
  readonly unverified: readonly Ran[];
  /** Where each other file was first run, by path, before anything verified it. */
  readonly others: ReadonlyMap<string, Ran>;
}

/** Where programs are looked for that are named without a path. */
export const searched = [
  ...['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'],
] as const;

/** An account in which nothing was fetched so far. */
export function createFetchedFiles(): FetchedFiles {
  const files = new Map<string, File>();
  const byName = new Map<string, File[]>();
  const verifiedNames = new Set<string>();
  let allVerified = false;
  const unverified: Ran[] = [];
  const others = new Map<string, Ran>();

  const set = (path: string, file: File): File => {
    files.set(path, file);
    const name = basename(path);
    const alike = byName.get(name);
    if (alike) alike.push(file);
    else byName.set(name, [file]);
    return file;
  };
  const at = (path: string): File =>
    files.get(path) ??
    set(path, {
      path,
      fetched: false,
      verified: allVerified || verifiedNames.has(basename(path)),
    });
  const runFile = (file: File, ran: Ran): void => {
    if (file.verified) return;
    if (file.fetched) unverified.push(ran);
    else others.set(file.path, ran);
    // Once is enough to be told of it.
    file.verified = true;
  };

  return {
    unverified,
    others,
    fetch(path) {
      set(path, { path, fetched: true, verified: false });
    },
    name(from, to, keeps) {
      const file = at(from);
      if (!keeps) files.delete(from);
      set(to, file);
      set(`${to}/${basename(from)}`, file);
    },
    remove: (path) => files.delete(path),
    verify({ names, open }) {
      let known = false;
      for (const name of names) {
        for (const file of byName.get(name) ?? []) {
          file.verified = true;
          known ||= file.fetched;
        }
        byName.delete(name);
        verifiedNames.add(name);
      }
      if (!open || known) return;
      allVerified = true;
      files.clear();
      byName.clear();
    },
    run(path, ran) {
      if (path !== undefined) return runFile(at(path), ran);
      const { word } = ran;
      for (const folder of searched) {
        const file = files.get(`${folder}/${word}`);
        if (file) return runFile(file, ran);
      }
      if (!allVerified && !verifiedNames.has(word) && !others.has(word)) others.set(word, ran);
    },
  };
}
