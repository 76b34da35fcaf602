import { access, constants, lstat, mkdtemp, open, rmdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, resolve as absolute, sep } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { readHead } from '../input/read-file.ts';
import { recogniseFile } from '../input/recognise-file.ts';
import { codeOf, fileError } from '../terminal/file-error.ts';
import { text } from '../../index.ts';

/**
 * Refuses a place that cannot be written to, or that must not be, before what is to be written there is made. A
 * folder takes an empty one for a moment, since rights alone do not say it: of /proc root has them all.
 *
 * @param path where it is to be written; `-` is standard output
 * @param inputs files that this run reads, which must not be lost to what it writes
 * @throws PlimsollError `file-denied`, `file-unreadable`, and what {@link keepEvidence} throws
 */
export async function checkOutput(
  path: string | undefined,
  inputs: readonly string[] = [],
): Promise<void> {
  if (path === undefined || path === '-') return;
  await refuseLinks(path, 'folder');
  const there = await stat(path).catch(() => undefined);
  for (const input of there ? inputs : []) {
    const read = await stat(input).catch(() => undefined);
    if (read === undefined || read.ino !== there?.ino || read.dev !== there.dev) continue;
    throw new PlimsollError(
      'option-invalid',
      text(
        `${path} is read by this run, and would be overwritten.`,
        `本次运行要读取 ${path}，它会被覆盖。`,
      ),
      {
        hint: text('Name another file to write to.', '请指明另一个文件来写入。'),
      },
    );
  }
  await keepEvidence(path);
  try {
    await tryWriting(await nearest(absolute(path)));
  } catch (cause) {
    throw fileError(path, 'write', cause);
  }
}

/**
 * Refuses to put anything in the place of a bundle or a ledger: neither can be made again.
 *
 * @throws PlimsollError `option-invalid`
 */
export async function keepEvidence(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  // Another kind of file is not opened: a pipe would wait for ever.
  if (there?.isFile() !== true) return;
  const head = await readHead(path).catch(() => undefined);
  const found = head && recogniseFile(head);
  if (found !== 'bundle' && found !== 'ledger') return;
  const kind = found === 'bundle' ? text('bundle', '证据包') : text('ledger', '账本');
  throw new PlimsollError(
    'option-invalid',
    text(
      `${path} is a ${kind.en} already, and evidence is never overwritten.`,
      `${path} 已是${kind.zh}，证据不会被覆盖。`,
    ),
    {
      hint: text(
        'Name another file, or move that one away first.',
        '请指明另一个文件，或先移走该文件。',
      ),
    },
  );
}

/**
 * Refuses to write through a symbolic link that whoever wrote the working folder may have put there: one on the way of a
 * relative path, and a file that is one. Of an absolute path the folders are the person's own who named it.
 *
 * @param as what the path may be; the link of a folder that is named absolutely is followed
 * @throws PlimsollError `option-invalid`
 */
export async function refuseLinks(path: string, as: 'file' | 'folder' = 'file'): Promise<void> {
  for (const place of placesOnTheWay(path)) {
    const there = await lstat(place).catch(() => undefined);
    if (there?.isSymbolicLink() !== true) continue;
    const target = await stat(place).catch(() => undefined);
    if (isAbsolute(path) && as === 'folder' && target?.isDirectory() === true) continue;
    // What is no file takes what is written and keeps nothing, as the standard output by its name in /dev.
    if (isAbsolute(path) && /^\/(?:dev|proc)\//.test(path)) continue;
    throw new PlimsollError(
      'option-invalid',
      text(
        `${place} is a symbolic link, and nothing is written through one: it may lead anywhere.`,
        `${place} 是符号链接，可能指向任何位置，因此不会经由它写入。`,
      ),
      {
        hint: text(
          'Remove it, or name the place that it leads to.',
          '请移除该链接，或直接指明其指向的位置。',
        ),
      },
    );
  }
}

/** The paths that stand for the parts of a relative path, from the outermost; of an absolute one it alone. */
function placesOnTheWay(path: string): readonly string[] {
  if (isAbsolute(path)) return [path];
  const parts = normalize(path).split(sep).filter(Boolean);
  return parts
    .map((_, at) => parts.slice(0, at + 1).join(sep))
    .filter((place) => !place.endsWith('..'));
}

async function tryWriting(place: string): Promise<void> {
  const there = await stat(place);
  if (there.isDirectory()) return rmdir(await mkdtemp(join(place, '.plimsoll-')));
  // Another kind of file is not opened: a pipe would wait for ever.
  if (!there.isFile()) return access(place, constants.W_OK);
  const file = await open(place, 'r+');
  await file.close();
}

/** What is there of a path: itself, or the folder in which the first of what is missing would be made. */
async function nearest(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const there = await stat(at).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    if (there) return at;
  }
}
