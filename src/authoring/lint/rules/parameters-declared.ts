import { Node, type Type } from 'ts-morph';
import { text, type Text } from '../../../core/text.ts';
import { declaredParameters } from '../rule/parameters.ts';
import type { Found, LintedControl, Rule } from '../rule/rule.ts';
import { nodesIn } from '../rule/walk.ts';

/** A parameter that is not declared is `undefined`, and a comparison with that is no. */
export const parametersDeclared: Rule = {
  id: 'parameters-declared',
  level: 'error',
  summary: text(
    'Every parameter that a check reads is one that its control declares.',
    '检查读取的每个参数都是控制项声明过的。',
  ),
  why: text(
    'A parameter that is not declared is undefined, and a comparison with that is never true. The compiler reports it unless a type was lost on the way; this rule reports it then, too.',
    '未声明的参数是 undefined，与之比较永远不成立。除非类型在途中丢失，否则编译器会指出；类型丢失时由本规则指出。',
  ),
  example: {
    wrong: `export const bounded = defineControl({
  ...words,
  id: 'acme-bounded',
  subject: workload,
  params: z.object({ max: z.number().int().positive().default(64) }),
  check: (w, ctx) => {
    // @ts-expect-error There is no such parameter: the compiler says so as well.
    const { max, most } = ctx.params;
    return w.resources.pidsLimit <= max && w.mounts.length <= most;
  },
});`,
    right: `export const bounded = defineControl({
  ...words,
  id: 'acme-bounded',
  subject: workload,
  params: z.object({ max: z.number().int().positive().default(64) }),
  check: (w, ctx) => {
    const { max } = ctx.params;
    return w.resources.pidsLimit <= max;
  },
});`,
  },
  *find({ controls }): Iterable<Found> {
    for (const control of controls) {
      const declared = declaredParameters(control);
      if (!declared) continue;
      for (const { node, name } of readFromContext(control)) {
        if (declared.includes(name)) continue;
        yield { node, message: notDeclared(name, declared) };
      }
    }
  },
};

const notDeclared = (name: string, declared: readonly string[]): Text =>
  declared.length === 0
    ? text(
        `The control declares no parameter ${name}; it declares none.`,
        `该控制项没有声明参数 ${name}，它没有参数。`,
      )
    : text(
        `The control declares no parameter ${name}; it declares ${declared.join(', ')}.`,
        `该控制项没有声明参数 ${name}，它的参数是 ${declared.join('、')}。`,
      );

/** What the control's own functions take out of `params` of their context. */
function* readFromContext({
  parts,
  member,
}: LintedControl): Iterable<{ node: Node; name: string }> {
  const own = ['check', 'applies'].flatMap((name) => member(name)?.node ?? []);
  for (const node of nodesIn(parts)) {
    if (!own.some((each) => each === node || node.getAncestors().includes(each))) continue;
    if (Node.isPropertyAccessExpression(node) && isContextParams(node.getExpression())) {
      yield { node, name: node.getName() };
    } else if (Node.isBindingElement(node) && isTakenFromParams(node)) {
      const isRest = node.getDotDotDotToken() !== undefined;
      const name = node.getPropertyNameNode()?.getText() ?? node.getName();
      if (!isRest) yield { node, name };
    }
  }
}

/** `ctx.params`, or the `params` that was taken out of the context. */
function isContextParams(node: Node): boolean {
  if (Node.isPropertyAccessExpression(node)) {
    return node.getName() === 'params' && isContext(node.getExpression().getType());
  }
  if (!Node.isIdentifier(node)) return false;
  const [declaration] = node.getSymbol()?.getDeclarations() ?? [];
  return Node.isBindingElement(declaration) && isParamsOfContext(declaration);
}

function isParamsOfContext(element: Node): boolean {
  if (!Node.isBindingElement(element)) return false;
  const name = element.getPropertyNameNode()?.getText() ?? element.getName();
  return name === 'params' && isContext(element.getParent().getType());
}

/** `{ params: { max } }`, or `const { max } = params`. */
function isTakenFromParams(element: Node): boolean {
  const pattern = element.getParent();
  const owner = pattern?.getParent();
  if (!owner || !Node.isObjectBindingPattern(pattern)) return false;
  if (Node.isBindingElement(owner)) return isParamsOfContext(owner);
  const value = Node.isVariableDeclaration(owner) ? owner.getInitializer() : undefined;
  return value !== undefined && isContextParams(value);
}

/** What a check is given beside the facts. */
const isContext = (type: Type): boolean =>
  ['params', 'collectedAt', 'all', 'find'].every((name) => type.getProperty(name) !== undefined);
