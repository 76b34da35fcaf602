import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { pciDss401Head } from './head.ts';
import { links } from './mapping.ts';
import { pciDss401Requirements } from './requirements.ts';

/** `3.3` is a heading; `3.3.1` asks for something, and so does `3.3.1.1` below it. */
const asksByItself = (id: string): boolean => id.split('.').length > 2;

/** PCI DSS 4.0.1, complete: what is for people to do and what is outside containers as well. */
export const pciDss401 = defineFramework({
  ...pciDss401Head,
  requirements: pciDss401Requirements.map((requirement) =>
    asksByItself(requirement.id) ? { ...requirement, asks: true as const } : requirement,
  ),
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const pciDss401Mapping = checkMapping(pciDss401, linksFrom(links), () => true);
