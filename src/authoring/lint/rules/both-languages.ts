import { Node, type ObjectLiteralExpression } from 'ts-morph';
import { isLanguage, declarationsOf } from '../../source/declarations.ts';
import { text, type Text } from '../../../core/text.ts';
import type { Found, LintedControl, Rule } from '../rule/rule.ts';
import { nodesIn } from '../rule/walk.ts';

/** What stands in a control for people to read. */
const words = ['title', 'failingTitle', 'rationale', 'remediation', 'question'] as const;

const cjk = /\p{Script=Han}/u;

/** A report is read in English or in Chinese. */
export const bothLanguages: Rule = {
  id: 'both-languages',
  level: 'error',
  summary: text(
    'Texts that people read exist in English and in Chinese.',
    '供人阅读的文字中英文齐备。',
  ),
  why: text(
    'A report is made in one language or the other, and the same control appears in both. A text that is one string is the same in both; a text in two languages needs both. The compiler checks that the fields exist. This rule checks their content: an empty text, a text copied from the other language, a text in the wrong field, and what a check returns with text(en, zh).',
    '报告以中文或英文出具，同一控制项在两种报告中都会出现：只写一个字符串时，两种报告使用同一文字；分语言书写时，两种语言均须齐备。字段是否齐全由编译器保证；本规则检查其中的内容：空文本、照抄另一种语言的文本、填错字段的文本，以及检查中用 text(en, zh) 给出的说明。',
  ),
  example: {
    wrong: `export const bounded = defineControl({
  ...words,
  id: 'acme-bounded',
  subject: workload,
  title: { en: 'Its memory is bounded', zh: 'Its memory is bounded' },
  check: (w) => w.resources.memoryBytes > 0,
});`,
    right: `export const bounded = defineControl({
  ...words,
  id: 'acme-bounded',
  subject: workload,
  title: { en: 'Its memory is bounded', zh: '内存受限' },
  check: (w) => w.resources.memoryBytes > 0,
});`,
  },
  *find(scene): Iterable<Found> {
    const reported = new Set<Node>();
    const once = function* (found: Iterable<Found>): Iterable<Found> {
      for (const each of found) {
        if (reported.has(each.node) || !scene.isOwn(each.node)) continue;
        reported.add(each.node);
        yield each;
      }
    };
    for (const control of scene.controls) yield* once(wordsOf(control));
    for (const node of nodesIn(scene.parts)) yield* once(saidBy(node));
  },
};

function* wordsOf({ member, call }: LintedControl): Iterable<Found> {
  for (const name of words) {
    const found = member(name);
    if (found && Node.isObjectLiteralExpression(found.node)) yield* ofObject(found.node);
    else if (!found && name === 'title' && isWhole(call)) {
      yield { node: call, message: text('No title.', '缺少标题。') };
    }
  }
  const params = member('params');
  if (params) for (const node of nodesIn([params.node])) yield* saidBy(node);
}

/** Whether all that was given to a call is written there. */
function isWhole(call: LintedControl['call']): boolean {
  const [given] = call.getArguments();
  return (
    Node.isObjectLiteralExpression(given) && !given.getProperties().some(Node.isSpreadAssignment)
  );
}

/** `text(en, zh)`, and any object with one of the two languages. */
function* saidBy(node: Node): Iterable<Found> {
  if (Node.isObjectLiteralExpression(node)) {
    const names = node
      .getProperties()
      .flatMap((each) => ('getName' in each ? [each.getName()] : []));
    if (names.includes('en') || names.includes('zh')) yield* ofObject(node);
  }
  if (!Node.isCallExpression(node)) return;
  const callee = node.getExpression();
  if (!Node.isIdentifier(callee) || callee.getText() !== 'text') return;
  if (!declarationsOf(callee).some(isLanguage)) return;
  const [en, zh] = node.getArguments();
  yield* ofPair(en, zh, node);
}

function* ofObject(object: ObjectLiteralExpression): Iterable<Found> {
  if (object.getProperties().some(Node.isSpreadAssignment)) return;
  const [en, zh] = ['en', 'zh'].map((name) => {
    const property = object.getProperty(name);
    return Node.isPropertyAssignment(property) ? property.getInitializer() : property;
  });
  yield* ofPair(en, zh, object);
}

/** Several words: a single one may be the same in both languages, as seccomp and /dev/shm are. */
const severalWords = /\p{L}{2}\s+\p{L}{2}/u;

function* ofPair(en: Node | undefined, zh: Node | undefined, whole: Node): Iterable<Found> {
  if (!en) yield { node: whole, message: missing.en };
  if (!zh) yield { node: whole, message: missing.zh };
  const [english, chinese] = [writtenIn(en), writtenIn(zh)];
  const [isBare, isBlank] = [english?.trim() === '', chinese?.trim() === ''];
  // Nothing in either language is how a unit is left out of a sentence.
  if (en && isBare && !isBlank) yield { node: en, message: empty.en };
  if (zh && isBlank && !isBare) yield { node: zh, message: empty.zh };
  const inZh = zh && complaintOf(chinese, english);
  if (inZh) yield { node: zh, message: inZh, level: 'warning' };
  if (en && english !== undefined && cjk.test(english)) {
    yield { node: en, message: chineseInEnglish, level: 'warning' };
  }
}

const missing = {
  en: text('No English text (en).', '缺少英文文本（en）。'),
  zh: text('No Chinese text (zh).', '缺少中文文本（zh）。'),
} as const;

const empty = {
  en: text('The English text is empty.', '英文文本为空。'),
  zh: text('The Chinese text is empty.', '中文文本为空。'),
} as const;

const chineseInEnglish = text(
  'The English text contains Chinese characters.',
  '英文文本中含有汉字。',
);

function complaintOf(chinese: string | undefined, english: string | undefined): Text | undefined {
  if (chinese === undefined || cjk.test(chinese) || !severalWords.test(chinese)) return undefined;
  return chinese === english
    ? text('The Chinese text is the English one.', '中文文本与英文相同。')
    : text('The Chinese text contains no Chinese.', '中文文本中没有汉字。');
}

/** What is written out of a text; `undefined` where all of it comes from elsewhere. */
function writtenIn(node: Node | undefined): string | undefined {
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
    return node.getLiteralValue();
  }
  if (!Node.isTemplateExpression(node)) return undefined;
  const rest = node.getTemplateSpans().map((span) => span.getLiteral().getLiteralText());
  // What is filled in keeps a text from being empty.
  return [node.getHead().getLiteralText(), ...rest].join('0');
}
