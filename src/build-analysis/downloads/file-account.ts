import { basename } from '../../syntax/shell/base-name.ts';
import {
  createMadePrograms,
  fileOf,
  isSettled,
  type BuildFile,
  type MadePrograms,
  type Place,
} from '../files/made-programs.ts';
import type { Doubt } from '../fetching/doubt.ts';
import type { FollowBudget } from './follow-budget.ts';
import { createUnpackedFolders, type UnpackedFolders } from './unpacked-folders.ts';

/** What is known of the files of a stage, up to a place in it. */
export interface FileAccount {
  /** By the path that each has. */
  readonly files: Map<string, BuildFile>;
  readonly byName: Map<string, BuildFile[]>;
  readonly archives: UnpackedFolders;
  readonly programs: MadePrograms;
  /** Where a file out of an archive came to a folder of programs, by the path that it has there. */
  readonly placed: Map<string, Place>;
  readonly verifiedNames: Set<string>;
  allVerified: boolean;
  /** The step that it is in, and the line of its instruction. */
  now: number;
  line?: number | undefined;
  /** What of the downloads is not known. */
  readonly doubts: Doubt[];
  /** How many programs have run that may use whatever lies there. */
  programsRun: number;
  readonly budget: FollowBudget;
  readonly set: (path: string, file: BuildFile) => BuildFile;
  /** The file at a path, also where that must have come out of an archive. */
  readonly known: (path: string) => BuildFile | undefined;
  /** The same, or one that nothing is known of. */
  readonly at: (path: string) => BuildFile;
  /** A file out of an archive, by itself. */
  readonly memberOf: (archive: BuildFile, path: string) => BuildFile;
  readonly isVerified: (path: string) => boolean;
}

/** The folder that a path lies in; empty of one at the root, or in the folder that a script begins in. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** The same path where a script begins in the root and is run by it, as it is where nothing says otherwise. */
const atRoot = (path: string): string => {
  if (path.startsWith('/root/')) return path.replace('/root', '~');
  if (path.startsWith('/')) return path.slice(1) || '.';
  return path.startsWith('~/')
    ? path.replace('~', '/root')
    : path.startsWith('$')
      ? path
      : `/${path}`;
};

/** Whether a file was fetched, and nothing reported or verified it. */
export const isOpen = (file: BuildFile | undefined): file is BuildFile =>
  file !== undefined && file.fetched && !isSettled(file);

/** An account in which there is no file so far. */
export function createFileAccount(budget: FollowBudget): FileAccount {
  const files = new Map<string, BuildFile>();
  const byName = new Map<string, BuildFile[]>();
  const archives = createUnpackedFolders(budget.isGuessing);
  const account: FileAccount = {
    ...{ files, byName, archives, budget },
    programs: createMadePrograms(files),
    placed: new Map(),
    verifiedNames: new Set(),
    allVerified: false,
    now: 0,
    programsRun: 0,
    doubts: [],
    set(path, file) {
      if (budget.isSpent()) return file;
      budget.spend(1);
      file.programsBefore ??= account.programsRun;
      files.set(path, file);
      const name = basename(path);
      const alike = byName.get(name);
      if (alike) alike.push(file);
      else byName.set(name, [file]);
      return file;
    },
    known(path) {
      const other = atRoot(path);
      const file = files.get(path) ?? files.get(other);
      if (file) return file;
      const archive = archives.holding(path) ?? archives.naming(other);
      return archive && account.set(path, account.memberOf(archive, path));
    },
    at: (path) =>
      account.known(path) ??
      account.set(path, {
        ...{ path, fetched: false, unpacked: false, verified: isVerifiedName(path) },
      }),
    memberOf: (archive, path) => fileOf(path, archive, true),
    isVerified: (path) => files.get(path)?.verified ?? isVerifiedName(path),
  };
  const isVerifiedName = (path: string): boolean =>
    account.allVerified || account.verifiedNames.has(basename(path));
  return account;
}
