import type { Mapped } from '../../core/frameworks/extend-framework.ts';
import { property, type OscalVersion } from '../oscal-names.ts';
import { inLanguage, type Language, type Text } from '../../core/text.ts';
import { uuidOf } from '../uuid-of.ts';

/** What an export is made of. */
export interface OscalInput extends Mapped {
  readonly level?: string | undefined;
  readonly language: Language;
  readonly version: OscalVersion;
  readonly tool: { readonly name: string; readonly version: string };
  /** Title of each control, by id, for the documents that name controls. */
  readonly controls: Readonly<Record<string, Text>>;
}

const remarks: Text = {
  en: 'The ids are those of the publisher. The titles are short ones of this project and not the text of the standard. The time of last modification is the day on which the edition was published, so that the same edition gives the same document.',
  zh: '编号沿用标准发布方的编号；标题为本项目自拟的简短标题，并非标准原文。最后修改时间取该版标准的发布日期，使同一版本始终生成相同的文档。',
};

/** The head that every document of a framework has. */
export function metadataOf(
  { framework, language, version, tool }: OscalInput,
  title: string,
): Readonly<Record<string, unknown>> {
  const { edition, id, note } = framework;
  return {
    title,
    'last-modified': `${wholeDay(edition.published)}T00:00:00Z`,
    version: inLanguage(edition.version, language).trim(),
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
export function catalogResource(frameworkId: string, title: string) {
  const uuid = uuidOf('resource', frameworkId, 'catalog');
  return {
    href: `#${uuid}`,
    resource: {
      uuid,
      title,
      rlinks: [{ href: fileNameOf(frameworkId, 'catalog'), 'media-type': 'application/json' }],
    },
  };
}
