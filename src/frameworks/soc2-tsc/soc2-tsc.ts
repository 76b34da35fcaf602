import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { soc2TscHead } from './head.ts';
import { links } from './mapping.ts';
import { soc2TscRequirements } from './requirements.ts';

/** The Trust Services Criteria, complete: most of them are about an entity and its people. */
export const soc2Tsc = defineFramework({ ...soc2TscHead, requirements: soc2TscRequirements });

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const soc2TscMapping = checkMapping(soc2Tsc, linksFrom(links), () => true);
