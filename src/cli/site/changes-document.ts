import { directions, type Direction, type Release, type ReleaseChange } from '../../evidence.ts';
import { languages, text, type Language, type Text } from '../../index.ts';
import { jsonText } from '../../report.ts';
import { severityWords } from '../explain/severity-words.ts';
import { folders, linkAcross, type Pages } from './layout.ts';
import { asMarkdown, rowsOf } from './markdown.ts';

const words = {
  nothing: text('Nothing changed.', '没有变化。'),
  home: text('All pages', '全部页面'),
  note: text(
    'Stricter means that less passes than before: a new control, a higher severity, a shorter period, or a parameter that moved in the direction that a framework’s mapping calls tighter. The direction is unknown where the code of a check changed, and for a parameter that no mapping names.',
    '更严是指通过的情况比以前更少：新增的控制项、更高的严重程度、更短的有效期，以及按某一标准的映射向更紧方向改变的参数。检查代码的改变，以及没有映射说明方向的参数，无法判断其方向。',
  ),
} as const;

const headings = {
  stricter: text('Stricter', '更严'),
  looser: text('Looser', '更松'),
  other: text('Other changes', '其他变化'),
} as const satisfies Record<Direction, Text>;

const whats = {
  added: text('new control', '新增控制项'),
  removed: text('control removed', '移除控制项'),
  severity: text('severity', '严重程度'),
  parameter: text('parameter', '参数'),
  period: text('days for which findings hold', '有效天数'),
  check: text('code of the check', '检查代码'),
} as const satisfies Record<ReleaseChange['what'], Text>;

const columns = [
  text('Control', '控制项'),
  text('What', '变化'),
  text('Before', '之前'),
  text('After', '之后'),
] as const;

/** What changed in a catalog between two releases, a page in each language. */
export function changesDocuments(
  before: Release,
  after: Release,
  changes: readonly ReleaseChange[],
): Pages {
  const known = new Set(after.controls.map(({ id }) => id));
  return new Map(
    languages.map((language) => {
      const sections = directions.flatMap((direction) => {
        const own = changes.filter((change) => change.direction === direction);
        if (own.length === 0) return [];
        const rows = own.map((change) => rowOf(change, known, language));
        const head = columns.map((each) => each[language]);
        return [`## ${headings[direction][language]}\n\n${rowsOf(head, rows)}`];
      });
      const page = [
        `# ${titleOf(before, after)[language]}`,
        `[${words.home[language]}](README.md) · ${linkAcross('changes.md', language)}`,
        ...(sections.length === 0
          ? [words.nothing[language]]
          : [words.note[language], ...sections]),
      ];
      return [`${folders[language]}changes.md`, `${page.join('\n\n')}\n`];
    }),
  );
}

function titleOf(before: Release, after: Release): Text {
  const [old, now] = [before, after].map(({ catalog }) =>
    asMarkdown(`${catalog.id} ${catalog.version}`),
  );
  return text(`${now}: what changed since ${old}`, `${now}：自 ${old} 以来的变化`);
}

function rowOf(
  { control, title, what, name, before, after }: ReleaseChange,
  known: ReadonlySet<string>,
  language: Language,
): readonly string[] {
  const id = `\`${control}\``;
  const subject = name === undefined ? '' : ` \`${name}\``;
  return [
    `${known.has(control) ? `[${id}](controls/${control}.md)` : id}<br>${asMarkdown(title[language])}`,
    `${whats[what][language]}${subject}`,
    say(before, language),
    say(after, language),
  ];
}

/** A severity in words, and any other value as code. */
function say(value: unknown, language: Language): string {
  if (value === undefined) return '';
  const severity = new Map<unknown, Text>(Object.entries(severityWords)).get(value);
  if (severity) return severity[language];
  return `\`${jsonText(value).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
