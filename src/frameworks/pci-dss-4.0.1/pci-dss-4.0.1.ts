import { defineFramework } from '../../core/framework.ts';
import { checkMapping } from '../../core/mapping.ts';
import { linksFrom } from '../link-row.ts';
import { loosestSettings } from '../loosest-settings.ts';
import { pciDss401Head } from './head.ts';
import { links } from './mapping.ts';
import { pciDss401Requirements } from './requirements.ts';

/** PCI DSS 4.0.1, complete: what is for people to do and what is outside containers as well. */
export const pciDss401 = defineFramework({ ...pciDss401Head, requirements: pciDss401Requirements });

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const pciDss401Mapping = checkMapping(
  pciDss401,
  linksFrom(links, loosestSettings),
  () => true,
);
