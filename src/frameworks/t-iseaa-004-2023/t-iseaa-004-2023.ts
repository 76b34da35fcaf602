import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { tIseaa0042023Head } from './head.ts';
import { links } from './mapping.ts';
import { tIseaa0042023Requirements } from './requirements.ts';

/** T/ISEAA 004-2023 at level 3, and the chapters of the levels whose requirements were not at hand. */
export const tIseaa0042023 = defineFramework({
  ...tIseaa0042023Head,
  requirements: tIseaa0042023Requirements,
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const tIseaa0042023Mapping = checkMapping(tIseaa0042023, linksFrom(links), () => true);
