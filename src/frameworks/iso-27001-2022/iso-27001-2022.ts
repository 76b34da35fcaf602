import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { iso27001In2022Head } from './head.ts';
import { links } from './mapping.ts';
import { iso27001In2022Requirements } from './requirements.ts';

/** Annex A of 2022, complete: what is for people to do and what is outside containers as well. */
export const iso27001In2022 = defineFramework({
  ...iso27001In2022Head,
  requirements: iso27001In2022Requirements,
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const iso27001In2022Mapping = checkMapping(iso27001In2022, linksFrom(links), () => true);
