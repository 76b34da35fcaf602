import { isProgramFolder } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { stemOf } from '../files/archive-names.ts';
import type { BuildFile as File, Place as Ran } from '../files/made-programs.ts';
import type { FetchedFiles } from './fetched-files.ts';
import { createFileAccount, folderOf, isOpen } from './file-account.ts';
import { looked, type FollowBudget } from './follow-budget.ts';
import { doubtIn, doubtLeft, doubtRemoved } from './left-files.ts';
import { mountFolder } from './mounted-folders.ts';
import { joined, restBehind } from '../commands/path-patterns.ts';
import { parentOf } from './path-parts.ts';
import { renameFile } from './rename-files.ts';
import { runFiles } from './run-fetched-files.ts';
import { moveOn, settlingOf } from './settle-folder.ts';
import { takePrograms } from './taken-programs.ts';
import { verifyNames } from './verify-names.ts';

/**
 * An account in which nothing was fetched so far.
 *
 * @param listed the folders where programs are looked for besides those of a system
 * @param lead where a path leads to by way of links
 * @param budget how much may be followed; nothing more happens where it is spent
 */
export function createFetchedFiles(
  listed: () => readonly string[],
  lead: (path: string) => string,
  budget: FollowBudget,
): FetchedFiles {
  const account = createFileAccount(budget);
  const { archives, files, known, memberOf, placed, programs, set } = account;
  const unverified: Ran[] = [];
  const others = new Map<string, Ran>();
  const running = runFiles(account, unverified, others, { listed, lead });
  const fresh = (path: string) => ({
    ...{ path, fetched: true, verified: account.allVerified },
    ...{ line: account.line, programsBefore: account.programsRun },
  });
  const placeMember = (path: string, file: File, at: Ran): void => {
    set(path, file);
    if (file.ofArchive === true && isProgramFolder(folderOf(path))) placed.set(path, at);
  };

  return {
    unverified,
    others,
    held: {
      ...{ files, folders: archives.entries },
      ...{ holding: archives.holding, cloned: archives.cloned },
    },
    fetch(path, order = -1, origin?: number) {
      set(path, {
        ...{ path, fetched: true, verified: false, unpacked: false, step: account.now, order },
        line: account.line,
        ...(origin === undefined ? {} : { origin }),
      });
    },
    place(path, file, at) {
      if (at) placeMember(path, file, at);
      else set(path, file);
    },
    placeUnpacked: (folder, one, isHere = false) => archives.add(folder, one, !isHere),
    name: (from, to, how) => renameFile(account, from, to, how),
    remove(path) {
      doubtRemoved(account, path);
      const file = files.get(path);
      if (file && files.get(`${path}/${basename(file.path)}`) === file) {
        files.delete(`${path}/${basename(file.path)}`);
      }
      files.delete(path);
      archives.remove(path);
    },
    cover: archives.cover,
    mix: archives.mix,
    hasFolders: archives.any,
    hadFolders: archives.wereAny,
    doubts: account.doubts,
    doubt: (about, what) => doubtIn(account, about, what),
    mount: (folder) => mountFolder(account, folder),
    expose() {
      account.programsRun += 1;
    },
    end: (isImage) => doubtLeft(account, isImage),
    begin(step, line) {
      account.now = step;
      account.line = line;
      archives.begin(step);
    },
    write(path) {
      if (files.has(path)) return;
      set(path, { path, fetched: false, verified: account.allVerified, unpacked: false });
    },
    unpack(archive, { folder, alone, members, at }) {
      const file =
        'file' in archive
          ? archive.file
          : 'path' in archive
            ? known(archive.path)
            : { ...fresh(folder), unpacked: true };
      if (!isOpen(file)) return;
      file.unpacked = true;
      if (members === undefined) {
        const stem = stemOf('fetched' in archive ? archive.fetched : file.path);
        archives.add(folder, { file, stem, alone, at });
        return;
      }
      for (const each of members) {
        const path = joined(folder, `/${each}`);
        placeMember(path, memberOf(file, path), at);
        archives.add(path, { file, stem: '', alone: true });
      }
    },
    clone(path, origin) {
      const file = {
        ...{ ...fresh(path), unpacked: true },
        ...(origin === undefined ? {} : { origin }),
      };
      archives.add(parentOf(path), { file, stem: basename(path), alone: false, cloned: true });
    },
    settling(path) {
      const file = archives.cloned(path);
      return file && settlingOf(file);
    },
    unsettle(path) {
      const file = archives.cloned(path);
      if (file) moveOn(file);
    },
    takeOut(path) {
      if (!files.has(path)) known(path);
    },
    verify: (what, isPassing = false) => verifyNames(account, what, isPassing),
    unverifiedAt(path) {
      const file = known(path);
      return isOpen(file) ? file : undefined;
    },
    unverifiedBelow(folder, isGuessed = true) {
      budget.spend(files.size * looked);
      const isBelow = (path: string): boolean =>
        folder === '.' ? !/^[/~$]/.test(path) : restBehind(path, folder) !== undefined;
      for (const [path, file] of files) if (isBelow(path) && isOpen(file)) return file;
      for (const [place, all] of archives.entries()) {
        const found = isBelow(place) ? all.find(({ file }) => isOpen(file)) : undefined;
        if (found) return found.file;
      }
      const archive = isGuessed ? archives.holding(folder) : undefined;
      return isOpen(archive) ? archive : undefined;
    },
    ...running,
    allow(allowed, place) {
      const { path, deep } = allowed;
      const alone = deep || path.includes('*') ? files.get(path) : account.at(path);
      programs.allow(allowed, alone, place);
    },
    forbid(path) {
      const file = files.get(path);
      if (file) programs.forbid(file);
    },
    takePrograms: () => takePrograms(account),
    isVerified: account.isVerified,
    isFetched: (path) => files.get(path)?.fetched === true,
    hasUnverified() {
      budget.spend(looked);
      for (const file of files.values()) if (isOpen(file)) return true;
      for (const [, all] of archives.entries()) {
        if (all.some(({ file }) => isOpen(file))) return true;
      }
      return false;
    },
  };
}
