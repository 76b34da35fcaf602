import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { nist80053Head } from './head.ts';
import { links } from './mapping.ts';
import { nist80053Requirements } from './requirements.ts';

/** SP 800-53 revision 5: all base controls, and the enhancements of every baseline. */
export const nist80053 = defineFramework({ ...nist80053Head, requirements: nist80053Requirements });

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const nist80053Mapping = checkMapping(nist80053, linksFrom(links), () => true);
