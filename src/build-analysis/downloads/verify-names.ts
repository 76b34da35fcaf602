import type { BuildFile } from '../files/made-programs.ts';
import { isOpen, type FileAccount } from './file-account.ts';
import { doubtIn } from './left-files.ts';

/** Takes back that files were verified, but those that the step fetched from a place of its script on. */
export type Undo = (keptFrom: number) => void;

/** What a command verifies, by the files of an account. */
export interface VerifiedFiles {
  /** Each by its name, and by its path where that is known. */
  readonly named: readonly { readonly name: string; readonly path: string | undefined }[];
  /** Whether it may be any file. */
  readonly open: boolean;
  /** Whether it is not known that this verifies them. */
  readonly unsure: boolean;
  /** The program that does. */
  readonly by: string;
}

/** What is verified of an account. */
interface Found {
  readonly files: ReadonlySet<BuildFile>;
  /** Names by which files were found, and no path. */
  readonly names: readonly string[];
  /** Whether one of them is another file of the name, as far as its path says. */
  readonly isByName: boolean;
}

/**
 * Files are verified by their paths, by their names where nothing is known of the path, or all that there are where the names
 * are not known.
 *
 * @param isPassing whether it may have to be taken back
 */
export function verifyNames(
  account: FileAccount,
  what: VerifiedFiles,
  isPassing: boolean,
): Undo | undefined {
  const { archives, byName, files, placed, programs, verifiedNames } = account;
  const found = findNamed(account, what);
  const isKnown = [...found.files].some(({ fetched }) => fetched);
  const isAll = what.open && !isKnown;
  const isGuess = what.unsure || found.isByName || (isAll && what.named.length > 0);
  const settles = isAll ? [...files.values()].some(isOpen) : [...found.files].some(isOpen);
  if (isGuess && settles) doubtIn(account, 'checked', what.by);
  const undo = isPassing ? undoOf(account, found, isAll) : undefined;
  for (const file of found.files) file.verified = true;
  for (const name of found.names) {
    byName.delete(name);
    verifiedNames.add(name);
  }
  if (!isAll) return undo;
  account.allVerified = true;
  files.clear();
  byName.clear();
  archives.clear();
  programs.clear();
  placed.clear();
  return undo;
}

function findNamed({ byName, files }: FileAccount, { named }: VerifiedFiles): Found {
  const found = new Set<BuildFile>();
  const names: string[] = [];
  let isByName = false;
  const exact = new Set<string>();
  for (const { name, path } of named) {
    const file = path === undefined ? undefined : files.get(path);
    if (file?.fetched !== true) continue;
    found.add(file);
    exact.add(name);
  }
  for (const { name } of named) {
    if (exact.has(name)) continue;
    names.push(name);
    for (const file of byName.get(name) ?? []) {
      isByName ||= isOpen(file);
      found.add(file);
    }
  }
  return { files: found, names, isByName };
}

/** How to take back what is about to be verified: a file is there again as it was fetched. */
function undoOf(account: FileAccount, found: Found, isAll: boolean): Undo {
  const { archives, files, programs, set, verifiedNames } = account;
  const made = programs.left();
  const before = [...files].filter(
    ([, file]) => !file.verified && (isAll || found.files.has(file)),
  );
  const restore = archives.keep();
  const wasAll = account.allVerified;
  const newNames = found.names.filter((name) => !verifiedNames.has(name));
  const left = new Map(before);
  return (keptFrom) => {
    account.allVerified = wasAll;
    for (const name of newNames) verifiedNames.delete(name);
    restore();
    for (const [path, file] of left) {
      if (file.step === account.now && (file.order ?? -1) >= keptFrom) continue;
      left.delete(path);
      const again = set(path, { ...file, verified: false });
      const place = made.get(file);
      if (place) programs.allow({ path, deep: false }, again, place);
    }
  };
}
