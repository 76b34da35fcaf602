import { afterLast, type Gap } from '../facts/gap.ts';
import { firstGap, gapTree, type GapTree } from '../facts/gap-tree.ts';
import { allGaps } from '../facts/absent-facts.ts';
import { knownKeys } from './known-keys.ts';
import { isBeyond, openMethod } from './open-list.ts';
import {
  ask,
  note,
  passOver,
  requireKnown,
  standing,
  touch,
  wholeValue,
  type Recorder,
  type ViewNode,
} from './recorder.ts';
import type { Subject, SubjectKind } from '../facts/subject.ts';
import { createNode, nodeBelow, point, proxyOf, viewOf } from './view-node.ts';

/**
 * The recording view: what a check is given in place of its facts. Every fact that is read through it
 * is noted, and reading what could not be collected throws and leaves a mark that nothing can wipe off.
 */

/** Under this key a view tells its node; it is out of reach of the authors of checks. */
const nodeOf: unique symbol = Symbol('node');

/**
 * A fact as it stands, noted as a whole: for a list that is far too long to be viewed item by item. Of a list whose
 * beginning alone is known it is that beginning: what it does not decide still has to meet the end, by {@link meetEnd}.
 */
export function wholeFact<T extends object, Key extends keyof T & string>(
  view: T & { readonly [nodeOf]?: ViewNode },
  key: Key,
): T[Key] {
  const node = view[nodeOf];
  if (node === undefined) return view[key];
  ask(node, key, 'whole');
  if (node.gaps !== undefined) gapsBelow(node, node.gaps, key);
  note(node, key);
  return (node.value as T)[key];
}

/**
 * What follows from some facts and nothing else, made once for a subject, however many checks ask: from the facts as they
 * stand, which are noted as a whole. Where a part of them is a gap it is made through the view, which meets that.
 */
export function onceForFacts<T extends object, Key extends keyof T & string, Result>(
  keys: readonly Key[],
  make: (facts: Pick<T, Key>) => Result,
): (view: T) => Result {
  const made = new WeakMap<object, { readonly result: Result }>();
  return (view: T & { readonly [nodeOf]?: ViewNode }) => {
    const node = view[nodeOf];
    const { gaps } = node ?? {};
    if (node === undefined || gaps?.gap || keys.some((key) => gaps?.below?.has(key))) {
      return make(view);
    }
    for (const key of keys) {
      ask(node, key, 'whole');
      note(node, key);
    }
    const facts = standing(node) as T;
    let known = made.get(facts);
    if (known === undefined) made.set(facts, (known = { result: make(facts) }));
    return known.result;
  };
}

/** Leaves the mark of a gap and throws where only the beginning of a list is known. */
export function meetEnd<T extends object>(
  view: T & { readonly [nodeOf]?: ViewNode },
  key: keyof T & string,
): void {
  const node = view[nodeOf];
  const gap = node?.gaps?.below?.get(key)?.below?.get(afterLast)?.gap;
  if (node !== undefined && gap !== undefined) touch(node, gap);
}

function read(this: ViewNode, turn: object, key: string | symbol): unknown {
  if (turn !== this.root.turn) requireCurrent(turn);
  if (typeof key === 'symbol') {
    return key === nodeOf ? this : (ownOf(this, key) ?? Reflect.get(this.value, key));
  }
  if (this.root.recorder.asked !== undefined) ask(this, key, 'value');
  const gaps = this.gaps === undefined ? undefined : gapsBelow(this, this.gaps, key);
  // Any key may be asked of facts; what is there is looked at below.
  const value = (this.value as Readonly<Record<string, unknown>>)[key];
  if (typeof value === 'object' && value !== null) {
    const known = this.below?.get(key);
    if (known?.viewed === this.root.turn) return viewOf(known);
    if (!Object.hasOwn(this.value, key)) return undefined;
    return viewOf(point(known ?? nodeBelow(this, key), value, gaps));
  }
  if (typeof value === 'function') return ownOf(this, key) ?? value;
  if (value === undefined) {
    if (gaps !== undefined) meetBelow(this, gaps);
    requireKnown(this, key);
  }
  note(this, key === 'length' && Array.isArray(this.value) ? wholeValue : key);
  return value;
}

/** A check keeps nothing: what it was shown of one subject says nothing of the next. */
function requireCurrent(turn: object): void {
  // Only a view of one subject alone, which stays as it is, has a list behind it.
  if (!Array.isArray(turn)) {
    throw new TypeError('These facts belong to a subject that was judged before.');
  }
}

/** The gaps below a key; throws when the key itself is one, or the node is. */
function gapsBelow(node: ViewNode, gaps: GapTree, key: string): GapTree | undefined {
  if (gaps.gap) touch(node, gaps.gap);
  const below = gaps.below?.get(key);
  if (below?.gap) touch(node, below.gap);
  const more = moreOf(node);
  if (more && isBeyond(more.known, key)) touch(node, more.gap);
  return below;
}

