import { isBuiltin } from 'node:module';
import { Node, SyntaxKind, type Identifier } from 'ts-morph';
import type { Found, Rule } from '../rule.ts';
import { isGlobal, nodesIn } from '../walk.ts';

const globals = new Set([
  'Bun',
  'Deno',
  'EventSource',
  'WebSocket',
  'XMLHttpRequest',
  'alert',
  'console',
  'eval',
  'fetch',
  'globalThis',
  'localStorage',
  'process',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** A check reads facts, and nothing else. */
export const noIo: Rule = {
  id: 'no-io',
  level: 'error',
  summary: 'A check reads no file, asks no network, starts nothing and prints nothing.',
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      if (Node.isCallExpression(node) && Node.isImportExpression(node.getExpression())) {
        yield { node, message: 'A check loads nothing while it judges. Import it at the top.' };
      }
      if (!Node.isIdentifier(node)) continue;
      const module = moduleOf(node);
      if (module !== undefined) {
        yield { node, message: `It comes from ${module}: a check has facts and nothing of Node.` };
      } else if (globals.has(node.getText()) && isGlobal(node, isOwn)) {
        yield {
          node,
          message: `${node.getText()} reaches out of the check: the verdict would depend on more than the snapshot.`,
        };
      }
    }
  },
};

/** The module of Node that a name was imported from. */
function moduleOf(name: Identifier): string | undefined {
  for (const declaration of name.getSymbol()?.getDeclarations() ?? []) {
    const module = declaration
      .getFirstAncestorByKind(SyntaxKind.ImportDeclaration)
      ?.getModuleSpecifierValue();
    if (module !== undefined && isBuiltin(module)) return module;
  }
  return undefined;
}
