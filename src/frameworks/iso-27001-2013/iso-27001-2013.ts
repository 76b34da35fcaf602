import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { iso27001In2013Head } from './head.ts';
import { links } from './mapping.ts';
import { iso27001In2013Requirements } from './requirements.ts';

/** Annex A of 2013, complete: what is for people to do and what is outside containers as well. */
export const iso27001In2013 = defineFramework({
  ...iso27001In2013Head,
  requirements: iso27001In2013Requirements,
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const iso27001In2013Mapping = checkMapping(iso27001In2013, linksFrom(links), () => true);
