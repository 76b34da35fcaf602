import type { Check } from '../../../core/controls/check.ts';
import type { Select } from '../../../core/controls/combinators.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text } from '../../../core/text.ts';
import { fail, pass, type Verdict } from '../../../core/controls/verdict.ts';
import { isWithin } from '../../../knowledge/host-paths.ts';

type Watch = HostFacts['audit']['watches'][number];

/** A watch on a directory covers all below it; to record changes it must see writes and attributes. */
const covers = ({ path: watched, permissions }: Watch, path: string): boolean =>
  isWithin(path, watched) && permissions.includes('w') && permissions.includes('a');

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
    const open = paths(h, ctx).filter((path) => !watches.some((watch) => covers(watch, path)));
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
