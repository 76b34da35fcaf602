import { forEachChild, type ParsedScript, type SyntaxNode } from 'unbash';
import { wordOf } from './read-words.ts';

/** A person nests less than this. */
const deepest = 200;

/**
 * The functions of a script that it calls where something else happens if they fail, as left of `&&`: `set -e` does not count in
 * them, nor in those that they call.
 */
export function testedFunctions(script: ParsedScript): ReadonlySet<string> {
  const tested = new Set<string>();
  const calls = new Map<string, Set<string>>();
  const walk = (node: SyntaxNode, isTested: boolean, within: string, depth: number): void => {
    if (depth > deepest) return;
    const down = (child: SyntaxNode, isChildTested = isTested): void =>
      walk(child, isChildTested, within, depth + 1);
    if (node.type === 'AndOr') {
      for (const [at, each] of node.commands.entries()) {
        down(each, isTested || at < node.commands.length - 1);
      }
    } else if (node.type === 'Pipeline') {
      const isNegated = node.prefixes.some(({ type }) => type === 'Negation');
      for (const each of node.commands) down(each, isTested || isNegated);
    } else if (node.type === 'If' || node.type === 'Elif' || node.type === 'While') {
      forEachChild(node, (child) => down(child, isTested || child === node.clause));
    } else if (node.type === 'Function') {
      walk(node.body, false, wordOf(node.name), depth + 1);
    } else {
      if (node.type === 'Command' && node.name) {
        const called = wordOf(node.name);
        if (isTested) tested.add(called);
        else calls.set(within, (calls.get(within) ?? new Set()).add(called));
      }
      forEachChild(node, down);
    }
  };
  for (const each of script.commands) walk(each, false, '', 0);
  for (const name of tested) for (const called of calls.get(name) ?? []) tested.add(called);
  return tested;
}
