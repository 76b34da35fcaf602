import {
  languages,
  severities,
  severityOf,
  text,
  type Catalog,
  type Language,
} from '../../index.ts';
import { explainControl } from '../explain/explain-control.ts';
import { severityWords } from '../explain/severity-words.ts';
import type { Use } from '../explain/uses.ts';
import { folders, linkAcross, type Pages } from './layout.ts';
import { asMarkdown, markdownOf } from './markdown.ts';

/** What an index of controls is called. */
export interface CatalogTitle {
  readonly title: Readonly<Record<Language, string>>;
  readonly intro: Readonly<Record<Language, string>>;
}

const words = {
  all: text('All controls', '全部控制项'),
  page: text(
    'A page says what a control asserts, why, what to do, what can be set, and the requirements that it gives evidence for, by standard. The same page in a terminal: `plimsoll explain ID`.',
    '每页说明该控制项的断言、理由、处置方法、可设参数，以及为哪些标准的哪些要求提供证据。终端中可用 `plimsoll explain ID` 查看同一内容。',
  ),
} as const;

/** The page of every control of a catalog in both languages, and an index of each. */
export function controlDocuments(
  catalog: Catalog,
  uses: ReadonlyMap<string, readonly Use[]>,
  named: CatalogTitle,
): Pages {
  const documents = new Map<string, string>();
  for (const language of languages) {
    const at = `${folders[language]}controls`;
    documents.set(`${at}/README.md`, indexOf(catalog, named, language));
    for (const control of catalog.controls) {
      const page = explainControl(control, catalog, uses.get(control.id) ?? [], language);
      const links = [
        `[${words.all[language]}](README.md)`,
        linkAcross(`controls/${control.id}.md`, language),
      ];
      documents.set(`${at}/${control.id}.md`, markdownOf(page, links));
    }
  }
  return documents;
}

/** All controls by kind of subject, the most severe first. */
function indexOf(catalog: Catalog, { title, intro }: CatalogTitle, language: Language): string {
  const kinds = [...new Set(catalog.controls.map(({ subject }) => subject))];
  const sections = kinds.map((kind) => {
    const controls = catalog.controls.filter(({ subject }) => subject === kind);
    const ordered = severities.flatMap((severity) =>
      controls.filter((control) => severityOf(catalog, control) === severity),
    );
    const items = ordered.map(
      (control) =>
        `- [\`${control.id}\`](${control.id}.md) · ${severityWords[severityOf(catalog, control)][language]} · ${asMarkdown(control.title[language])}`,
    );
    return `## ${asMarkdown(kind.label[language])}\n\n${items.join('\n')}`;
  });
  const other = linkAcross('controls/README.md', language);
  const said = `${intro[language]}${language === 'en' ? ' ' : ''}${words.page[language]}`;
  return `${[`# ${title[language]}`, other, said, ...sections].join('\n\n')}\n`;
}
