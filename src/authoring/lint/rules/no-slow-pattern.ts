import { Node } from 'ts-morph';
import { text } from '../../../core/text.ts';
import { slownessOf } from '../rule/patterns.ts';
import type { Found, Rule, Scene } from '../rule/rule.ts';
import { isGlobal, nodesIn } from '../rule/walk.ts';

/** What is matched comes from what is audited, which may want the audit to take for ever. */
export const noSlowPattern: Rule = {
  id: 'no-slow-pattern',
  level: 'error',
  summary: text(
    'No regular expression of a check takes practically forever on a crafted text.',
    '检查中的正则表达式不会因特意构造的文本而耗时无尽。',
  ),
  why: text(
    'The text to match comes from the audited system, and its owner may want the audit never to end. A repetition within a repetition, or two alternatives in a repetition that match the same text, double the time with each character. Write the pattern so that there is one way to match a text, or divide the text with split.',
    '匹配的文本来自被审计方，其所有者可能希望审计永不结束。重复之中再有重复，或同一重复中两个选项匹配相同的内容，每多一个字符时间就翻倍。请让文本只有一种匹配方式，或用 split 拆分文本。',
  ),
  example: {
    wrong: `export const plainRegistry = defineControl({
  ...words,
  id: 'acme-plain-registry',
  subject: workload,
  check: (w) => /^([\\w-]+\\.?)+$/.test(w.image.registry),
});`,
    right: `export const plainRegistry = defineControl({
  ...words,
  id: 'acme-plain-registry',
  subject: workload,
  check: (w) => /^[\\w-]+(?:\\.[\\w-]+)*$/.test(w.image.registry),
});`,
  },
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      const pattern = patternOf(node, isOwn);
      const slowness = pattern && slownessOf(pattern.source, pattern.flags);
      if (slowness === 'exponential') {
        yield {
          node,
          message: text(
            'On a text that does not match, each further character doubles the time: thirty are enough to stop the audit.',
            '对不匹配的文本，每多一个字符耗时翻倍：三十个字符就足以使审计停滞。',
          ),
        };
      } else if (slowness === 'polynomial') {
        yield {
          node,
          level: 'warning',
          message: text(
            'On a long text that does not match, the time grows with the square of its length or faster.',
            '对不匹配的长文本，耗时随其长度的平方或更快增长。',
          ),
        };
      }
    }
  },
};

/** A pattern that is written out: `/…/g`, `new RegExp('…', 'g')`. */
function patternOf(
  node: Node,
  isOwn: Scene['isOwn'],
): { readonly source: string; readonly flags: string } | undefined {
  if (Node.isRegularExpressionLiteral(node)) {
    const literal = node.getLiteralText();
    const end = literal.lastIndexOf('/');
    return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
  }
  if (!Node.isNewExpression(node) && !Node.isCallExpression(node)) return undefined;
  const called = node.getExpression();
  const isRegExp = Node.isIdentifier(called) && called.getText() === 'RegExp';
  if (!isRegExp || !isGlobal(called, isOwn)) return undefined;
  const [source, flags] = node.getArguments().map(writtenIn);
  const isWhole = node.getArguments().length === 1 || flags !== undefined;
  return source !== undefined && isWhole ? { source, flags: flags ?? '' } : undefined;
}

const writtenIn = (node: Node): string | undefined =>
  Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)
    ? node.getLiteralValue()
    : undefined;
