import {
  generalWords,
  wordsOf,
  requirementStatuses,
  type ComparedRow,
  type Comparison,
  type Relation,
  type Side,
  type RequirementStatus,
} from '../../frameworks.ts';
import { text, type Language, type Text } from '../../index.ts';
import type { Page, Table } from '../terminal/page.ts';

const relationWords = {
  same: text('same', '相同'),
  moved: text('moved', '移位'),
  reworded: text('reworded', '改写'),
  tightened: text('tightened', '收紧'),
  loosened: text('loosened', '放宽'),
  widened: text('widened', '扩围'),
  merged: text('merged', '合并'),
  split: text('split', '拆分'),
  new: text('new', '新增'),
  removed: text('removed', '删除'),
} as const satisfies Record<Relation, Text>;

const headings = {
  differs: text('Other status in the newer edition', '新版中状态不同'),
  alike: text('Same status', '状态相同'),
  all: text('Requirement by requirement', '逐条对照'),
  asked: text('Newly required', '新增要求'),
  gone: text('No longer required', '不再要求'),
  uncompared: text('Not compared', '未作对照'),
  source: text('Source of the comparison', '对照来源'),
} as const;

const uncompared = {
  en: (from: number, to: number) =>
    `Requirements that the crosswalk does not name: ${from} of the older edition, ${to} of the newer one. See them with --json.`,
  zh: (from: number, to: number) =>
    `对照表未列出的要求：旧版 ${from} 条，新版 ${to} 条。可用 --json 查看。`,
};

/** What is shown of a row beside its ids. */
type Show = 'status' | 'title';

/** A comparison for a terminal and for a program; without an assessment it shows titles and no statuses. */
export function crosswalkPage(
  { rows, uncompared: rest, source, ...ids }: Comparison,
  assessed: boolean,
  language: Language,
): Page {
  const show: Show = assessed ? 'status' : 'title';
  const side = (framework: string) => (each: Side) =>
    `${each.id} ${show === 'title' ? each.title[language] : standing(framework, each, language)}`;
  const lay = (chosen: readonly ComparedRow[]): Table => ({
    head: [],
    rows: chosen.flatMap((row) => {
      const from = row.from.map(side(ids.from));
      const to = row.to.map(side(ids.to));
      return Array.from({ length: Math.max(from.length, to.length) }, (_, at) => [
        at === 0 ? relationWords[row.relation][language] : '',
        from[at] ?? '',
        to[at] ?? '',
        at === 0 ? (row.note?.[language] ?? '') : '',
      ]);
    }),
  });
  const paired = rows.filter(({ relation }) => relation !== 'new' && relation !== 'removed');
  const only = (relation: Relation) => rows.filter((row) => row.relation === relation);
  return {
    data: {
      ...ids,
      source,
      assessed,
      rows: assessed ? rows : rows.map(withoutStatus),
      uncompared: rest,
    },
    title: `${ids.from} → ${ids.to}`,
    subtitle: assessed
      ? legend(ids.from, ids.to, language)
      : text(
          'Name a snapshot or an assessment to see which statuses change.',
          '指定快照或评估文件即可查看状态变化。',
        )[language],
    sections: [
      ...(assessed
        ? [
            {
              heading: headings.differs[language],
              table: lay(paired.filter((row) => row.differs)),
            },
            { heading: headings.asked[language], table: lay(only('new')) },
            { heading: headings.gone[language], table: lay(only('removed')) },
            { heading: headings.alike[language], table: lay(paired.filter((row) => !row.differs)) },
          ]
        : [
            { heading: headings.all[language], table: lay(paired) },
            { heading: headings.asked[language], table: lay(only('new')) },
            { heading: headings.gone[language], table: lay(only('removed')) },
          ]),
      {
        heading: headings.uncompared[language],
        lines:
          rest.from.length + rest.to.length > 0
            ? [uncompared[language](rest.from.length, rest.to.length)]
            : [],
      },
      { heading: headings.source[language], lines: [source[language]] },
    ],
  };
}

const withoutStatus = ({ differs: _, ...row }: ComparedRow) => ({
  ...row,
  from: row.from.map(({ id, title }) => ({ id, title })),
  to: row.to.map(({ id, title }) => ({ id, title })),
});

function standing(framework: string, { status, below }: Side, language: Language): string {
  const words = wordsOf(framework);
  const wordOf = (each: RequirementStatus) => (words[each] ?? generalWords[each])[language];
  if (status !== null) return wordOf(status);
  return requirementStatuses
    .flatMap((each) => {
      const many = below?.[each];
      return many === undefined ? [] : [`${wordOf(each)} ${many}`];
    })
    .join(' · ');
}

const legend = (from: string, to: string, language: Language): string =>
  text(
    `Relation, ${from} with its status, ${to} with its status`,
    `对应关系、${from} 及其状态、${to} 及其状态`,
  )[language];
