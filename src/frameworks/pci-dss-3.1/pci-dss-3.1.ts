import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { pciDss31Head } from './head.ts';
import { links } from './mapping.ts';
import { pciDss31Requirements } from './requirements.ts';

/** PCI DSS 3.1, complete: what is for people to do and what is outside containers as well. */
export const pciDss31 = defineFramework({ ...pciDss31Head, requirements: pciDss31Requirements });

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const pciDss31Mapping = checkMapping(pciDss31, linksFrom(links), () => true);
