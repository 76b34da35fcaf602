import { stat } from 'node:fs/promises';
import systemPath, { join, type PlatformPath } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../index.ts';

/** Where reports go when nobody says. */
const usualFolder = 'plimsoll-report';

/** A format that goes to stdout where it is asked for alone, without a place. */
const printed: ReadonlySet<string> = new Set(['json', 'lines']);

/** Whether reports in these formats are printed, as nobody named a place for them. */
export const isPrinted = (formats: readonly string[], out: string | undefined): boolean =>
  out === '-' ||
  (out === undefined && formats.length === 1 && formats.every((id) => printed.has(id)));

/**
 * Finds where a report goes: one alone into the file that is named, be it `-` for stdout; else each into a folder, by its
 * own name. A place names a file where its ending is the report's, no separator follows it, and no folder of that name is
 * there.
 *
 * @param name the report's own name, with its ending
 * @param count how many are written
 * @throws PlimsollError `option-invalid` for a file that several would be written to
 */
export async function placeOf(
  name: string,
  count: number,
  out: string = usualFolder,
): Promise<string> {
  const isFile = out === '-' || (isFileName(out, name) && !(await isFolder(out)));
  if (!isFile) return join(out, name);
  if (count === 1) return out;
  throw new PlimsollError(
    'option-invalid',
    text(
      `${out === '-' ? 'Standard output' : out} takes one report, and ${count} are asked for.`,
      `${out === '-' ? '标准输出' : out} 只接收一份报告，而请求了 ${count} 份。`,
    ),
    {
      hint: text(
        'Name a folder, or ask for one format, one language and one framework.',
        '请指明文件夹，或只请求一种格式、一种语言和一个框架。',
      ),
    },
  );
}

/** Whether a place has the name of a file for a report of that name; on Windows either separator ends one of a folder. */
export const isFileName = (
  out: string,
  name: string,
  rules: Pick<PlatformPath, 'extname' | 'sep'> = systemPath,
): boolean =>
  rules.extname(out) === rules.extname(name) &&
  !out.endsWith('/') &&
  !(rules.sep === '\\' && out.endsWith(rules.sep));

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true;
