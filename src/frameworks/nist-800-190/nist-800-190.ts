import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { nist800190Head } from './head.ts';
import { links } from './mapping.ts';
import { nist800190Requirements } from './requirements.ts';

/** NIST SP 800-190, chapters 3 and 4, complete. Only the countermeasures of chapter 4 ask for something. */
export const nist800190 = defineFramework({
  ...nist800190Head,
  requirements: nist800190Requirements.map((requirement) =>
    requirement.id.startsWith('3') ? { ...requirement, asks: false } : requirement,
  ),
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const nist800190Mapping = checkMapping(nist800190, linksFrom(links), () => true);
