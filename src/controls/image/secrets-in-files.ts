import type { ImageFacts } from '../../core/subjects/image.ts';
import type { Text } from '../../core/text.ts';
import { fail, type Verdict } from '../../core/controls/verdict.ts';
import { findHolder } from '../listed-paths.ts';

type SecretInFile = ImageFacts['files']['privateKeys'][number];

/** More places than these say no more. */
const shown = 5;

/**
 * Fails on what was found in files, naming the places; passes when nothing is left after what a package brings as
 * an example and what is allowed.
 */
export function noneInFiles(
  found: readonly SecretInFile[],
  allowed: readonly string[],
  what: Text,
): boolean | Verdict {
  const counted = found.filter(
    ({ path, sample }) => !sample && findHolder(path, allowed) === undefined,
  );
  if (counted.length === 0) return true;
  const places = counted
    .slice(0, shown)
    .map(({ path, line, rule }) => `${path}:${line} (${rule})`)
    .join(', ');
  return fail({
    en: `${counted.length} ${what.en}: ${places}`,
    zh: `共 ${counted.length} 处${what.zh}：${places}`,
  });
}
