import { introducedBy } from '../requirements/nothing-to-test.ts';
import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksBySection } from '../jrt-0122-2014/links-by-section.ts';
import type { Section } from '../jrt-0122-2014/section-of.ts';
import { jrt01222018Head } from './head.ts';
import { jrt01222018Requirements, type Jrt01222018Id } from './requirements.ts';

/** JR/T 0122-2018, as far as its structure is public. */
export const jrt01222018 = defineFramework({
  ...jrt01222018Head,
  // Scope, references, terms, grades and principles are nothing to test.
  requirements: introducedBy(['1', '2', '3', '4', '5', '6'], jrt01222018Requirements),
});

/** Where the sections of 6.4 of 2014 are in 2018: physical security is new, and comes first. */
const sections = {
  '1': '10.2',
  '2': '10.3',
  '3': '10.4',
  '4': '10.5',
  '5': '10.6',
  '6': '10.7',
} as const satisfies Record<Section, Jrt01222018Id>;

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const jrt01222018Mapping = checkMapping(
  jrt01222018,
  linksBySection((section) => [sections[section]]),
  () => true,
);
