import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksBySection } from '../jrt-0122-2014/links-by-section.ts';
import { jrt01232014Head } from './head.ts';
import { inEachPart, jrt01232014Requirements } from './requirements.ts';

/** JR/T 0123-2014, all six parts: functional tests, which are outside containers, as well. */
export const jrt01232014 = defineFramework({
  ...jrt01232014Head,
  requirements: jrt01232014Requirements,
});

/**
 * What the built-in controls show of it: the security tests follow the sections of JR/T 0122, so that what shows
 * something of a point there shows it to its test. That the controls exist is for the compiler to say.
 */
export const jrt01232014Mapping = checkMapping(
  jrt01232014,
  linksBySection((section) => inEachPart(`8~${section}`)),
  () => true,
);
