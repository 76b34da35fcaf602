/**
 * What a command of sudoers has in common with one of another list: all that the first allows (`all`), a part that can be
 * named, nothing, or nobody knows.
 */
export type Common = 'all' | 'none' | 'unknown' | { readonly part: string };

/** Digests that a program must have, in front of it. */
const digests = /^(?:sha(?:224|256|384|512)\s*:\s*[^\s,]+\s*,?\s*)+/;

/** A command without the digests that its program must have. */
export const withoutDigests = (command: string): string => command.trim().replace(digests, '');

/** What a word of a path stands for besides itself: a pattern, a folder, or a regular expression. */
const isOpen = (path: string): boolean => /[*?[\\^]|\/$/.test(path);

/** As sudo matches paths: a star stops at a slash, and a character behind a backslash is that character. */
export const pathPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob.replaceAll(/\\?([\s\S])/g, (whole, char: string) => {
      if (whole === '*') return '[^/]*';
      return whole === '?' ? '[^/]' : char.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    })}$`,
  );

/** Whether a path is one that a pattern or a folder stands for; `undefined` where nobody knows. */
function stands(open: string, path: string): boolean | undefined {
  if (open === path) return true;
  if (!isOpen(open)) return false;
  if (/[[^]/.test(open) || isOpen(path)) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return pathPattern(open).test(open.endsWith('/') ? folder : path);
}

/**
 * What a command that a rule allows has in common with one of a list, such as that of `Defaults!…`. Without arguments a
 * command is one with any.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/
 */
export function inCommon(own: string, listed: string): Common {
  if (own === listed || listed === 'ALL') return 'all';
  const plain = withoutDigests(listed);
  if (own === 'ALL') return { part: listed };
  const [path, args] = takeApart(withoutDigests(own));
  const [otherPath, otherArgs] = takeApart(plain);
  const wider = stands(otherPath, path);
  const narrower = stands(path, otherPath);
  if (wider !== true && narrower !== true) {
    return wider === undefined || narrower === undefined ? 'unknown' : 'none';
  }
  if (args !== '' && otherArgs !== '' && args !== otherArgs) {
    return isPlain(args) && isPlain(otherArgs) ? 'none' : 'unknown';
  }
  // Only a program with that digest is meant, and which one is there is not looked up.
  if (plain !== listed.trim()) return 'unknown';
  if (wider === true && otherArgs === '') return 'all';
  const some = wider === true ? path : otherPath;
  if (wider === true && args === otherArgs) return 'all';
  return { part: [some, args === '' ? otherArgs : args].filter(Boolean).join(' ') };
}

function takeApart(command: string): readonly [path: string, args: string] {
  const [path = '', ...words] = command.split(/\s+/);
  return [path, words.join(' ')];
}

const isPlain = (args: string): boolean => !/[*?[\\^]/.test(args);
