import { basename } from '../../syntax/shell/base-name.ts';
import type { FileAccount } from './file-account.ts';
import type { Verified } from './verified-files.ts';

/** Takes back that files were verified, but those that the step fetched from a place of its script on. */
export type Undo = (keptFrom: number) => void;

/**
 * Files are verified by their names, or all that there are where the names are not known.
 *
 * @param isPassing whether it may have to be taken back
 */
export function verifyNames(
  account: FileAccount,
  { names, open }: Verified,
  isPassing: boolean,
): Undo | undefined {
  const { archives, byName, files, placed, programs, verifiedNames } = account;
  const undo = isPassing ? undoOf(account, names, open) : undefined;
  let isKnown = false;
  for (const name of names) {
    for (const file of byName.get(name) ?? []) {
      file.verified = true;
      isKnown ||= file.fetched;
    }
    byName.delete(name);
    verifiedNames.add(name);
  }
  if (!open || isKnown) return undo;
  account.allVerified = true;
  files.clear();
  byName.clear();
  archives.clear();
  programs.clear();
  placed.clear();
  return undo;
}

/** How to take back what is about to be verified: a file is there again as it was fetched. */
function undoOf(account: FileAccount, names: readonly string[], open: boolean): Undo {
  const { archives, files, programs, set, verifiedNames } = account;
  const named = new Set(names);
  const made = programs.left();
  const before = [...files].filter(
    ([path, { verified }]) => !verified && (open || named.has(basename(path))),
  );
  const restore = archives.keep();
  const wasAll = account.allVerified;
  const newNames = names.filter((name) => !verifiedNames.has(name));
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
