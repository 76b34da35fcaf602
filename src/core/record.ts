import { firstGap, gapTree, type GapTree } from './gap-tree.ts';
import { note, touch, wholeValue, type Recorder, type ViewNode } from './recorder.ts';
import type { Subject } from './subject.ts';

/**
 * The recording view: what a check is given in place of its facts. Every fact that is read through it
 * is noted, and reading what could not be collected throws and leaves a mark that nothing can wipe off.
 */

type Handler = ViewNode & ProxyHandler<object>;

/** Enumerating a value reads each of its keys, so a gap among them is met. */
function enumerate(node: ViewNode): void {
  if (node.gaps) {
    if (node.gaps.gap) touch(node, node.gaps.gap);
    for (const below of node.gaps.below.values()) if (below.gap) touch(node, below.gap);
  }
  note(node, wholeValue);
}

function read(this: Handler, _: object, key: string | symbol): unknown {
  if (typeof key === 'symbol') return Reflect.get(this.value, key);
  const below = this.gaps === undefined ? undefined : gapsBelow(this, this.gaps, key);
  // Any key may be asked of facts; what is there is looked at below.
  const value = (this.value as Readonly<Record<string, unknown>>)[key];
  if (typeof value === 'object' && value !== null) return readView(this, key, value, below);
  if (typeof value === 'function') return value;
  if (value === undefined && below) {
    const gap = firstGap(below);
    if (gap) touch(this, gap);
  }
  note(this, key === 'length' && Array.isArray(this.value) ? wholeValue : key);
  return value;
}

/** The gaps below a key; throws when the key itself is one, or the node is. */
function gapsBelow(node: Handler, gaps: GapTree, key: string): GapTree | undefined {
  if (gaps.gap) touch(node, gaps.gap);
  const below = gaps.below.get(key);
  if (below?.gap) touch(node, below.gap);
  return below;
}

/** The view of an object or a list below a node, made once. */
function readView(node: Handler, key: string, value: object, below: GapTree | undefined): unknown {
  if (below === undefined && Array.isArray(value)) note(node, key);
  const known = node.views?.get(key);
  if (known !== undefined) return known;
  if (!Object.hasOwn(node.value, key)) return undefined;
  const view = createView(node, key, value, below);
  (node.views ??= new Map()).set(key, view);
  return view;
}

function has(this: Handler, _: object, key: string | symbol): boolean {
  if (typeof key === 'symbol') return Reflect.has(this.value, key);
  if (this.gaps?.gap) touch(this, this.gaps.gap);
  const gap = this.gaps?.below.get(key)?.gap;
  if (gap) touch(this, gap);
  // The methods of Array ask for each index before they read it: only the reading is evidence.
  if (!Array.isArray(this.value)) note(this, key);
  return Reflect.has(this.value, key);
}

function ownKeys(this: Handler): (string | symbol)[] {
  enumerate(this);
  return Reflect.ownKeys(this.value);
}

function describe(
  this: Handler,
  target: object,
  key: string | symbol,
): PropertyDescriptor | undefined {
  const descriptor = Reflect.getOwnPropertyDescriptor(this.value, key);
  if (typeof key === 'symbol' || descriptor === undefined) return descriptor;
  const value = read.call(this, target, key);
  // Of a list the length is as the language fixes it; everything else looks like plain data.
  return key === 'length' && Array.isArray(target)
    ? { ...descriptor, value }
    : { value, enumerable: true, configurable: true, writable: true };
}

function refuse(): never {
  throw new TypeError('Facts are read-only.');
}

function createView(
  parent: ViewNode,
  key: string,
  value: object,
  gaps: GapTree | undefined,
): object {
  const node = handler(parent.recorder, parent.subject, parent, key, value, gaps);
  return gaps === undefined && Array.isArray(value) ? viewItems(node, value) : proxyOf(node);
}

/** Stands behind the views of objects: nothing is ever looked up in it, so that a read costs least. */
const blank = {};

/** A list stays a list to `Array.isArray`; a copy, since a frozen one could not be viewed. */
const proxyOf = (node: Handler): object =>
  new Proxy(Array.isArray(node.value) ? [...(node.value as unknown[])] : blank, node);

/**
 * A list without gaps is a real, frozen array of views, which array methods run through far faster
 * than through a proxy; that it was read was noted when it was reached.
 */
function viewItems(node: Handler, items: readonly unknown[]): object {
  const views: unknown[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    const whole = typeof item !== 'object' || item === null;
    views.push(whole ? item : createView(node, String(at), item, undefined));
  }
  return Object.freeze(views);
}

function handler(
  recorder: Recorder,
  subject: Subject,
  parent: ViewNode | undefined,
  key: string,
  value: object,
  gaps: GapTree | undefined,
): Handler {
  return {
    recorder,
    subject,
    parent,
    key,
    value,
    gaps,
    views: undefined,
    get: read,
    has,
    ownKeys,
    getOwnPropertyDescriptor: describe,
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse,
  };
}

/**
 * A view on a subject's facts that notes in `recorder` what is read. The facts must not change while
 * it is in use. Reading or enumerating anything that a gap covers throws {@link GapTouched}.
 */
export function viewSubject(subject: Subject, recorder: Recorder): object {
  const { facts, gaps } = subject;
  return proxyOf(handler(recorder, subject, undefined, '', facts, gapTree(gaps)));
}
