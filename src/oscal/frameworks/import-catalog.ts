import { z } from 'zod';
import {
  defineFramework,
  requirementNatures,
  type Framework,
  type Requirement,
} from '../../core/frameworks/framework.ts';
import { oscalNamespace } from '../oscal-names.ts';

const prop = z.object({ name: z.string(), value: z.string(), ns: z.string().optional() });

const part = z.object({
  id: z.string().optional(),
  name: z.string(),
  title: z.string().optional(),
  prose: z.string().optional(),
  props: z.array(prop).optional(),
  get parts() {
    return z.array(part).optional();
  },
});

const control = z.object({
  id: z.string().min(1),
  title: z.string(),
  props: z.array(prop).optional(),
  parts: z.array(part).optional(),
  get controls() {
    return z.array(control).optional();
  },
});

const group = z.object({
  id: z.string().min(1).optional(),
  title: z.string(),
  props: z.array(prop).optional(),
  controls: z.array(control).optional(),
  get groups() {
    return z.array(group).optional();
  },
});

/** As much of an OSCAL catalog as a framework is made of; what else it holds is passed over. */
export const oscalCatalogSchema = z.object({
  catalog: z.object({
    uuid: z.string(),
    metadata: z.object({
      title: z.string().min(1),
      version: z.string(),
      'oscal-version': z.string(),
      'last-modified': z.iso.datetime({ offset: true }),
      props: z.array(prop).optional(),
    }),
    groups: z.array(group).optional(),
    controls: z.array(control).optional(),
  }),
});

/** An OSCAL catalog as it was read. */
export type OscalCatalog = z.output<typeof oscalCatalogSchema>;

type Props = readonly z.output<typeof prop>[] | undefined;

const ours = (props: Props, name: string): string | undefined =>
  props?.find((each) => each.name === name && each.ns === oscalNamespace)?.value;

/** Longest title that is taken from a part, in characters; the sentence itself stays with its publisher. */
const longestTitle = 80;

/**
 * Makes a framework of an OSCAL catalog. Groups and controls become requirements under their own ids, and so
 * do the items of a control's statement that have one; a control that is withdrawn is left out. What this
 * project itself exported comes back under the publisher's ids, with both titles.
 *
 * @param name the file, for the source of the ids
 * @throws PlimsollError `framework-invalid` when an id stands twice
 */
export function frameworkFromCatalog({ catalog }: OscalCatalog, name: string): Framework {
  const { title, version, props } = catalog.metadata;
  const known = ours(props, 'framework-id');
  const requirements = [
    ...(catalog.groups ?? []).flatMap((each, at) => fromGroup(each, null, String(at + 1))),
    ...(catalog.controls ?? []).flatMap((each) => fromControl(each, null)),
  ];
  const levels = [...new Set(requirements.flatMap((each) => each.levels))];
  return defineFramework({
    id: known === undefined ? slugOf(title, name) : `${known}-imported`,
    title: { en: title, zh: title },
    edition: {
      version,
      publisher: ours(props, 'publisher') ?? title,
      published: catalog.metadata['last-modified'].slice(0, 10),
      status: 'in-force',
      source: name,
    },
    levels: levels.map((id) => ({ id, title: { en: id, zh: id }, includes: [id] })),
    requirements,
  });
}

function slugOf(title: string, name: string): string {
  const slug = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/g, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '');
  const file = name.slice(name.lastIndexOf('/') + 1).replace(/\.json$/, '');
  return slug(title) || slug(file) || 'oscal-catalog';
}

function requirementFrom(
  own: { readonly id: string; readonly title: string; readonly props?: Props },
  parent: string | null,
): Requirement {
  const { props } = own;
  const exported = ours(props, 'nature') !== undefined;
  const label = props?.find((each) => each.name === 'label')?.value;
  const nature = requirementNatures.find((each) => each === ours(props, 'nature')) ?? 'technical';
  const title = own.title === '' ? own.id : own.title;
  return {
    id: exported && label !== undefined ? label : own.id,
    parent,
    title: {
      en: ours(props, 'title-en') ?? title,
      zh: ours(props, 'title-zh') ?? title,
    },
    nature,
    levels: (props ?? []).flatMap((each) =>
      each.name === 'level' && each.ns === oscalNamespace ? [each.value.toLowerCase()] : [],
    ),
    confidence: 'verified',
  };
}

function fromGroup(
  own: z.output<typeof group>,
  parent: string | null,
  place: string,
): readonly Requirement[] {
  const requirement = requirementFrom({ ...own, id: own.id ?? `group-${place}` }, parent);
  return [
    requirement,
    ...(own.groups ?? []).flatMap((each, at) =>
      fromGroup(each, requirement.id, `${place}.${at + 1}`),
    ),
    ...(own.controls ?? []).flatMap((each) => fromControl(each, requirement.id)),
  ];
}

function fromControl(own: z.output<typeof control>, parent: string | null): readonly Requirement[] {
  if (isWithdrawn(own.props)) return [];
  const requirement = requirementFrom(own, parent);
  const statements = (own.parts ?? []).filter(({ name }) => name === 'statement');
  return [
    requirement,
    ...statements.flatMap(({ parts }) => fromParts(parts ?? [], requirement.id)),
    ...(own.controls ?? []).flatMap((each) => fromControl(each, requirement.id)),
  ];
}

const isWithdrawn = (props: Props): boolean =>
  props?.some(({ name, value }) => name === 'status' && value.toLowerCase() === 'withdrawn') ??
  false;

function fromParts(
  parts: readonly z.output<typeof part>[],
  parent: string,
): readonly Requirement[] {
  return parts.flatMap(
    ({ id, name, title, prose, props, parts: below }): readonly Requirement[] => {
      if (id === undefined || name !== 'item') return fromParts(below ?? [], parent);
      const requirement = requirementFrom(
        { id, title: title ?? shorten(prose ?? id), props },
        parent,
      );
      return [requirement, ...fromParts(below ?? [], requirement.id)];
    },
  );
}

/** The beginning of a sentence, the names of its parameters in place of their insertion. */
function shorten(prose: string): string {
  const text = prose.replaceAll(/\{\{\s*insert:\s*param,\s*([^}\s]+)\s*\}\}/g, '[$1]').trim();
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1).trimEnd()}…` : text;
}
