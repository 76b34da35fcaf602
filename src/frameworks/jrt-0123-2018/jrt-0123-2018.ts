import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksBySection } from '../jrt-0122-2014/links-by-section.ts';
import type { Section } from '../jrt-0122-2014/section-of.ts';
import { jrt01232018Head } from './head.ts';
import { inEachPart, jrt01232018Requirements } from './requirements.ts';

/** JR/T 0123-2018, all six parts: functional tests, which are outside containers, as well. */
export const jrt01232018 = defineFramework({
  ...jrt01232018Head,
  requirements: jrt01232018Requirements,
});

/** The tests of the sections of 6.4 of JR/T 0122-2014: physical security is new, and comes first. */
const tests = {
  '1': '8.2',
  '2': '8.3',
  '3': '8.4',
  '4': '8.5',
  '5': '8.6',
  '6': '8.7',
} as const satisfies Record<Section, string>;

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const jrt01232018Mapping = checkMapping(
  jrt01232018,
  linksBySection((section) => inEachPart(tests[section])),
  () => true,
);
