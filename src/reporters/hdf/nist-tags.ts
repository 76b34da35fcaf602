import type { Mapping } from '../../core/frameworks/mapping.ts';
import { groupBy } from '../../syntax/group-by.ts';

/** What a viewer takes for a control that is not mapped: a family of its own, which is no part of the standard. */
const unmapped: readonly string[] = ['UM-1'];

/** The tags by which viewers place a control in NIST SP 800-53, in the spelling of InSpec: `AC-2 (4)`. */
export type NistTags = (controlId: string, assessed: readonly string[]) => readonly string[];

/**
 * Tags by a mapping to SP 800-53, beside those that the assessment itself was made against. Links that are context alone
 * count only for a control that has no other.
 */
export function nistTagsOf({ links }: Pick<Mapping, 'links'>): NistTags {
  const byControl = groupBy(links, ({ control }) => control);
  return (controlId, assessed) => {
    const own = byControl.get(controlId) ?? [];
    const telling = own.filter(({ shows, breaks }) => shows !== 'context' || breaks !== 'nothing');
    const ids = [
      ...assessed,
      ...(telling.length > 0 ? telling : own).map((link) => link.requirement),
    ];
    const tags = new Set(ids.map((id) => id.replace('(', ' (')));
    return tags.size > 0 ? [...tags] : unmapped;
  };
}
