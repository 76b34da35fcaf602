import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping, type Link } from '../../core/frameworks/mapping.ts';
import { linksFrom } from '../mapping/link-row.ts';
import { automated160 } from './automated.ts';
import { cisDocker160Head } from './heads.ts';
import { items } from './items.ts';
import { links } from './mapping.ts';
import { requirementsOf } from './requirements.ts';

/** The CIS Docker Benchmark 1.6.0, 117 items. */
export const cisDocker160 = defineFramework({
  ...cisDocker160Head,
  requirements: requirementsOf(([, old]) => old, automated160),
});

const oldIds = new Map<string, string | null>(items.map(([id, old]) => [id, old]));

/** The shared mapping under the numbers of this edition; what is new in 1.8.0 is left out. */
const renumbered = linksFrom(links).flatMap((link): Link[] => {
  const requirement = oldIds.get(link.requirement) ?? null;
  return requirement === null ? [] : [{ ...link, requirement }];
});

/** What the built-in controls show of it. That the controls exist is for the compiler to say. */
export const cisDocker160Mapping = checkMapping(cisDocker160, renumbered, () => true);
