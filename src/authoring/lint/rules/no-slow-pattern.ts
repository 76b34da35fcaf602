import { Node } from 'ts-morph';
import { slownessOf } from '../patterns.ts';
import type { Found, Rule, Scene } from '../rule.ts';
import { isGlobal, nodesIn } from '../walk.ts';

/** What is matched comes from what is audited, which may want the audit to take for ever. */
export const noSlowPattern: Rule = {
  id: 'no-slow-pattern',
  level: 'error',
  summary: 'No regular expression of a check takes for ever on a text that was made for it.',
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      const pattern = patternOf(node, isOwn);
      const slowness = pattern && slownessOf(pattern.source, pattern.flags);
      if (slowness === 'exponential') {
        yield {
          node,
          message:
            'On a text that does not match, each further character doubles the time: thirty are enough to stop the audit.',
        };
      } else if (slowness === 'polynomial') {
        yield {
          node,
          level: 'warning',
          message:
            'On a long text that does not match, the time grows with the square of its length or faster.',
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
    const text = node.getLiteralText();
    const end = text.lastIndexOf('/');
    return { source: text.slice(1, end), flags: text.slice(end + 1) };
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
