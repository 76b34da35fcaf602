import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { takeApart } from '../commands/split-options.ts';
import { withoutModule } from '../commands/python-module.ts';
import { expandedOnWindows } from '../commands/windows-files.ts';
import { stemOf } from './archive-names.ts';
import { unpackers, type Unpacking } from './unpackers.ts';

/** What a command unpacks; `undefined` where it unpacks nothing. */
export function unpackedBy({ words: all }: ShellCommand): Unpacking | undefined {
  const [program = '', ...words] = withoutModule(withoutLaunchers(all));
  const unpacker = unpackers.get(basename(program));
  if (unpacker !== undefined) {
    return unpacker.reads(takeApart(unpacker, unpacker.spell?.(words) ?? words));
  }
  const expanded = expandedOnWindows(all);
  if (expanded === undefined) return undefined;
  const { archive, folder = stemOf(archive) } = expanded;
  return { archive, folder, alone: true };
}
