import { checksFiles, readsThatSetting } from '../../knowledge/commands/unchecked-installers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { runsOnFound } from '../files/found-files.ts';
import { uncheckedInstalls } from '../packages/unchecked-installs.ts';
import { withPath, type Following } from './following.ts';

/** Setting of dnf and yum, by which they check what they are given. */
const setting = 'localpkg_gpgcheck';

/** Follows what a command has a package manager install that the manager does not check. */
export function followInstalls(command: ShellCommand, following: Following): void {
  const { words, bodies } = command;
  for (const run of [words, ...runsOnFound(command, { deep: true })]) followInstall(run, following);
  if ([words.join(' '), ...bodies].some((text) => checksFiles.test(text))) {
    following.checking.add(setting);
  }
}

function followInstall(run: readonly string[], following: Following): void {
  const { checking, files, paths, step } = following;
  const installs = uncheckedInstalls(run, paths.spell);
  if (installs === undefined) return;
  const { program, remote, takesFilesAlone, folders, unknown } = installs;
  if (readsThatSetting.test(program) && checking.has(setting)) return;
  for (const word of remote) {
    const fetched = { path: word, fetched: true, verified: false, unpacked: false };
    files.runFile(fetched, { step, word });
  }
  if (unknown.length > 0) files.doubt('fetched', program);
  for (const word of folders) {
    withPath(paths, word, (path) => files.runBelow(path, { step, word }));
  }
  for (const word of installs.files) {
    const path = paths.like(word);
    if (path !== undefined) files.run(path, { step, word }, true);
    else if (takesFilesAlone && !unknown.includes(word) && files.hasUnverified()) {
      files.doubt('run', `${program} ${word}`);
    }
  }
}
