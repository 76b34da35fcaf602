import type { Check } from '../../../core/controls/check.ts';
import type { Select } from '../../../core/controls/combinators.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text } from '../../../core/text.ts';
import { fail, pass, type Verdict } from '../../../core/controls/verdict.ts';
import { isWithin } from '../../../knowledge/host-paths.ts';

type Watch = HostFacts['audit']['watches'][number];

const sees = (
  { path: watched, permissions }: Watch,
  path: string,
  asked: readonly string[],
): boolean => isWithin(path, watched) && asked.every((each) => permissions.includes(each));

/** What of a path and all below it a watch does not record, by rules before it. */
const silentOf = ({ except = [] }: Watch, path: string): readonly string[] =>
  except.flatMap((each) => (isWithin(path, each) ? [path] : isWithin(each, path) ? [each] : []));

/**
 * What of a path and all below it no watch records. A watch on a directory covers all below it; to record changes it must
 * see writes and attributes.
 *
 * @param asked permissions that it must see
 */
export function unrecorded(
  watches: readonly Watch[],
  path: string,
  asked: readonly string[] = ['w', 'a'],
): readonly string[] {
  let least: readonly string[] = [path];
  for (const watch of watches) {
    if (!sees(watch, path, asked)) continue;
    const silent = silentOf(watch, path);
    if (silent.length === 0) return [];
    least = silent;
  }
  return least;
}

/** Passes on rules that were found, and says so where they were found in files alone. */
export const foundInForce = ({ audit }: HostFacts): Verdict | true =>
  audit.state !== 'files' ||
  pass(
    text(
      'The rule files say so; what the kernel has loaded was not read',
      '依据规则文件判定，未读取内核中已加载的规则',
    ),
  );

/** Passes when the audit rules record changes to each of the paths. */
export const auditWatches =
  (paths: Select<HostFacts, string>): Check<HostFacts> =>
  (h, ctx) => {
    const { watches } = h.audit;
    const open = [...new Set(paths(h, ctx).flatMap((path) => unrecorded(watches, path)))];
    if (open.length > 0) {
      return fail(
        text(
          `No audit rule records changes to ${open.join(', ')}`,
          `没有审计规则记录对 ${open.join('、')} 的更改`,
        ),
      );
    }
    return foundInForce(h);
  };
