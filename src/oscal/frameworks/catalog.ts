import { groupBy } from '../../syntax/group-by.ts';
import type { Requirement } from '../../core/frameworks/framework.ts';
import { metadataOf, type OscalInput } from './document.ts';
import { property, tokensOf } from '../oscal-names.ts';
import { uuidOf } from '../uuid-of.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A framework as an OSCAL catalog. What only groups others is a group; everything else is a control, with a
 * statement and an assessment objective, since a finding of an assessment may point to these alone.
 */
export function buildCatalog(input: OscalInput): Json {
  const { framework, mappings, language } = input;
  const tokens = tokensOf(framework);
  const below = groupBy(framework.requirements, ({ parent }) => parent);
  const linked = new Set(mappings.flatMap(({ links }) => links.map((link) => link.requirement)));

  const tokenOf = (id: string): string => tokens.get(id) ?? id;
  const propsOf = ({ id, title, nature, confidence, levels }: Requirement) => [
    { name: 'label', value: id },
    property('nature', nature),
    property('confidence', confidence),
    property('title-en', title.en),
    property('title-zh', title.zh),
    ...levels.map((level) => property('level', level)),
  ];
  const control = (requirement: Requirement): Json => {
    const token = tokenOf(requirement.id);
    const title = requirement.title[language];
    const children = (below.get(requirement.id) ?? []).map(control);
    return {
      id: token,
      class: requirement.nature,
      title,
      props: propsOf(requirement),
      parts: [
        { id: `${token}_smt`, name: 'statement', prose: title },
        { id: `${token}_obj`, name: 'assessment-objective', prose: objective[language](title) },
      ],
      ...(children.length > 0 ? { controls: children } : {}),
    };
  };
  const isGroup = ({ id }: Requirement): boolean => below.has(id) && !linked.has(id);
  const group = (requirement: Requirement): Json => {
    const children = below.get(requirement.id) ?? [];
    return {
      id: tokenOf(requirement.id),
      class: requirement.nature,
      title: requirement.title[language],
      props: propsOf(requirement),
      ...inside(children),
    };
  };
  // Since 1.2 a group holds groups or controls, and never both.
  const inside = (children: readonly Requirement[], mixed = false): Json => {
    const asGroup = mixed || children.every(isGroup) ? isGroup : () => false;
    const groups = children.filter(asGroup).map(group);
    const controls = children.filter((each) => !asGroup(each)).map(control);
    return {
      ...(groups.length > 0 ? { groups } : {}),
      ...(controls.length > 0 ? { controls } : {}),
    };
  };
  return {
    catalog: {
      uuid: uuidOf('catalog', framework.id, language),
      metadata: metadataOf(input, framework.title[language]),
      ...inside(below.get(null) ?? [], true),
    },
  };
}

const objective = {
  en: (title: string) =>
    `Determine, as far as the container platform can show it: ${title}. The rest is for the assessor.`,
  zh: (title: string) => `就容器平台能够证明的部分，判定：${title}。其余部分由评估人员判断。`,
};
