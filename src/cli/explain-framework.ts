import { selectFrameworks, type SelectedFramework } from '../frameworks.ts';
import {
  PlimsollError,
  text,
  type Catalog,
  type Language,
  type Link,
  type Requirement,
} from '../index.ts';
import { guardOf, strengthWords } from './link-words.ts';
import type { Page } from './page.ts';

const headings = {
  edition: text('Edition', '版本'),
  levels: text('Levels', '级别'),
  requirements: text('Requirements', '要求'),
  controls: text('Fed by', '证据来源'),
  below: text('Below it', '下级要求'),
  needed: text('What else is needed', '尚需补充'),
};

/**
 * Explains a framework: edition, levels, and each requirement with the controls that feed it.
 *
 * @throws PlimsollError `framework-unknown` with the nearest names
 */
export async function explainFramework(id: string, _: Catalog, language: Language): Promise<Page> {
  const selected = await selectOne(id);
  const { framework } = selected;
  const { edition, levels, requirements } = framework;
  const links = linksOf(selected);
  const fed = (requirement: Requirement): string => {
    const count = links.filter((link) => link.requirement === requirement.id).length;
    return count === 0 ? '' : `  [${count}]`;
  };
  return {
    data: { ...framework, links },
    title: framework.title[language],
    subtitle: `${framework.id} · ${selected.notice?.[language] ?? edition.status}`,
    sections: [
      {
        heading: headings.edition[language],
        lines: [`${edition.version}, ${edition.publisher}, ${edition.published}`],
      },
      {
        heading: headings.levels[language],
        lines: levels.map((level) => `@${level.id}  ${level.title[language]}`),
      },
      {
        heading: headings.requirements[language],
        lines: requirements.map(
          (requirement) => `${requirement.id}  ${requirement.title[language]}${fed(requirement)}`,
        ),
      },
    ],
  };
}

/**
 * Explains one requirement, written `FRAMEWORK:REQUIREMENT`: which controls feed it, how strongly and
 * why, and what more its status needs.
 *
 * @throws PlimsollError `framework-unknown`, also for an unknown requirement
 */
export async function explainRequirement(
  spelling: string,
  catalog: Catalog,
  language: Language,
): Promise<Page> {
  const at = spelling.indexOf(':');
  const selected = await selectOne(spelling.slice(0, at));
  const { framework } = selected;
  const id = spelling.slice(at + 1);
  const requirement = framework.requirements.find((each) => each.id === id);
  if (!requirement) {
    throw new PlimsollError(
      'framework-unknown',
      `${framework.id} has no requirement ${JSON.stringify(id)}.`,
      {
        hint: `See them all with: plimsoll explain ${framework.id}`,
      },
    );
  }
  const links = linksOf(selected).filter((link) => link.requirement === id);
  const below = framework.requirements.filter(({ parent }) => parent === id);
  const { title, nature, confidence, levels } = requirement;
  return {
    data: { framework: framework.id, ...requirement, links },
    title: `${id} ${title[language]}`,
    subtitle: [
      framework.title[language],
      nature,
      confidence,
      ...levels.map((level) => `@${level}`),
    ].join(' · '),
    sections: [
      {
        heading: headings.controls[language],
        lines: links.flatMap((link) => [
          `${link.control}  ${strengthWords[link.strength][language]}${guardOf(link.guard)}`,
          `  ${link.reason[language]}`,
        ]),
      },
      {
        heading: headings.needed[language],
        lines: [needed(requirement, links, catalog)[language]],
      },
      {
        heading: headings.below[language],
        lines: below.map((each) => `${each.id}  ${each.title[language]}`),
      },
    ],
  };
}

async function selectOne(id: string): Promise<SelectedFramework> {
  const [selected, ...others] = await selectFrameworks([id]);
  if (selected && others.length === 0) return selected;
  throw new PlimsollError('framework-unknown', `${JSON.stringify(id)} is not one framework.`, {
    hint: 'See them with: plimsoll list frameworks',
  });
}

const linksOf = ({ mappings }: SelectedFramework): readonly Link[] =>
  mappings.flatMap((mapping) => mapping.links);

function needed(requirement: Requirement, links: readonly Link[], catalog: Catalog) {
  const known = new Set(catalog.controls.map(({ id }) => id));
  const live = links.filter(({ control }) => known.has(control));
  if (requirement.nature === 'outside') {
    return text('Nothing that a container platform could show.', '容器平台无法证明此项要求。');
  }
  if (live.some(({ strength }) => strength === 'full')) {
    return text(
      'Nothing in the container layer, when these pass; the layers around it are the assessor’s.',
      '上述控制项通过后，容器层面无需补充；其他层面由测评人员判断。',
    );
  }
  if (live.some(({ strength }) => strength === 'partial')) {
    return text(
      'An attestation for the part that these controls do not see.',
      '须就控制项未覆盖的部分提供人工声明。',
    );
  }
  return text(
    'A person’s attestation: no control decides it.',
    '须由责任人声明：没有可作出判定的控制项。',
  );
}
