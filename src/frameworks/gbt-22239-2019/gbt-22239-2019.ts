import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksByKey } from '../mapping/keyed-links.ts';
import { gbt222392019Head } from './head.ts';
import { links } from './mapping.ts';
import { gbt222392019Requirements, itemPlaces } from './requirements.ts';

/** GB/T 22239-2019, complete at levels 1 to 4: management and what is outside containers as well. */
export const gbt222392019 = defineFramework({
  ...gbt222392019Head,
  requirements: gbt222392019Requirements,
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const gbt222392019Mapping = checkMapping(
  gbt222392019,
  linksByKey(links, itemPlaces),
  () => true,
);
