import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { fileOf, type BuildFile } from '../files/made-programs.ts';
import { filesGiven, filesWritten, givesInput } from '../files/saved-files.ts';
import { withPath, type Following } from './following.ts';

/** What of files that were fetched the commands of a script give on. */
export interface Flows {
  readonly follow: (command: ShellCommand) => void;
  /** The file of which a command prints what is in it, or makes something of it. */
  readonly given: (command: ShellCommand) => BuildFile | undefined;
  /** The file that a command reads, through pipes or a redirection. */
  readonly read: (command: ShellCommand) => BuildFile | undefined;
  readonly print: (command: ShellCommand, file: BuildFile) => void;
}

/** Flows of which nothing is known so far. */
export function createFlows({ files, paths }: Following): Flows {
  const printed = new Map<ShellCommand, BuildFile>();
  const first = (words: readonly string[]): BuildFile | undefined => {
    for (const word of words) {
      const path = paths.of(word);
      const file = path === undefined ? undefined : files.unverifiedAt(path);
      if (file) return file;
    }
    return undefined;
  };
  const ofInput = ({ input }: ShellCommand): BuildFile | undefined => {
    if (printed.size === 0) return undefined;
    for (const each of input) {
      const file = printed.get(each);
      if (file) return file;
    }
    return undefined;
  };
  const read = (command: ShellCommand): BuildFile | undefined =>
    ofInput(command) ?? first(command.readsFrom ?? []);
  const given = (command: ShellCommand): BuildFile | undefined =>
    printed.get(command) ??
    first(filesGiven(command)) ??
    (givesInput(command) ? ofInput(command) : undefined);
  return {
    given,
    read,
    print: (command, file) => printed.set(command, file),
    follow(command) {
      const file = given(command);
      if (file === undefined) return;
      printed.set(command, file);
      for (const word of filesWritten(command)) {
        withPath(paths, word, (path) => {
          files.place(path, fileOf(path, file));
        });
      }
    },
  };
}
