import { isSystemFolder } from '../../knowledge/known-folders.ts';
import {
  isSettled,
  settleFile,
  type BuildFile as File,
  type Place as Ran,
} from '../files/made-programs.ts';
import type { FetchedFiles } from './fetched-files.ts';
import { isOpen, type FileAccount } from './file-account.ts';
import { restBehind } from '../commands/path-patterns.ts';
import { reportedAt } from './taken-programs.ts';

/** Where programs are looked for that are named without a path. */
export const searched = [
  ...['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'],
] as const;

/** Where paths and programs lead. */
interface Places {
  readonly listed: () => readonly string[];
  readonly lead: (path: string) => string;
}

/**
 * Notes what is run of the files of an account.
 *
 * @param unverified where each file was first run that was fetched
 * @param others the same of every other file, by path
 */
export function runFiles(
  account: FileAccount,
  unverified: Ran[],
  others: Map<string, Ran>,
  { listed, lead }: Places,
): Pick<FetchedFiles, 'runFile' | 'run' | 'runBelow'> {
  const { archives, files, known, verifiedNames } = account;
  const runFile = (file: File, ran: Ran): void => {
    if (isSettled(file)) return;
    if (file.fetched) unverified.push(reportedAt(file, ran));
    else others.set(file.path, ran);
    settleFile(file);
  };
  return {
    runFile,
    run(path, ran, isGuessed = false) {
      if (path?.includes('*') === true) {
        for (const [at, file] of files) {
          if (isOpen(file) && restBehind(at, path) === '') runFile(file, ran);
        }
      }
      if (path !== undefined) {
        const file = isGuessed ? known(path) : account.at(path);
        if (file) runFile(file, ran);
        return;
      }
      const { word } = ran;
      for (const folder of [...listed(), ...searched]) {
        const isOwn = !isSystemFolder(folder);
        const place = `${folder}/${word}`;
        const led = lead(place);
        const file =
          (led === place ? files.get(place) : known(led)) ?? archives.bringing(folder, word, isOwn);
        if (file) return runFile(file, ran);
      }
      if (!account.allVerified && !verifiedNames.has(word) && !others.has(word)) {
        others.set(word, ran);
      }
    },
    runBelow(folder, ran) {
      for (const [path, file] of files) {
        if (isOpen(file) && restBehind(path, folder) !== undefined) runFile(file, ran);
      }
      for (const [place, all] of archives.entries()) {
        if (restBehind(place, folder) !== undefined) for (const { file } of all) runFile(file, ran);
      }
    },
  };
}
