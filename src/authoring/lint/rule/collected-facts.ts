import { Node, SyntaxKind, type CallExpression, type SourceFile, type Type } from 'ts-morph';
import { isOfPlimsoll, mayBe } from '../../source/declarations.ts';
import { reachOf } from '../../source/reach.ts';
import { memberOf, settle, type Value } from '../../source/values.ts';
import { nodesIn } from './walk.ts';

/** What collectors fill of one kind of one's own. */
export interface CollectedFacts {
  /** The name of the kind. */
  readonly kind: string;
  /** Whether any collector finds subjects of it. */
  readonly isFound: boolean;
  /** Names of its facts that some collector fills; `undefined` where the source does not tell. */
  readonly filled: ReadonlySet<string> | undefined;
}

/** The kinds that are declared in the files, by the call that declares each, with what collectors fill of them. */
export type CollectedKinds = ReadonlyMap<Node, CollectedFacts>;

const kindMakers: ReadonlySet<string> = new Set(['defineSubject']);
const collectorMakers: ReadonlySet<string> = new Set(['defineCollector']);
const nothingReturned = (): undefined => undefined;

/** Reads what the collectors of some files fill; a kind of another package is filled by that package's collectors. */
export function collectedKinds(
  files: readonly SourceFile[],
  isOwn: (declaration: Node) => boolean,
): CollectedKinds {
  const calls = files.flatMap((file) => file.getDescendantsOfKind(SyntaxKind.CallExpression));
  const isKind = callOf(kindMakers, files);
  const collectors = calls.filter(callOf(collectorMakers, files));
  const found = collectors.map((call) => readCollector(call, isOwn));
  return new Map(
    calls
      .filter((call) => isKind(call) && isOwn(call))
      .map((declared) => {
        const by = found.filter(({ kinds }) => kinds === undefined || kinds.includes(declared));
        const filled = by.map((each) => each.filled);
        const isTold = filled.every((names) => names !== undefined);
        const names = new Set(filled.flatMap((each) => [...(each ?? [])]));
        const facts = { kind: nameOf(declared), isFound: by.length > 0 };
        return [declared, { ...facts, filled: isTold ? names : undefined }];
      }),
  );
}

/** Whether a call is one of these functions of Plimsoll. */
function callOf(
  names: ReadonlySet<string>,
  files: readonly SourceFile[],
): (call: CallExpression) => boolean {
  const isLikely = mayBe(names, files);
  return (call) => {
    const callee = call.getExpression();
    return Node.isIdentifier(callee) && isLikely(callee.getText()) && isOfPlimsoll(callee, names);
  };
}

/** One collector: `undefined` stands for what the source does not tell. */
interface ReadCollector {
  readonly kinds: readonly Node[] | undefined;
  readonly filled: ReadonlySet<string> | undefined;
}

function readCollector(call: CallExpression, isOwn: (declaration: Node) => boolean): ReadCollector {
  const [given] = call.getArguments();
  const whole: Value | undefined = given && { node: given, bindings: new Map() };
  const member = (name: string): Value | undefined => {
    const sought = whole && memberOf(whole, name, nothingReturned);
    return sought && 'found' in sought ? sought.found : undefined;
  };
  const kinds = member('kinds');
  const list = kinds && settle(kinds, nothingReturned).node;
  const collect = member('collect');
  return {
    kinds: Node.isArrayLiteralExpression(list)
      ? list
          .getElements()
          .map((node) => settle({ node, bindings: new Map() }, nothingReturned).node)
      : undefined,
    filled: collect && filledBy(collect.node, isOwn),
  };
}

/** The names of all facts in what looks like a subject: an object with an id and facts. */
function filledBy(
  collect: Node,
  isOwn: (declaration: Node) => boolean,
): ReadonlySet<string> | undefined {
  const parts = reachOf([collect], new Map(), (declaration) => !isOwn(declaration));
  const subjects = [...nodesIn(parts)].filter(
    (node) =>
      Node.isObjectLiteralExpression(node) &&
      node.getProperty('id') !== undefined &&
      node.getProperty('facts') !== undefined,
  );
  const types = subjects.map((node) => factsIn(node));
  if (types.length === 0 || types.some((type) => type === undefined)) return undefined;
  return new Set(types.flatMap((type) => (type?.getProperties() ?? []).map((it) => it.getName())));
}

/** The type of the facts that are given; `undefined` where the compiler does not know it. */
function factsIn(subject: Node): Type | undefined {
  if (!Node.isObjectLiteralExpression(subject)) return undefined;
  const property = subject.getProperty('facts');
  const value = Node.isPropertyAssignment(property)
    ? property.getInitializer()
    : Node.isShorthandPropertyAssignment(property)
      ? property.getNameNode()
      : undefined;
  const type = value?.getType();
  const isKnown = type?.isObject() === true && type.getStringIndexType() === undefined;
  return isKnown && type.getProperties().length > 0 ? type : undefined;
}

/** The word by which a kind is called; the variable's where that is written nowhere. */
function nameOf(declared: CallExpression): string {
  const [node] = declared.getArguments();
  const kind = node && memberOf({ node, bindings: new Map() }, 'kind', nothingReturned);
  const word = kind && 'found' in kind ? kind.found.node : undefined;
  return Node.isStringLiteral(word) ? word.getLiteralValue() : declared.getText().slice(0, 40);
}
