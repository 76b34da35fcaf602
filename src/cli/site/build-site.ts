import { compareReleases, type Release } from '../../evidence.ts';
import { guardsOf, type MappedFramework, type Guard } from '../../frameworks.ts';
import {
  languages,
  severities,
  severityOf,
  text,
  type Catalog,
  type Language,
} from '../../index.ts';
import { jsonText } from '../../report.ts';
import { countsIn } from '../explain/live-links.ts';
import { severityWords } from '../explain/severity-words.ts';
import { usesIn } from '../explain/uses.ts';
import { changesDocuments } from './changes-document.ts';
import { controlDocuments } from './control-documents.ts';
import { frameworkDocuments } from './framework-documents.ts';
import { folders, linkAcross, type Pages } from './layout.ts';
import { asMarkdown, rowsOf } from './markdown.ts';

/** What a site is made of. */
export interface SiteInput {
  readonly catalog: Catalog;
  readonly frameworks: readonly MappedFramework[];
  /** The catalog as it stands. */
  readonly release: Release;
  /** The catalog of the earlier release, if changes are listed. */
  readonly since?: Release;
}

const words = {
  controls: text('Controls', '控制项'),
  frameworks: text('Frameworks and their coverage', '标准及其覆盖情况'),
  changes: text('What changed since', '变化，自'),
  tailored: text('Changes to the framework that it extends', '对所扩展目录的调整'),
} as const;

const changes = {
  tailored: text('tailored', '调整'),
  omitted: text('left out', '剔除'),
} as const;

const tailoredHead = [
  text('Control', '控制项'),
  text('Change', '调整'),
  text('Reason', '理由'),
  text('By', '决定人'),
  text('Catalog', '目录'),
] as const;

/** Every page of a site, and `catalog.json`, with which a later site is compared. */
export function buildSite(input: SiteInput): Pages {
  const { catalog, frameworks, release, since } = input;
  const count = catalog.controls.length;
  const name = asMarkdown(`${catalog.id} ${catalog.version}`);
  const named = {
    title: text(`Controls of ${name}`, `${name} 的控制项`),
    intro: text(
      `${count} controls, grouped by kind of subject, the most severe first.`,
      `共 ${count} 个控制项，按评估对象分类，同类中按严重程度由高到低排列。`,
    ),
  };
  const changed = since && compareReleases(since, release, guardsIn(frameworks));
  return new Map([
    ...languages.map(
      (language) => [`${folders[language]}README.md`, home(input, language)] as const,
    ),
    ...controlDocuments(catalog, usesIn(frameworks), named),
    ...frameworkDocuments(frameworks, countsIn(catalog)),
    ...(since && changed ? changesDocuments(since, release, changed) : []),
    ['catalog.json', `${jsonText(release, 2)}\n`] as const,
  ]);
}

/** What mappings say of how loose parameters may be, by control. */
function guardsIn(frameworks: readonly MappedFramework[]): ReadonlyMap<string, readonly Guard[]> {
  const guards = new Map<string, Guard[]>();
  for (const link of frameworks.flatMap(({ mappings }) => mappings.flatMap(({ links }) => links))) {
    guards.set(link.control, [...(guards.get(link.control) ?? []), ...guardsOf(link)]);
  }
  return guards;
}

function home({ catalog, since }: SiteInput, language: Language): string {
  const counts = severities.map((severity) => {
    const count = catalog.controls.filter((each) => severityOf(catalog, each) === severity).length;
    return `${severityWords[severity][language]} ${count}`;
  });
  const tailored = catalog.lineage.map(({ control, change, reason, by, catalog: where }) => [
    change === 'tailored' ? `[\`${control}\`](controls/${control}.md)` : `\`${control}\``,
    changes[change][language],
    ...[reason, by, where].map(asMarkdown),
  ]);
  const links = [
    `- [${words.controls[language]}](controls/README.md) · ${counts.join(' · ')}`,
    `- [${words.frameworks[language]}](frameworks/README.md)`,
    ...(since
      ? [
          `- [${words.changes[language]} ${asMarkdown(`${since.catalog.id} ${since.catalog.version}`)}](changes.md)`,
        ]
      : []),
  ];
  return `${[
    `# ${asMarkdown(`${catalog.id} ${catalog.version}`)}`,
    linkAcross('README.md', language),
    links.join('\n'),
    ...(tailored.length === 0
      ? []
      : [
          `## ${words.tailored[language]}`,
          rowsOf(
            tailoredHead.map((each) => each[language]),
            tailored,
          ),
        ]),
  ].join('\n\n')}\n`;
}
