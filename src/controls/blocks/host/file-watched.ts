import type { Check } from '../../../core/controls/check.ts';
import type { Select } from '../../../core/controls/combinators.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text, type Text } from '../../../core/text.ts';
import { notApplicable } from '../../../core/controls/verdict.ts';
import { auditWatches } from './audit-watch.ts';
import type { HostFile } from './host-file.ts';
import { sealed, sealedReason } from './read-only-system.ts';

/** A list of one file, or of none where the host has none. */
export const present = (file: HostFile | null): readonly HostFile[] =>
  file === null ? [] : [file];

/**
 * Applies where the host has one of the files and it can be changed at all, and passes when the audit rules
 * record changes to each of those.
 *
 * @param what how the reason calls a file that the host does not have
 */
export function fileWatched(
  pick: Select<HostFacts, HostFile>,
  what: Text,
): { readonly applies: Check<HostFacts>; readonly check: Check<HostFacts> } {
  return {
    applies: (h, ctx) => {
      const files = pick(h, ctx);
      if (files.length === 0) {
        return notApplicable(text(`The host has no ${what.en}`, `宿主机上没有${what.zh}`));
      }
      return files.some(({ path }) => !sealed(h, path)) || notApplicable(sealedReason);
    },
    check: auditWatches((h, ctx) =>
      pick(h, ctx).flatMap(({ path }) => (sealed(h, path) ? [] : [path])),
    ),
  };
}
