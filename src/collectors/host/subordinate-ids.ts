import { PlimsollError } from '../../core/errors.ts';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { text } from '../../core/text.ts';

type Ranges = HostFacts['subordinateIds']['users'];

/**
 * Reads the text of subuid or subgid, `OWNER:START:COUNT` a line.
 *
 * @throws PlimsollError `file-unreadable` with the line that is none of that: the caller passes
 * over it, or over all that follows
 * @see https://man7.org/linux/man-pages/man5/subuid.5.html
 */
export function parseSubordinateIds(written: string, path: string): Ranges {
  return written.split('\n').flatMap((line, at) => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    const [, owner, start, count] = /^([^:\s]+):(\d{1,10}):(\d{1,10})\s*$/.exec(line) ?? [];
    if (owner === undefined) {
      throw new PlimsollError(
        'file-unreadable',
        text(
          `Line ${at + 1} of ${path} was not understood.`,
          `无法理解 ${path} 的第 ${at + 1} 行。`,
        ),
      );
    }
    return [{ owner, start: Number(start), count: Number(count), line: at + 1 }];
  });
}

/** The ranges of one of the two files; without the file there are none. */
export const readSubordinateIds = (root: string, path: string): Promise<Reading<Ranges>> =>
  attempt(path, async () => {
    try {
      return parseSubordinateIds(await readText(root, path), path);
    } catch (error) {
      if (absent(error)) return [];
      throw error;
    }
  });
