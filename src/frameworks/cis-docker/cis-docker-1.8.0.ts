import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { automated180 } from './automated.ts';
import { cisDocker180Head } from './heads.ts';
import { links } from './mapping.ts';
import { requirementsOf } from './requirements.ts';

/** The CIS Docker Benchmark 1.8.0, 118 items. */
export const cisDocker180 = defineFramework({
  ...cisDocker180Head,
  requirements: requirementsOf(([id]) => id, automated180),
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const cisDocker180Mapping = checkMapping(cisDocker180, linksFrom(links), () => true);