/** How many items of a list are known, and the gap after the last of them; `undefined` where the list is whole. */
function moreOf({ value, gaps }: ViewNode): { known: number; gap: Gap } | undefined {
  if (!Array.isArray(value)) return undefined;
  const gap = gaps?.below?.get(afterLast)?.gap;
  return gap && { known: value.length, gap };
}

/** What an open list has in place of what every list has. */
function ownOf(node: ViewNode, key: string | symbol): unknown {
  const more = node.gaps && moreOf(node);
  if (!more) return undefined;
  return openMethod(key, {
    known: more.known,
    pass: () => passOver(node, more.gap),
    meet: () => touch(node, more.gap),
  });
}

/** Throws for what could not be read below a key that is not there: nobody knows whether it is. */
function meetBelow(node: ViewNode, gaps: GapTree): void {
  const gap = firstGap(gaps);
  if (gap) touch(node, gap);
}

/** Throws where a gap hides whether a key is there. */
function meetPresence(node: ViewNode, key: string): void {
  const gaps = node.gaps && gapsBelow(node, node.gaps, key);
  if (gaps && !Object.hasOwn(node.value, key)) meetBelow(node, gaps);
}

function has(this: ViewNode, turn: object, key: string | symbol): boolean {
  if (turn !== this.root.turn) requireCurrent(turn);
  if (typeof key === 'symbol') return Reflect.has(this.value, key);
  ask(this, key, 'presence');
  meetPresence(this, key);
  if (!Reflect.has(this.value, key)) requireKnown(this, key);
  // The methods of Array ask for each index before they read it: only the reading is evidence.
  if (!Array.isArray(this.value)) note(this, key);
  return Reflect.has(this.value, key);
}

/** Enumerating a value reads each of its keys, so a gap among them is met. */
function ownKeys(this: ViewNode, turn: object): (string | symbol)[] {
  if (turn !== this.root.turn) requireCurrent(turn);
  ask(this, wholeValue, 'keys');
  if (this.gaps?.gap) touch(this, this.gaps.gap);
  for (const key of this.gaps?.below?.keys() ?? []) meetPresence(this, key);
  note(this, wholeValue);
  return Reflect.ownKeys(this.value);
}

function describe(
  this: ViewNode,
  turn: object,
  key: string | symbol,
): PropertyDescriptor | undefined {
  if (turn !== this.root.turn) requireCurrent(turn);
  const descriptor = Reflect.getOwnPropertyDescriptor(this.value, key);
  if (typeof key === 'symbol') return descriptor;
  ask(this, key, 'own');
  if (descriptor === undefined) {
    meetPresence(this, key);
    requireKnown(this, key);
    note(this, key);
    return undefined;
  }
  const value = read.call(this, turn, key);
  // Of a list the length is as the language fixes it; everything else looks like plain data.
  return key === 'length' && Array.isArray(turn)
    ? { ...descriptor, value }
    : { value, enumerable: true, configurable: true, writable: true };
}

function refuse(): never {
  throw new TypeError('Facts are read-only.');
}

const traps: ProxyHandler<object> = {
  has,
  ownKeys,
  getOwnPropertyDescriptor: describe,
  set: refuse,
  defineProperty: refuse,
  deleteProperty: refuse,
  setPrototypeOf: refuse,
  preventExtensions: refuse,
  get: read,
};

/**
 * A view on a subject's facts that notes in `recorder` what is read. The facts must not change while
 * it is in use. Reading or enumerating anything that a gap covers throws {@link GapTouched}, as does a fact that its kind has
 * and it has not; a key that is neither there nor known throws {@link UnknownKey}.
 */
export function viewSubject(
  subject: Subject,
  kind: SubjectKind | undefined,
  recorder: Recorder,
): object {
  const known = knownKeys(kind?.schema);
  const root = { recorder, subject, known, traps, shared: false, turn: {}, size: 0 };
  const node = createNode(root, undefined, '');
  node.gaps = gapTree(allGaps(kind, subject));
  return proxyOf(node);
}

/** With more nodes than these their keys are no schema's, and the next subject has others. */
const manyNodes = 10_000;

/**
 * Views the subjects of one kind one after the other, as {@link viewSubject} does each. What was made for one is
 * pointed at the next, so that a view costs little; what a check has kept of one before throws.
 *
 * @param renewed called when all that was made is given up and made anew
 */
export function createViewer(
  recorder: Recorder,
  kind: SubjectKind | undefined,
  renewed: () => void,
): (subject: Subject) => object {
  const known = knownKeys(kind?.schema);
  let node: ViewNode | undefined;
  return (subject) => {
    const turn = {};
    if (node === undefined || node.root.size > manyNodes) {
      renewed();
      const root = { recorder, subject, known, traps, shared: true, turn, size: 0 };
      node = createNode(root, undefined, '');
    }
    node.root.subject = subject;
    node.root.turn = turn;
    node.value = subject.facts;
    node.gaps = gapTree(allGaps(kind, subject));
    node.turn = turn;
    return proxyOf(node);
  };
}
