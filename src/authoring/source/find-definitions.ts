import { Node, SyntaxKind, type CallExpression, type Expression } from 'ts-morph';
import { declarationsOf, isOfPlimsoll, mayBe } from './declarations.ts';
import { bind, calledBy, type Bindings } from './functions.ts';
import type { Sources } from './open-sources.ts';
import { memberOf, textOf, type Member, type Returned } from './values.ts';

/** One control as it stands in the source. */
export interface Definition {
  readonly id: string;
  /** The call of `defineControl` or `defineManualControl`. */
  readonly call: CallExpression;
  /** What a reader would point to: the same call, or that of the author's own function around it. */
  readonly site: CallExpression;
  /** What the functions around it were called with. */
  readonly bindings: Bindings;
  /** A member of what was given to the call, however the object was put together. */
  readonly member: (name: string) => Member | undefined;
}

/** What was found. */
export interface Definitions {
  readonly known: readonly Definition[];
  /** Calls that define a control whose id is written nowhere, as in a loop. */
  readonly unclear: readonly CallExpression[];
}

const makers: ReadonlySet<string> = new Set(['defineControl', 'defineManualControl']);

/** An author's function around another around a third is followed; more is no way to write a control. */
const mostLevels = 5;

/** What a call that makes a control was given, which is what the control is. */
const returned: Returned = (call) =>
  Node.isCallExpression(call) && isMaker(call) ? argumentOf(call) : undefined;

/** Finds every control that is defined in the files, however it is exported, and through functions that make controls. */
export function findDefinitions({ files }: Pick<Sources, 'files'>): Definitions {
  const calls = files.flatMap((file) => file.getDescendantsOfKind(SyntaxKind.CallExpression));
  const uses = usesOf(calls);
  const known: Definition[] = [];
  const unclear: CallExpression[] = [];
  const expand = (call: CallExpression, site: CallExpression, bindings: Bindings, depth = 0) => {
    const node = argumentOf(call);
    if (!node) {
      unclear.push(call);
      return;
    }
    const given = { node, bindings };
    const member = (name: string): Member | undefined => {
      const sought = memberOf(given, name, returned);
      return 'found' in sought ? sought.found : undefined;
    };
    const sought = memberOf(given, 'id', returned, true);
    const id = 'found' in sought ? textOf(sought.found, returned) : sought;
    if ('found' in id) {
      known.push({ id: id.found, call, site, bindings, member });
      return;
    }
    const around = 'open' in id ? id.open?.getParent() : undefined;
    const above = around && depth < mostLevels ? (uses.get(around) ?? []) : [];
    if (above.length === 0) unclear.push(call);
    for (const use of above) expand(call, use, bind(bindings, use, around), depth + 1);
  };
  const isLikely = mayBe(makers, files);
  const made = calls.filter((call) => isLikely(calleeOf(call)) && isMaker(call));
  for (const call of made) expand(call, call, new Map());
  return { known, unclear };
}

/** The name of what is called, without its owner's. */
function calleeOf(call: CallExpression): string {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
}

function isMaker(call: CallExpression): boolean {
  const callee = call.getExpression();
  const name = Node.isPropertyAccessExpression(callee) ? callee.getNameNode() : callee;
  if (!Node.isIdentifier(name) || isOwn(call)) return false;
  if (isOfPlimsoll(name, makers)) return true;
  // Of `import * as plimsoll`, the member is in no file that was followed.
  const owner = Node.isPropertyAccessExpression(callee) ? callee.getExpression() : undefined;
  if (!Node.isIdentifier(owner) || !makers.has(name.getText())) return false;
  return declarationsOf(owner).some(
    (declaration) =>
      Node.isNamespaceImport(declaration) &&
      declaration.getFirstAncestor(Node.isImportDeclaration)?.getModuleSpecifierValue() ===
        'plimsoll',
  );
}

/** `defineManualControl` makes its controls by `defineControl`. */
const isOwn = (call: CallExpression): boolean =>
  makers.has(call.getFirstAncestor(Node.isFunctionDeclaration)?.getName() ?? '');

function argumentOf(call: CallExpression): Expression | undefined {
  const [first] = call.getArguments();
  return Node.isExpression(first) ? first : undefined;
}

/** Calls by the function that they call, as far as it is in the files. */
function usesOf(calls: readonly CallExpression[]): ReadonlyMap<Node, readonly CallExpression[]> {
  const uses = new Map<Node, CallExpression[]>();
  for (const call of calls) {
    for (const called of calledBy(call)) {
      const group = uses.get(called);
      if (group) group.push(call);
      else uses.set(called, [call]);
    }
  }
  return uses;
}
