import type { SyntaxNode } from 'unbash';

/** Syntax that is of bash whatever stands in it. */
const always: ReadonlyMap<string, string> = new Map<SyntaxNode['type'], string>([
  ['TestCommand', '[[ ]]'],
  ['ArithmeticCommand', '(( ))'],
  ['ArithmeticFor', '(( ))'],
  ['Select', 'select'],
  ['Coproc', 'coproc'],
  ['ArrayValue', 'array'],
  ['HereString', '<<<'],
  ['AnsiCQuoted', "$' '"],
  ['LocaleString', '$" "'],
]);

/** What of bash a piece of syntax is that a plain `sh` need not take, or reads otherwise; `undefined` where it is of every shell. */
export function beyondPosix(node: SyntaxNode, source: string): string | undefined {
  if (node.type === 'Function') {
    return source.startsWith('function', node.pos) ? 'function' : undefined;
  }
  if (node.type === 'Assignment') {
    return node.append === true ? '+=' : node.index === undefined ? undefined : 'array';
  }
  if (node.type === 'Redirect') {
    return ofRedirect(node.operator, node.descriptor?.type, node.target?.text ?? '');
  }
  if (node.type === 'ParameterExpansion') return node.index === undefined ? undefined : 'array';
  if (node.type === 'Pipeline') return node.operators.includes('|&') ? '|&' : undefined;
  if (node.type === 'ProcessSubstitution') return `${node.operator}( )`;
  return always.get(node.type);
}

function ofRedirect(
  operator: string,
  descriptor: string | undefined,
  target: string,
): string | undefined {
  if (operator.startsWith('&>')) return operator;
  if (descriptor === 'FileDescriptorVariable') return '{NAME}>';
  return operator === '>&' && !/^["']?(?:\d|-|\$)/.test(target) ? '>&' : undefined;
}
