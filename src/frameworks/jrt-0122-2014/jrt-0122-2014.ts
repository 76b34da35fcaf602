import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping, type Link } from '../../core/frameworks/mapping.ts';
import type { BuiltinControlId } from '../mapping/control-id.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { loosestSettings } from '../mapping/loosest-settings.ts';
import { strongestLinks } from '../mapping/strongest-links.ts';
import { jrt01222014Head } from './head.ts';
import { links } from './mapping.ts';
import { jrt01222014Requirements, type Jrt01222014Id } from './requirements.ts';
import { sectionOf } from './section-of.ts';

/** JR/T 0122-2014 as far as its contents are known: what is for people and what is outside containers as well. */
export const jrt01222014 = defineFramework({
  ...jrt01222014Head,
  requirements: jrt01222014Requirements,
});

const toPoints = linksFrom(links, loosestSettings);

/** Chapters 7 to 10 repeat the sections of chapter 6; their points are not known, so that the section stands for them. */
const toSections = (['7', '8', '9', '10'] as const).flatMap((chapter) =>
  toPoints.map((link): Link<BuiltinControlId, Jrt01222014Id> => {
    return { ...link, requirement: `${chapter}.4.${sectionOf(link.requirement)}` };
  }),
);

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const jrt01222014Mapping = checkMapping(
  jrt01222014,
  [...toPoints, ...strongestLinks(toSections)],
  () => true,
);
