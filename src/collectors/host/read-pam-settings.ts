import { posix } from 'node:path';
import { text } from '../../core/text.ts';
import {
  parsePamSettings,
  settingsAmong,
  type PamSetting,
} from '../../syntax/pam/parse-pam-settings.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Unread } from '../gathering/unread-gap.ts';
import type { PlacedModule } from './read-pam-services.ts';

/** A setting, and the file that it stands in. */
export interface PlacedSetting extends PamSetting {
  readonly file: string;
}

/**
 * Settings of a module, those that count most last: its files, then the words of its own line.
 *
 * @param usual the file that it reads unless its line names another; absent of a module that reads none
 */
export async function settingsOf(
  root: string,
  { words, file, line }: PlacedModule,
  usual: string | undefined,
): Promise<readonly PlacedSetting[] | Unread> {
  const own = settingsAmong(words, line).map((setting) => ({ ...setting, file }));
  if (usual === undefined) return own;
  const named = own.findLast(({ name }) => name === 'conf')?.value;
  const main = await readSettings(root, named ?? usual);
  if ('reason' in main) return main;
  const beside = named === undefined ? await readBeside(root, `${usual}.d`) : [];
  if ('reason' in beside) return beside;
  // Releases differ in which of the two goes first, which matters only where both say something.
  const both = main.find(({ name, value }) =>
    beside.some((each) => each.name === name && each.value !== value),
  );
  return both ? notUnderstood(both) : [...main, ...beside, ...own];
}

async function readSettings(
  root: string,
  path: string,
): Promise<readonly PlacedSetting[] | Unread> {
  try {
    return parsePamSettings(await readText(root, path)).map((each) => ({ ...each, file: path }));
  } catch (error) {
    return absent(error) ? [] : unreadFile(path, error);
  }
}

async function readBeside(
  root: string,
  folder: string,
): Promise<readonly PlacedSetting[] | Unread> {
  const all: PlacedSetting[] = [];
  try {
    for (const { name } of await listFolder(root, folder)) {
      if (!name.endsWith('.conf')) continue;
      const settings = await readSettings(root, posix.join(folder, name));
      if ('reason' in settings) return settings;
      all.push(...settings);
    }
  } catch (error) {
    return unreadFile(folder, error);
  }
  return all;
}

/** The number that was set last under a name, or else the module's own. */
export function numberOf(
  settings: readonly PlacedSetting[],
  name: string,
  own: number,
  words: Readonly<Record<string, number>> = {},
): number | Unread {
  const found = settings.findLast((each) => each.name === name);
  if (found === undefined) return own;
  if (Object.hasOwn(words, found.value)) return words[found.value] ?? own;
  return /^-?\d{1,9}$/.test(found.value) ? Number(found.value) : notUnderstood(found);
}

const notUnderstood = ({ file: path, line }: PlacedSetting): Unread =>
  unread(
    'not-understood',
    text(
      'This setting of PAM has a value that is no number, or that another file contradicts.',
      'PAM 的此项设置取值不是数字，或与另一文件矛盾。',
    ),
    { kind: 'file', path, line },
  );
