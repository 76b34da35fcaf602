import { text } from '../../index.ts';
import { rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { releaseSchema, parseJsonText, type Release } from '../../evidence.ts';
import { PlimsollError } from '../../core/errors.ts';
import { readAs } from '../input/read-as.ts';
import { readDocument } from '../input/read-file.ts';
import { writeOutput } from '../output/files.ts';
import { folders, type Pages } from './layout.ts';
import { readRegular } from '../../files/regular-file.ts';

/**
 * Reads the `catalog.json` of a site that was made before.
 *
 * @throws PlimsollError `file-unreadable` for any other file, and what reading a file throws
 */
export const readRelease = (path: string): Promise<Release> =>
  readAs(path, 'release', () => parseRelease(path));

async function parseRelease(path: string): Promise<Release> {
  const parsed = releaseSchema.safeParse(await readDocument(path, 'snapshot.json'));
  if (parsed.success) return parsed.data;
  throw new PlimsollError(
    'file-unreadable',
    text(
      `${path} is not a catalog.json that plimsoll docs wrote.`,
      `${path} 不是 plimsoll docs 写出的 catalog.json。`,
    ),
    {
      hint: text(
        'Each run of plimsoll docs writes one; keep that of every release.',
        '每次运行 plimsoll docs 都会写出一份；请保留每个版本的那份。',
      ),
    },
  );
}

/**
 * Writes the pages of a site, and takes away those that the run before wrote of controls that are gone; whatever else
 * is in the folder is left alone. Answers with the pages that were taken away.
 *
 * @throws PlimsollError `file-denied`, and `option-invalid` where an id cannot be the name of a file
 */
export async function writeSite(folder: string, pages: Pages): Promise<readonly string[]> {
  for (const path of pages.keys()) {
    if (/^[\w.@/-]+$/.test(path) && !path.split('/').includes('..')) continue;
    throw new PlimsollError(
      'option-invalid',
      text(
        `No page can be called ${JSON.stringify(path)}.`,
        `页面不能命名为 ${JSON.stringify(path)}。`,
      ),
      {
        hint: text(
          'Give the framework an id of letters, digits, dots and hyphens.',
          '框架的 id 请用字母、数字、点和连字符。',
        ),
      },
    );
  }
  await keepOthers(folder, pages);
  const gone = (await pagesBefore(folder)).filter((path) => !pages.has(path));
  for (const [path, content] of pages) await writeOutput(join(folder, ...path.split('/')), content);
  await Promise.all(gone.map((path) => rm(join(folder, ...path.split('/')), { force: true })));
  return gone.map((path) => path.split('/').join(sep));
}

/** Refuses a folder of something else in which a page would take the place of a file, as the README of a project. */
async function keepOthers(folder: string, pages: Pages): Promise<void> {
  const isThere = (path: string): Promise<boolean> =>
    stat(join(folder, ...path.split('/'))).then(
      (found) => found.isFile(),
      () => false,
    );
  if (await isThere('catalog.json')) return;
  for (const path of pages.keys()) {
    if (!(await isThere(path))) continue;
    throw new PlimsollError(
      'option-invalid',
      text(
        `${join(folder, path)} exists, and is not a page that plimsoll docs wrote.`,
        `${join(folder, path)} 已存在，且不是 plimsoll docs 写出的页面。`,
      ),
      {
        hint: text(
          'Name a separate folder for the pages: plimsoll docs -o site',
          '请为页面指明单独的文件夹：plimsoll docs -o site',
        ),
      },
    );
  }
}

/** The pages of the controls that the last run wrote into a folder; none where there was none. */
async function pagesBefore(folder: string): Promise<readonly string[]> {
  const json = await readRegular(join(folder, 'catalog.json')).then(String, () => undefined);
  if (json === undefined) return [];
  let value: unknown;
  try {
    value = parseJsonText(json);
  } catch {
    // It is no file of ours, and nothing beside it is either.
    return [];
  }
  const parsed = releaseSchema.safeParse(value);
  if (!parsed.success) return [];
  const ids = parsed.data.controls.map(({ id }) => id).filter((id) => /^[\w.-]+$/.test(id));
  return Object.values(folders).flatMap((at) => ids.map((id) => `${at}controls/${id}.md`));
}
