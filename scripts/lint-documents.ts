import { lintRules, type LintRule } from '../src/authoring.ts';
import { explainRule } from '../src/cli/explain/explain-rule.ts';
import { languages, text, type Language } from '../src/core/text.ts';
import { asMarkdown, markdownOf } from '../src/cli/site/markdown.ts';

/** Where the pages of a language stand, seen from the root of the project. */
const folders = { en: 'docs/lint', zh: 'docs/zh/lint' } as const satisfies Record<Language, string>;

/** From one language's folder to the other's. */
const across = { en: '../zh/lint', zh: '../../lint' } as const;

const otherLanguage = { en: '中文', zh: 'English' } as const;

const words = {
  title: text('Rules of plimsoll lint', 'plimsoll lint 的规则'),
  intro: text(
    'A control is code, and code can be wrong in ways that no verdict shows: a check that reads the clock, a check that can never fail, a parameter that nothing reads. `plimsoll lint` reads the source of the controls that a configuration imports, with its types, and reports problems as a compiler does: `file:line:column: error rule message`. It runs no code. It follows what checks call through any number of files of the same project, but not into installed packages.',
    '控制项就是代码，而代码可能错得在任何判定中都看不出来：询问时钟的检查、永远不会不通过的检查、无人读取的参数。`plimsoll lint` 连同类型一起读取配置所导入的控制项源代码，并像编译器一样指出：`文件:行:列: 错误 规则 说明`。它不运行任何代码。控制项的检查所运行的内容，会在同一项目的任意多个文件中追踪；已安装的包由其作者负责。',
  ),
  use: text('Use', '用法'),
  exit: text(
    'The exit code is 0 without errors, 1 with errors (with `--strict` warnings count too), and 2 when nothing could be checked: no control is defined, a file does not parse, Plimsoll is not installed.',
    '没有错误时退出码为 0，有错误时为 1（使用 `--strict` 时警告也计入），无从检查时为 2：没有定义控制项、文件无法解析、未安装 Plimsoll。',
  ),
  examples: text(
    'In the examples of the pages, `words` stands for the severity, title, rationale, remediation and references that every control has.',
    '各页示例中，`words` 代表每个控制项都有的严重程度、标题、理由、处置方法和参考资料。',
  ),
  ignore: text(
    'To exempt an intended line, write the rule and the reason above it: `// plimsoll-ignore RULE: the reason`. Without a reason, or with nothing to ignore, that comment is itself a problem (`ignore-with-reason`).',
    '确属有意的代码，在其上一行写明规则与理由：`// plimsoll-ignore 规则: 理由`。没有理由，或下一行并无问题时，这一行本身就是问题（`ignore-with-reason`）。',
  ),
  rules: text('Rules', '规则'),
  all: text('All rules', '全部规则'),
} as const;

const commands = `\`\`\`sh
plimsoll lint                 # plimsoll.config.ts and all that it imports
plimsoll lint controls/ --fix # fixes what can be fixed without changing any verdict
plimsoll explain no-clock     # a rule, on the terminal
\`\`\``;

function indexOf(rules: readonly LintRule[], language: Language): string {
  const item = ({ id, summary }: LintRule): string =>
    `- [\`${id}\`](${id}.md) · ${asMarkdown(summary[language])}`;
  return `${[
    `# ${words.title[language]}`,
    `[${otherLanguage[language]}](${across[language]}/README.md)`,
    words.intro[language],
    `## ${words.use[language]}`,
    commands,
    words.exit[language],
    words.ignore[language],
    `## ${words.rules[language]}`,
    words.examples[language],
    rules.map(item).join('\n'),
  ].join('\n\n')}\n`;
}

/** Every page of the rules of lint in both languages, and an index of each, by path from the root. */
export async function lintDocuments(): Promise<ReadonlyMap<string, string>> {
  const rules = await lintRules();
  const documents = new Map<string, string>();
  for (const language of languages) {
    documents.set(`${folders[language]}/README.md`, indexOf(rules, language));
    for (const rule of rules) {
      const links = [
        `[${words.all[language]}](README.md)`,
        `[${otherLanguage[language]}](${across[language]}/${rule.id}.md)`,
      ];
      documents.set(
        `${folders[language]}/${rule.id}.md`,
        markdownOf(explainRule(rule, language), links),
      );
    }
  }
  return documents;
}
