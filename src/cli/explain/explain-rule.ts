import type { LintRule } from '../../authoring.ts';
import { text, type Language, type Text } from '../../index.ts';
import type { Page } from '../terminal/page.ts';

const words = {
  error: text('an error', '错误'),
  warning: text('a warning', '警告'),
  why: text('Why', '理由'),
  wrong: text('Wrong', '错误写法'),
  right: text('Right', '正确写法'),
  mends: text('What --fix does', '--fix 的作用'),
  ignore: text('Where it is meant', '确属有意时'),
} as const satisfies Record<string, Text>;

const subtitle = {
  en: (rule: LintRule) => `${rule.id} · a rule of plimsoll lint · ${words[rule.level].en}`,
  zh: (rule: LintRule) => `${rule.id} · plimsoll lint 的规则 · ${words[rule.level].zh}`,
} as const;

/** The page of a rule of lint. */
export function explainRule(rule: LintRule, language: Language): Page {
  const { id, summary, why, mends, example } = rule;
  return {
    data: rule,
    title: summary[language],
    subtitle: subtitle[language](rule),
    sections: [
      { heading: words.why[language], lines: [why[language]] },
      { heading: words.wrong[language], code: example.wrong },
      { heading: words.right[language], code: example.right },
      { heading: words.mends[language], lines: mends ? [mends[language]] : [] },
      {
        heading: words.ignore[language],
        code: `// plimsoll-ignore ${id}: ${{ en: 'the reason', zh: '理由' }[language]}`,
      },
    ],
  };
}
