import type { SelectedFramework } from '../../frameworks.ts';
import {
  text,
  type Catalog,
  type Language,
  type Link,
  type Requirement,
  type Text,
} from '../../index.ts';
import { findRequirement } from './find-requirement.ts';
import { bearingInWords, guardOf } from './link-words.ts';
import { countsIn } from './live-links.ts';
import type { Page } from '../terminal/page.ts';

const headings = {
  controls: text('Evidence from', '证据来源'),
  above: text('Above this requirement', '上级要求'),
  below: text('Below this requirement', '下级要求'),
  needed: text('What else is needed', '尚需补充'),
  trust: text('Confidence in the id', '编号可信度'),
};

const natures = {
  technical: text('technical', '技术类'),
  organisational: text('organisational', '管理类'),
  outside: text('outside the container platform', '容器平台范围之外'),
};

/** Why a link does not count; nothing where it does. */
type Standing = 'counts' | 'left-out' | 'too-loose';

const standings = {
  counts: text('', ''),
  'left-out': text('does not count: the catalog omits this control', '不计入：目录已剔除该控制项'),
  'too-loose': text(
    'does not count: the parameters in force are too loose',
    '不计入：生效参数过宽',
  ),
} as const satisfies Record<Standing, Text>;

/**
 * Explains one requirement: which controls feed it, how strongly, why and under which condition, and what
 * more its status needs.
 *
 * @throws PlimsollError `framework-unknown` with the nearest ids for an unknown requirement
 */
export async function explainRequirement(
  { framework, mappings }: SelectedFramework,
  id: string,
  catalog: Catalog,
  language: Language,
): Promise<Page> {
  const requirement = findRequirement(framework, id);
  const { parent, title, nature, confidence, levels } = requirement;
  const controls = new Map(catalog.controls.map((control) => [control.id, control]));
  const counts = countsIn(catalog);
  const links = mappings
    .flatMap((mapping) => mapping.links)
    .filter((link) => link.requirement === requirement.id)
    .map((link) => ({
      ...link,
      title: controls.get(link.control)?.title,
      standing: counts(link)
        ? ('counts' as const)
        : controls.has(link.control)
          ? ('too-loose' as const)
          : ('left-out' as const),
    }));
  const live = links.filter(({ standing }) => standing === 'counts');
  const below = framework.requirements.filter((each) => each.parent === requirement.id);
  const above = framework.requirements.find((each) => each.id === parent);
  const needs = needed(requirement, live, below.length > 0, framework.id);
  return {
    data: {
      framework: framework.id,
      ...requirement,
      controls: links.map(({ control, requirement: _, ...link }) => ({ id: control, ...link })),
      needed: needs,
      below: below.map((each) => each.id),
    },
    title: `${requirement.id} ${title[language]}`,
    subtitle: [
      framework.title[language],
      natures[nature][language],
      ...levels.map((level) => `@${level}`),
    ].join(' · '),
    sections: [
      {
        heading: headings.controls[language],
        lines: links.flatMap(({ control, shows, breaks, reason, guard, title: name, standing }) => [
          [
            control,
            `${bearingInWords({ shows, breaks }, language)}${guardOf(guard)}`,
            ...(name ? [name[language]] : []),
          ].join('  '),
          `  ${reason[language]}`,
          ...(standing === 'counts' ? [] : [`  ${standings[standing][language]}`]),
        ]),
      },
      { heading: headings.needed[language], lines: [needs[language]] },
      {
        heading: headings.trust[language],
        lines: confidence === 'verified' ? [] : [unverified[language]],
      },
      {
        heading: headings.above[language],
        lines: above ? [`${above.id}  ${above.title[language]}`] : [],
      },
      {
        heading: headings.below[language],
        lines: below.map((each) => `${each.id}  ${each.title[language]}`),
      },
    ],
  };
}

const unverified = text(
  'Not verified at its source: check it against the official text.',
  '未经原文核实，请与标准正式文本核对。',
);

/** What more a requirement asks for, when all that feeds it passes. */
function needed(
  { id, nature }: Requirement,
  live: readonly Pick<Link, 'shows' | 'breaks'>[],
  heading: boolean,
  frameworkId: string,
): Text {
  const attest = `plimsoll attest ${frameworkId} --requirement ${JSON.stringify(id)}`;
  const feeds = (shows: Link['shows']): boolean => live.some((link) => link.shows === shows);
  if (feeds('all')) {
    return text(
      'Nothing in the container layer, when these pass; other layers are for the assessor to judge.',
      '上述控制项通过后，容器层面无需补充；其他层面由测评人员判断。',
    );
  }
  if (feeds('part')) {
    return text(
      `No control shows all of it, so it is supported at best. For the part that these do not check: ${attest}`,
      `没有控制项能完全证明，至多为部分证据。未覆盖的部分须人工声明：${attest}`,
    );
  }
  if (heading && live.length === 0) {
    return text(
      'Nothing: this heading groups the requirements below it, and has no status of its own.',
      '无：该条仅用于归类，自身不作判定。',
    );
  }
  if (nature === 'outside') {
    return text(
      `Evidence from elsewhere, since no container platform can show it. A person may state who has it: ${attest}`,
      `容器平台无法证明此项，须由其他来源举证。可由责任人声明：${attest}`,
    );
  }
  return live.length > 0
    ? text(
        `A person’s statement: no pass of these controls shows any of it. ${attest}`,
        `须由责任人声明：上述控制项通过均不能证明该要求。${attest}`,
      )
    : text(
        `A person’s statement: no control is mapped to it. ${attest}`,
        `须由责任人声明：没有对应的控制项。${attest}`,
      );
}
