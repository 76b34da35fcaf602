import {
  coverageOf,
  requirementsAt,
  shownByPass,
  type Coverage,
  type MappedFramework,
} from '../../frameworks.ts';
import { languages, text, type Language, type Link, type Requirement } from '../../index.ts';
import { inLanguage } from '../../report.ts';
import { bearingInWords, guardOf, showsWords } from '../explain/link-words.ts';
import { folders, linkAcross, type Pages } from './layout.ts';
import { asMarkdown, rowsOf } from './markdown.ts';

const words = {
  title: text('Frameworks', '标准'),
  all: text('All frameworks', '全部标准'),
  intro: text(
    'Requirements are counted, headings are not. A requirement counts once, by the most that a pass of its mapped controls shows: all that it asks of a container platform, a part, or context for the person who judges it. No figure means that anything passes.',
    '只统计要求，不统计标题。每条要求计一次，取映射到它的控制项通过时所能证明的最大程度：全部（对容器平台的全部要求）、部分，或仅供判断者参考。任何数字都不表示已经通过。',
  ),
  none: text('All', '全部'),
  requirements: text('Requirements', '要求'),
  coverage: text('Coverage', '覆盖情况'),
} as const;

const columns = {
  coverage: [
    text('Framework', '标准'),
    text('Level', '级别'),
    text('Requirements', '要求数'),
    showsWords.all,
    showsWords.part,
    showsWords.context,
    text('Unchecked', '未检查'),
    text('Organisational', '管理类'),
    text('Outside', '范围外'),
  ],
  requirements: [
    text('Requirement', '要求'),
    text('Title', '标题'),
    text('Evidence from', '由以下控制项证明'),
  ],
} as const;

/** Who a requirement that no control says anything about is for. */
const natures = {
  technical: text('not checked', '未检查'),
  organisational: text('for people to state', '由人员声明'),
  outside: text('outside the container platform', '容器平台之外'),
} as const satisfies Record<Requirement['nature'], unknown>;

/**
 * A page for every framework in both languages, with each requirement and the controls that give evidence for it, and
 * an index that counts them.
 *
 * @param counts whether a link counts: its control is in the catalog, and its guard is met by the parameters in force
 */
export function frameworkDocuments(
  frameworks: readonly MappedFramework[],
  counts: (link: Link) => boolean,
): Pages {
  const documents = new Map<string, string>();
  for (const language of languages) {
    const at = `${folders[language]}frameworks`;
    documents.set(`${at}/README.md`, indexOf(frameworks, counts, language));
    for (const mapped of frameworks) {
      documents.set(`${at}/${mapped.framework.id}.md`, pageOf(mapped, counts, language));
    }
  }
  return documents;
}

/** The coverage of frameworks by level, each framework a link where `isLinked`. */
export function coverageRows(
  frameworks: readonly MappedFramework[],
  counts: (link: Link) => boolean,
  language: Language,
  link: (id: string) => string,
): string {
  const rows = frameworks.flatMap((mapped) => {
    const levels = mapped.framework.levels.map(({ id }) => id);
    return (levels.length === 0 ? [undefined] : levels).map((level) => {
      const { requirements, technical, organisational, outside }: Coverage = coverageOf(
        mapped,
        level,
        counts,
      );
      const numbers = [
        requirements,
        ...shownByPass.map((shows) => technical[shows]),
        technical.nothing,
        organisational,
        outside,
      ];
      return [
        link(mapped.framework.id),
        level === undefined ? words.none[language] : `\`@${level}\``,
        ...numbers.map(String),
      ];
    });
  });
  return rowsOf(
    columns.coverage.map((each) => each[language]),
    rows,
  );
}

function indexOf(
  frameworks: readonly MappedFramework[],
  counts: (link: Link) => boolean,
  language: Language,
): string {
  const titles = frameworks.map(
    ({ framework: { id, title } }) => `- [\`${id}\`](${id}.md) · ${asMarkdown(title[language])}`,
  );
  return `${[
    `# ${words.title[language]}`,
    linkAcross('frameworks/README.md', language),
    titles.join('\n'),
    `## ${words.coverage[language]}`,
    words.intro[language],
    coverageRows(frameworks, counts, language, (id) => `[\`${id}\`](${id}.md)`),
  ].join('\n\n')}\n`;
}

function pageOf(
  mapped: MappedFramework,
  counts: (link: Link) => boolean,
  language: Language,
): string {
  const { framework, mappings } = mapped;
  const { id, title, note, edition } = framework;
  const links: readonly Link[] = mappings.flatMap((mapping) => mapping.links).filter(counts);
  const all = requirementsAt(framework, undefined);
  const parents = new Set(all.map(({ parent }) => parent));
  const rows = all.map((requirement) => {
    const own = links.filter((link) => link.requirement === requirement.id);
    const isHeading = parents.has(requirement.id) && requirement.asks !== true;
    const nothing = isHeading ? '' : natures[requirement.nature][language];
    return [
      `\`${requirement.id.replaceAll('|', '\\|')}\``,
      asMarkdown(requirement.title[language]),
      own.length === 0 ? nothing : own.map((link) => linkOf(link, language)).join('<br>'),
    ];
  });
  return `${[
    `# ${asMarkdown(title[language])}`,
    `${id} · [${words.all[language]}](README.md) · ${linkAcross(`frameworks/${id}.md`, language)}`,
    asMarkdown(
      [
        inLanguage(edition.version, language),
        inLanguage(edition.publisher, language),
        edition.published,
      ].join(language === 'zh' ? '，' : ', '),
    ),
    ...(note ? [asMarkdown(note[language])] : []),
    `## ${words.coverage[language]}`,
    coverageRows([mapped], counts, language, (own) => `\`${own}\``),
    `## ${words.requirements[language]}`,
    rowsOf(
      columns.requirements.map((each) => each[language]),
      rows,
    ),
  ].join('\n\n')}\n`;
}

const linkOf = ({ control, shows, breaks, reason, guard }: Link, language: Language): string =>
  `[\`${control}\`](../controls/${control}.md) · ${bearingInWords({ shows, breaks }, language)} · ${asMarkdown(
    `${reason[language]}${guardOf(guard)}`,
  )}`;
