import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'oxfmt';
import { ratingWords, severityWords } from '../src/cli/explain/severity-words.ts';
import { builtin } from '../src/controls/registry/builtin.ts';
import { severities } from '../src/core/controls/severity.ts';
import type { Language } from '../src/core/text.ts';

/** Where the page of a language stands, from the root of the project. */
export const severityPages = {
  en: 'docs/severity.md',
  zh: 'docs/zh/severity.md',
} as const satisfies Record<Language, string>;

/** What stands above the rows; the heading begins what is generated. */
const list = {
  en: {
    heading: '\n## Every control\n',
    intro: `
The rating of each built-in control, made by \`npm run pages\` from the ratings in the controls.

| control | impact | exposure | severity |
| --- | --- | --- | --- |
`,
  },
  zh: {
    heading: '\n## 全部控制项\n',
    intro: `
各内置控制项的评级，由 \`npm run pages\` 根据控制项中的评级生成。

| 控制项 | 影响 | 暴露程度 | 严重程度 |
| --- | --- | --- | --- |
`,
  },
} as const satisfies Record<Language, { heading: string; intro: string }>;

/** The page of a language as it has to be: its own words, then every control by severity and by id. */
export async function severityPage(language: Language): Promise<string> {
  const { heading, intro } = list[language];
  const file = path.join(import.meta.dirname, '..', severityPages[language]);
  const [words = ''] = readFileSync(file, 'utf8').split(heading);
  const rows = severities.flatMap((severity) =>
    builtin.controls
      .filter((control) => control.severity === severity)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, rating = [] }) => {
        const cells = [...rating.map((half) => ratingWords[half]), severityWords[severity]];
        return `| \`${id}\` | ${cells.map((cell) => cell[language]).join(' | ')} |`;
      }),
  );
  const { code } = await format('severity.md', `${words}${heading}${intro}${rows.join('\n')}\n`);
  return code;
}
