import { introducedBy } from '../requirements/nothing-to-test.ts';
import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { jrt01222014Head } from './head.ts';
import { linksBySection, linksToPoints } from './links-by-section.ts';
import { jrt01222014Requirements } from './requirements.ts';

/** JR/T 0122-2014 as far as its contents are known: what is for people and what is outside containers as well. */
export const jrt01222014 = defineFramework({
  ...jrt01222014Head,
  // Scope, references, terms, grades and principles are nothing to test.
  requirements: introducedBy(
    ['1', '2', '3', '4', '5.1', '5.2', '5.3', '5.4'],
    jrt01222014Requirements,
  ),
});

/** Chapters 7 to 10 repeat the sections of chapter 6; their points are not known, so that the section stands for them. */
const toSections = (['7', '8', '9', '10'] as const).flatMap((chapter) =>
  linksBySection((section) => [`${chapter}.4.${section}` as const]),
);

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const jrt01222014Mapping = checkMapping(
  jrt01222014,
  [...linksToPoints, ...toSections],
  () => true,
);
