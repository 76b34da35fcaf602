import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { text } from '../../../core/text.ts';

/** Where each system keeps its fonts; a folder that is not there is no error. */
export function systemFontFolders(): readonly string[] {
  const home = homedir();
  if (process.platform === 'darwin') {
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')];
  }
  if (process.platform === 'win32') {
    return [
      join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      join(home, 'AppData\\Local\\Microsoft\\Windows\\Fonts'),
    ];
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local/share/fonts'),
    join(home, '.fonts'),
  ];
}

/**
 * All font files below a folder, in alphabetical order. A folder of the system's that is not there holds
 * none; one that the user named has to be there.
 *
 * @throws PlimsollError `file-not-found` when a named folder cannot be read
 */
export async function listFontFiles(folder: string, named: boolean): Promise<readonly string[]> {
  let entries: readonly string[];
  try {
    entries = await readdir(folder, { recursive: true });
  } catch (cause) {
    if (!named) return [];
    throw new PlimsollError(
      'file-not-found',
      text(`The font folder ${folder} cannot be read.`, `无法读取字体文件夹 ${folder}。`),
      {
        hint: text(
          'Name a folder that holds .ttf, .otf or .ttc files.',
          '请指明含 .ttf、.otf 或 .ttc 文件的文件夹。',
        ),
        cause,
      },
    );
  }
  return entries
    .filter((entry) => /\.(ttf|otf|ttc|otc)$/i.test(entry))
    .toSorted()
    .map((font) => join(folder, font));
}
