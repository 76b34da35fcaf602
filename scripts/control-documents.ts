import { builtin } from '../src/controls/builtin.ts';
import { languages, text, type Language } from '../src/core/text.ts';
import { severities, type AnyControl } from '../src/core/control.ts';
import { explainControl } from '../src/cli/explain-control.ts';
import { severityWords } from '../src/cli/severity-words.ts';
import { allUses } from '../src/cli/uses.ts';
import { asMarkdown, markdownOf } from './control-markdown.ts';

/** Where the pages of a language stand, seen from the root of the project. */
const folders = { en: 'docs/controls', zh: 'docs/zh/controls' } as const satisfies Record<
  Language,
  string
>;

/** From one language's folder to the other's. */
const across = { en: '../zh/controls', zh: '../../controls' } as const;

const otherLanguage = { en: '中文', zh: 'English' } as const;

const words = {
  title: text('The built-in controls', '内置控制项'),
  count: text(
    `${builtin.controls.length} controls, by what they judge, and of each kind the worst first. A page says what a control asserts, why, what to do, what can be set, and which requirements of which standards it gives evidence for. The same page in a terminal: \`plimsoll explain ID\`.`,
    `共 ${builtin.controls.length} 个控制项，按评估对象分类，同类中按严重程度由高到低排列。每页说明该控制项的断言、理由、处置方法、可设参数，以及为哪些标准的哪些要求提供证据。终端中可用 \`plimsoll explain ID\` 查看同一内容。`,
  ),
  all: text('All controls', '全部控制项'),
} as const;

function indexOf(language: Language): string {
  const kinds = [...new Set(builtin.controls.map(({ subject }) => subject))];
  const item = ({ id, title, severity }: AnyControl): string =>
    `- [\`${id}\`](${id}.md) · ${severityWords[severity][language]} · ${asMarkdown(title[language])}`;
  const sections = kinds.map((kind) => {
    const controls: readonly AnyControl[] = builtin.controls.filter(
      ({ subject }) => subject === kind,
    );
    const ordered = severities.flatMap((severity) =>
      controls.filter((control) => control.severity === severity),
    );
    return `## ${kind.label[language]}\n\n${ordered.map(item).join('\n')}`;
  });
  const other = `[${otherLanguage[language]}](${across[language]}/README.md)`;
  const blocks = [`# ${words.title[language]}`, other, words.count[language], ...sections];
  return `${blocks.join('\n\n')}\n`;
}

/** Every page of the built-in controls in both languages, and an index of each, by path from the root. */
export async function controlDocuments(): Promise<ReadonlyMap<string, string>> {
  const uses = await allUses();
  const documents = new Map<string, string>();
  for (const language of languages) {
    documents.set(`${folders[language]}/README.md`, indexOf(language));
    for (const control of builtin.controls) {
      const page = explainControl(control, builtin, uses.get(control.id) ?? [], language);
      const links = [
        `[${words.all[language]}](README.md)`,
        `[${otherLanguage[language]}](${across[language]}/${control.id}.md)`,
      ];
      documents.set(`${folders[language]}/${control.id}.md`, markdownOf(page, links));
    }
  }
  return documents;
}
