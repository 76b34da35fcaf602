import { format } from 'oxfmt';
import { builtin } from '../src/controls/registry/builtin.ts';
import { parametersOf } from '../src/core/controls/catalog.ts';
import { isLive, type Link } from '../src/core/frameworks/mapping.ts';
import type { Language } from '../src/core/text.ts';
import { coverageOf, type Coverage } from '../src/frameworks/registry/coverage.ts';
import { builtinFrameworks } from '../src/frameworks/registry/registry.ts';

/** Where the page of a language stands, from the root of the project. */
export const coveragePages = {
  en: 'docs/coverage.md',
  zh: 'docs/zh/coverage.md',
} as const satisfies Record<Language, string>;

const intro = {
  en: `# What the built-in controls can show of each framework

[中文](zh/coverage.md)

\`npm run coverage-table\` makes this page from the frameworks and their mappings, with every control at its defaults.
It counts requirements, not headings. A requirement counts once, by the most that a pass of any control
mapped to it shows: **all** that it requires of a container platform, a **part** of that, or **context** for the person
who judges it. No figure here says that anything passes, and none covers more than containers.

- _unchecked_: technical, and no control checks anything of it.
- _organisational_: for people; [an attestation](attestations.md) answers it. In brackets: how many of
  these a control gives some evidence for.
- _outside_: nothing that a container platform could show, such as doors and cameras.

| framework | level | requirements | all | part | context | unchecked | organisational | outside |
`,
  zh: `# 内置控制项对各框架的覆盖范围

[English](../coverage.md)

本页由 \`npm run coverage-table\` 根据各框架及其映射生成，所有控制项均采用默认参数。统计的是要求，不含标题。每条要求只计一次，按对应控制项通过时可证明的最大程度计：对容器平台的要求可证明**全部**、**部分**，或仅供判断者**参考**。此处的数字不表示任何内容已通过，也不涉及容器以外的范围。

- _未检查_：技术类要求，没有任何控制项检查。
- _管理类_：由人员负责，以[人工声明](attestations.md)作答。括号内为其中有控制项提供一定证据的要求数。
- _范围外_：容器平台无法证明的内容，如门禁和摄像头。

| 框架 | 级别 | 要求数 | 全部 | 部分 | 参考 | 未检查 | 管理类 | 范围外 |
`,
} as const satisfies Record<Language, string>;

const line = '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n';

const everyLevel = { en: 'all', zh: '全部' } as const satisfies Record<Language, string>;

/** The page of a language as it has to be, laid out as the formatter lays it out. */
export async function coverageTable(language: Language): Promise<string> {
  const params = new Map<string, Readonly<Record<string, unknown>>>(
    builtin.controls.map((control) => [control.id, parametersOf(builtin, control)]),
  );
  const counts = (link: Link): boolean => {
    const own = params.get(link.control);
    return own !== undefined && isLive(link, own);
  };
  const rows: string[] = [];
  for (const { head: framework, load } of Object.values(builtinFrameworks)) {
    const mapped = await load();
    const levels = framework.levels.map((level) => level.id);
    for (const level of levels.length === 0 ? [undefined] : levels) {
      const named = level === undefined ? everyLevel[language] : `\`@${level}\``;
      rows.push(row(framework.id, named, coverageOf(mapped, level, counts)));
    }
  }
  const { code } = await format('coverage.md', `${intro[language]}${line}${rows.join('\n')}\n`);
  return code;
}

function row(id: string, level: string, coverage: Coverage): string {
  const { requirements, technical, organisational, organisationalFed, outside } = coverage;
  const cells = [
    `\`${id}\``,
    level,
    requirements,
    technical.all,
    technical.part,
    technical.context,
    technical.nothing,
    organisationalFed > 0 ? `${organisational} (${organisationalFed})` : organisational,
    outside,
  ];
  return `| ${cells.join(' | ')} |`;
}
