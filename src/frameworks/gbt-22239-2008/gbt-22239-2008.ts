import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksByKey } from '../mapping/keyed-links.ts';
import { gbt222392008Head } from './head.ts';
import { linkedFrom, links } from './mapping.ts';
import { controlPointPlaces, gbt222392008Requirements } from './requirements.ts';

/** GB/T 22239-2008 by control points, at levels 1 to 4: management and what is outside containers as well. */
export const gbt222392008 = defineFramework({
  ...gbt222392008Head,
  requirements: gbt222392008Requirements,
});

const firstLevels = new Map<string, number>(Object.entries(linkedFrom));
const askingPlaces = new Map(
  [...controlPointPlaces].map(([key, places]) => [
    key,
    places.filter(({ level }) => Number(level) >= (firstLevels.get(key) ?? 1)),
  ]),
);

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const gbt222392008Mapping = checkMapping(
  gbt222392008,
  linksByKey(links, askingPlaces),
  () => true,
);
