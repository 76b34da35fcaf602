import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where each system keeps its fonts; a folder that is not there is no error. */
export function systemFontFolders(): readonly string[] {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')];
    case 'win32':
      return [
        join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
        join(home, 'AppData\\Local\\Microsoft\\Windows\\Fonts'),
      ];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(home, '.local/share/fonts'),
        join(home, '.fonts'),
      ];
  }
}

/** All font files below some folders, each folder's in alphabetical order. */
export async function listFontFiles(folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true }).catch(() => []);
    const fonts = entries.filter((entry) => /\.(ttf|otf|ttc|otc)$/i.test(entry)).sort();
    files.push(...fonts.map((font) => join(folder, font)));
  }
  return files;
}
