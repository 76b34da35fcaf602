import { readlinkSync, realpathSync } from 'node:fs';
import { join, parse, sep } from 'node:path';

/** As many links as the kernel itself follows for one path. */
const linksAtMost = 40;

/**
 * Where an absolute path leads, its symbolic links followed. What is not on this machine is kept as it is spelled: a link
 * may well lead to what only the host has that will run it. `undefined` where links go in a circle or may not be read.
 */
export function whereItLeads(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    // Not all of it is here.
    return followByName(path);
  }
}

const namesOf = (path: string): readonly string[] =>
  path.split(sep).filter((name) => name !== '' && name !== '.');

function followByName(path: string): string | undefined {
  let { root } = parse(path);
  const ahead = namesOf(path.slice(root.length)).toReversed();
  const walked: string[] = [];
  let links = 0;
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (name === '..') {
      walked.pop();
      continue;
    }
    const found = linkAt(join(root, ...walked, name));
    if (found === 'hidden') return undefined;
    if (found === 'none') {
      walked.push(name);
      continue;
    }
    links += 1;
    if (links > linksAtMost) return undefined;
    const from = parse(found.to).root;
    if (from !== '') {
      walked.length = 0;
      root = from;
    }
    ahead.push(...namesOf(found.to.slice(from.length)).toReversed());
  }
  return join(root, ...walked);
}

/** The link that stands at a path; `none` where something else does or nothing, `hidden` where nobody can tell. */
function linkAt(path: string): { readonly to: string } | 'none' | 'hidden' {
  try {
    return { to: readlinkSync(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'EINVAL' || code === 'ENOENT' || code === 'ENOTDIR' ? 'none' : 'hidden';
  }
}
