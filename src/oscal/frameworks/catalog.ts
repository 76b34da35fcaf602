import { groupBy } from '../../syntax/group-by.ts';
import { metadataOf, type CatalogEntry, type CatalogInput } from './document.ts';
import { oneLine } from '../one-line.ts';
import { property, statementOf } from '../oscal-names.ts';
import { placeOf, tokensOf } from '../requirement-tokens.ts';
import { uuidOf } from '../uuid-of.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A framework as an OSCAL catalog. What only groups others is a group; everything else is a control, with a
 * statement and an assessment objective, since a finding of an assessment may point to these alone. What another
 * catalog has as an item of a control's statement is one here.
 */
export function buildCatalog(input: CatalogInput): Json {
  const { framework, mappings, language, level } = input;
  const tokens = tokensOf(framework);
  const known = new Set(tokens.values());
  const below = groupBy(framework.requirements, ({ parent }) => parent);
  const linked = new Set(mappings.flatMap(({ links }) => links.map((link) => link.requirement)));

  const tokenOf = (id: string): string => tokens.get(id) ?? id;
  const isItem = ({ id }: CatalogEntry): boolean => placeOf(tokenOf(id), known).item !== undefined;
  const propsOf = ({ id, title, nature, confidence, levels }: CatalogEntry) => [
    { name: 'label', value: oneLine(id) },
    property('nature', nature),
    property('confidence', confidence),
    property('title-en', title.en),
    property('title-zh', title.zh),
    ...levels.map((each) => property('level', each)),
  ];
  const titleOf = ({ title }: CatalogEntry): string => oneLine(title[language]);
  const item = (requirement: CatalogEntry): Json => {
    const parts = (below.get(requirement.id) ?? []).map(item);
    return {
      id: tokenOf(requirement.id),
      name: 'item',
      title: titleOf(requirement),
      props: propsOf(requirement),
      ...(parts.length > 0 ? { parts } : {}),
    };
  };
  const control = (requirement: CatalogEntry): Json => {
    const token = tokenOf(requirement.id);
    const title = titleOf(requirement);
    const children = below.get(requirement.id) ?? [];
    const items = children.filter(isItem).map(item);
    const controls = children.filter((each) => !isItem(each)).map(control);
    return {
      id: token,
      class: requirement.nature,
      title,
      props: propsOf(requirement),
      parts: [
        {
          id: statementOf(token),
          name: 'statement',
          prose: title,
          ...(items.length > 0 ? { parts: items } : {}),
        },
        { id: `${token}_obj`, name: 'assessment-objective', prose: objective[language](title) },
      ],
      ...(controls.length > 0 ? { controls } : {}),
    };
  };
  const isGroup = ({ id, group }: CatalogEntry): boolean => {
    const children = below.get(id) ?? [];
    return (group ?? (children.length > 0 && !linked.has(id))) && !children.some(isItem);
  };
  const groupOf = (requirement: CatalogEntry): Json => {
    const children = below.get(requirement.id) ?? [];
    return {
      id: tokenOf(requirement.id),
      class: requirement.nature,
      title: titleOf(requirement),
      props: propsOf(requirement),
      ...inside(children),
    };
  };
  // Since 1.2 a group holds groups or controls, and never both.
  const inside = (children: readonly CatalogEntry[], mixed = false): Json => {
    const asGroup = mixed || children.every(isGroup) ? isGroup : () => false;
    const groups = children.filter(asGroup).map(groupOf);
    const controls = children.filter((each) => !asGroup(each)).map(control);
    return {
      ...(groups.length > 0 ? { groups } : {}),
      ...(controls.length > 0 ? { controls } : {}),
    };
  };
  return {
    catalog: {
      uuid: uuidOf('catalog', framework.id, language, ...(level === undefined ? [] : [level])),
      metadata: metadataOf(input, oneLine(framework.title[language])),
      ...inside(below.get(null) ?? [], true),
    },
  };
}

const objective = {
  en: (title: string) =>
    `Determine, as far as the container platform can show it: ${title}. The rest is for the assessor.`,
  zh: (title: string) => `就容器平台能够证明的部分，判定：${title}。其余部分由评估人员判断。`,
};
