import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping, type Link } from '../../core/frameworks/mapping.ts';
import type { BuiltinControlId } from '../mapping/control-id.ts';
import { links } from '../jrt-0122-2014/mapping.ts';
import { sectionOf } from '../jrt-0122-2014/section-of.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { loosestSettings } from '../mapping/loosest-settings.ts';
import { strongestLinks } from '../mapping/strongest-links.ts';
import { jrt01232014Head } from './head.ts';
import { inEachPart, jrt01232014Requirements, type Jrt01232014Id } from './requirements.ts';

/** JR/T 0123-2014, all six parts: functional tests, which are outside containers, as well. */
export const jrt01232014 = defineFramework({
  ...jrt01232014Head,
  requirements: jrt01232014Requirements,
});

/** The security tests follow the sections of JR/T 0122: what shows something of a point there, shows it to its test. */
const toTests = linksFrom(links, loosestSettings).flatMap((link) =>
  inEachPart(`8~${sectionOf(link.requirement)}`).map(
    (requirement): Link<BuiltinControlId, Jrt01232014Id> => ({ ...link, requirement }),
  ),
);

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const jrt01232014Mapping = checkMapping(jrt01232014, strongestLinks(toTests), () => true);
