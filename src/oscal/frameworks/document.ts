import type { Mapped } from '../../core/frameworks/extend-framework.ts';
import type { Framework, Requirement } from '../../core/frameworks/framework.ts';
import type { Mapping } from '../../core/frameworks/mapping.ts';
import { oneLine } from '../one-line.ts';
import { property, type OscalVersion } from '../oscal-names.ts';
import { inLanguage, type Language, type Text } from '../../core/text.ts';
import { referTo, type CatalogReference } from '../catalog-reference.ts';
import { uuidOf } from '../uuid-of.ts';

/** A requirement as it enters a catalog. */
export interface CatalogEntry extends Requirement {
  /** Whether it only groups others; absent where that follows from what stands below it and from the mappings. */
  readonly group?: boolean;
}

/** What a catalog is made of. */
export interface CatalogInput {
  readonly framework: Pick<Framework, 'id' | 'title' | 'note' | 'edition'> & {
    readonly extends?: string | undefined;
    readonly requirements: readonly CatalogEntry[];
  };
  readonly mappings: readonly Pick<Mapping, 'links'>[];
  /** The level that the requirements are limited to, or that a profile is made for. */
  readonly level?: string | undefined;
  readonly language: Language;
  readonly version: OscalVersion;
  readonly tool: { readonly name: string; readonly version: string };
}

/** What an export is made of. */
export interface OscalInput extends CatalogInput, Mapped {
  readonly framework: Framework;
  readonly mappings: readonly Mapping[];
  /** Title of each control, by id, for the documents that name controls. */
  readonly controls: Readonly<Record<string, Text>>;
}

const remarks: Text = {
  en: 'The ids are those of the publisher. The titles are short ones of this project and not the text of the standard. The time of last modification is the day on which the edition was published, so that the same edition gives the same document.',
  zh: '编号沿用标准发布方的编号；标题为本项目自拟的简短标题，并非标准原文。最后修改时间取该版标准的发布日期，使同一版本始终生成相同的文档。',
};

/** The head that every document of a framework has. */
export function metadataOf(
  { framework, language, version, tool }: CatalogInput,
  title: string,
): Readonly<Record<string, unknown>> {
  const { edition, id, note } = framework;
  return {
    title,
    'last-modified': `${wholeDay(edition.published)}T00:00:00Z`,
    version: oneLine(inLanguage(edition.version, language)),
    'oscal-version': version,
    props: [
      property('framework-id', id),
      property('publisher', inLanguage(edition.publisher, language)),
      property('edition-status', edition.status),
      property('ids-from', inLanguage(edition.source, language)),
      property('tool', `${tool.name} ${tool.version}`),
    ],
    remarks: [remarks[language], ...(note ? [note[language]] : [])].join('\n\n'),
  };
}

/** A year or a month as its first day. */
const wholeDay = (published: string): string =>
  [published, `${published}-01`, `${published}-01-01`].find((day) => day.length === 10) ??
  '1970-01-01';

/** The name under which a document of a framework is written, and by which others point to it. */
export const fileNameOf = (frameworkId: string, model: string): string =>
  `${frameworkId}.${model}.json`;

/** A resource that stands for the catalog of a framework, and what points to it. */
export const catalogResource = (frameworkId: string, title: string): CatalogReference =>
  referTo(frameworkId, {
    uuid: uuidOf('resource', frameworkId, 'catalog'),
    title,
    file: fileNameOf(frameworkId, 'catalog'),
  });
