import type { Link } from '../../core/frameworks/mapping.ts';
import type { BuiltinControlId } from '../mapping/control-id.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { strongestLinks } from '../mapping/strongest-links.ts';
import { links } from './mapping.ts';
import { sectionOf, type Section } from './section-of.ts';

/** The links to the points of 6.4, as they are written. */
export const linksToPoints = linksFrom(links);

/**
 * What the controls show of whole sections, where their points are not known: each link to a point counts for what
 * `idsOf` names for its section, and of several from one control the strongest.
 */
export const linksBySection = <Id extends string>(
  idsOf: (section: Section) => readonly Id[],
): readonly Link<BuiltinControlId, Id>[] =>
  strongestLinks(
    linksToPoints.flatMap((link) =>
      idsOf(sectionOf(link.requirement)).map((requirement) => ({ ...link, requirement })),
    ),
  );

/** The same controls as context for one requirement whose content is not known: a pass shows no part, a failure breaks nothing. */
export const linksForContext = <Id extends string>(
  requirement: Id,
): readonly Link<BuiltinControlId, Id>[] =>
  linksBySection(() => [requirement]).map((link) => ({
    ...link,
    shows: 'context',
    breaks: 'nothing',
  }));
