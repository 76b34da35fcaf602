import { extendFramework, type Mapped } from '../../core/frameworks/extend-framework.ts';
import {
  defineFramework,
  type Edition,
  type Requirement,
} from '../../core/frameworks/framework.ts';
import { checkMapping, type Link } from '../../core/frameworks/mapping.ts';
import { text } from '../../core/text.ts';
import type { OwnFramework } from './schema.ts';

/**
 * Makes a framework of a user's own out of what its file says.
 *
 * @param base the framework that it extends, where it says so
 * @throws PlimsollError `framework-invalid`, `mapping-invalid`
 */
export function buildOwnFramework(
  own: OwnFramework,
  base: Mapped | undefined,
  isControl: (id: string) => boolean,
): Mapped {
  const { framework, mappings } = base ? extend(own, base) : standAlone(own);
  const inherited = mappings.flatMap(({ links }) => links);
  const links = [...inherited, ...linksOf(own)];
  // A control that this catalog omits may still be linked by the extended framework.
  const known = new Set(inherited.map(({ control }) => control));
  return {
    framework,
    mappings: [checkMapping(framework, links, (id) => known.has(id) || isControl(id))],
  };
}

function extend(own: OwnFramework, base: Mapped): Mapped {
  return extendFramework(base, {
    id: own.id,
    title: own.title,
    edition: editionOf(own),
    add: own.requirements.map((each) => ({
      ...requirementOf(each),
      reason: each.reason ?? '',
      by: each.by ?? '',
    })),
    omit: Object.fromEntries((own.omit ?? []).map(({ requirement, ...why }) => [requirement, why])),
    unlink: own.unlink ?? [],
  });
}

function standAlone(own: OwnFramework): Mapped {
  const { id, title, levels, defaultLevel } = own;
  const framework = defineFramework({
    id,
    title,
    edition: editionOf(own),
    ...(levels === undefined ? {} : { levels }),
    ...(defaultLevel === undefined ? {} : { defaultLevel }),
    requirements: own.requirements.map(requirementOf),
  });
  return { framework, mappings: [] };
}

/** The author of a framework is the source of its ids. */
const editionOf = ({ id, edition }: OwnFramework): Edition => ({
  ...edition,
  source: edition.source ?? text(`the file of ${id}`, `${id} 的文件`),
});

const requirementOf = (own: OwnFramework['requirements'][number]): Requirement => ({
  id: own.id,
  parent: own.parent ?? null,
  title: own.title,
  nature: own.nature,
  levels: own.levels ?? [],
  confidence: 'verified',
});

const linksOf = ({ requirements, links = [] }: OwnFramework): readonly Link[] =>
  [
    ...requirements.flatMap(({ id, controls = [] }) =>
      controls.map((each) => ({ ...each, requirement: id })),
    ),
    ...links,
  ].map(({ guard, ...link }) => ({ ...link, ...(guard ? { guard } : {}) }));
