import { malformed } from './tar-problem.ts';
import { limits } from './archive-limits.ts';

/**
 * The path of an entry from the root of the image, without a slash before it; `''` is the root itself. Nothing is
 * ever written to it.
 *
 * @throws SyntaxProblem when it leads out of the image, or is longer than Linux has paths
 */
export function entryPath(name: string): string {
  if (name.length > limits.pathBytes) throw malformed('a name is longer than 4096 bytes');
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) throw malformed('a name leads out of the image');
    } else parts.push(part);
  }
  if (parts.length > limits.depth) throw malformed('a file is nested too deeply');
  return parts.join('/');
}

/** The directories that a path lies in, nearest first. */
export function* parentsOf(path: string): Generator<string> {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    yield path.slice(0, at);
  }
}

/** A name as people read it: bytes that are text become text, and nothing in it moves a terminal. */
export const shownPath = (path: string): string =>
  `/${Buffer.from(path, 'latin1')
    .toString('utf8')
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')}`;
