import { invalidAt } from '../compose-error.ts';
import {
  list,
  map,
  scalar,
  tagged,
  type Entry,
  type MapNode,
  type Node,
  type Place,
} from '../node.ts';

/**
 * One field's rules: how its short and long spellings become one, and how a later file's value meets an
 * earlier one's. `at` is the field's path, for messages.
 */
export interface Form {
  readonly normalise: (node: Node, at: string) => Node;
  readonly merge: (base: Node, over: Node) => Node;
}

const replace = (_: Node, over: Node): Node => over;

const isNothing = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

const wrong = (node: Node, at: string, wanted: string) =>
  invalidAt(node.place, `${at}: it must be ${wanted}`);

/** A single value that a function reads; `undefined` means that it does not fit. */
export const single = (
  wanted: string,
  read: (value: string | number | boolean) => string | number | boolean | undefined,
): Form => ({
  merge: replace,
  normalise: (node, at) => {
    const value = node.kind === 'scalar' && node.value !== null ? read(node.value) : undefined;
    if (value === undefined) throw wrong(node, at, wanted);
    return scalar(value, node.place);
  },
});

/** Text, and nothing that looks like a number or a truth value. */
export const text = single('text', (value) => (typeof value === 'string' ? value : undefined));

/** Text, or a number as it is written. */
export const textOrNumber = single('text or a number', (value) =>
  typeof value === 'boolean' ? undefined : String(value),
);

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  y: true,
  yes: true,
  on: true,
  false: false,
  n: false,
  no: false,
  off: false,
};

/** `true` or `false`; as text also what older YAML takes for them. */
export const flag = single('true or false', (value) =>
  typeof value === 'string'
    ? truths[value.toLowerCase()]
    : typeof value === 'boolean'
      ? value
      : undefined,
);

const readNumber = (value: string | number | boolean): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value)) return;
  return Number(value);
};

/** A number. */
export const number = single('a number', readNumber);

/** A whole number. */
export const whole = single('a whole number', (value) => {
  const read = readNumber(value);
  return Number.isSafeInteger(read) ? read : undefined;
});

/** Anything at all, merged as its kind says. */
export const anything: Form = {
  normalise: (node) => node,
  merge: (base, over) => {
    if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, () => anything);
    if (base.kind === 'list' && over.kind === 'list') {
      return list([...base.items, ...over.items], over.place);
    }
    return over;
  },
};

/** A list whose items are of one form; `key` tells which items are the same, of which the later one stands. */
export function listOf(
  item: Form,
  key: (item: Node) => string | undefined = () => undefined,
): Form {
  return {
    normalise: (node, at) => {
      if (node.kind !== 'list') throw wrong(node, at, 'a list');
      const items = node.items
        .filter((each) => each.tag !== 'reset')
        .map((each, index) => item.normalise(each, `${at}[${index}]`));
      return list(unique(items, key), node.place);
    },
    merge: (base, over) =>
      base.kind === 'list' && over.kind === 'list'
        ? list(unique([...base.items, ...over.items], key), over.place)
        : over,
  };
}

function unique(items: readonly Node[], key: (item: Node) => string | undefined): readonly Node[] {
  const kept = new Map<string, Node>();
  for (const [at, item] of items.entries()) kept.set(key(item) ?? `#${at}`, item);
  return [...kept.values()];
}

/** The text of an item, by which equal items are one. */
export const itself = (item: Node): string | undefined =>
  item.kind === 'scalar' ? `=${String(item.value)}` : undefined;

/** A list in which each item may stand for several. */
export function spreading(form: Form, spread: (item: Node, at: string) => readonly Node[]): Form {
  return {
    merge: form.merge,
    normalise: (node, at) => {
      if (node.kind !== 'list') throw wrong(node, at, 'a list');
      const items = node.items.flatMap((item, index) => spread(item, `${at}[${index}]`));
      return form.normalise(list(items, node.place), at);
    },
  };
}

/** A field that has a shorter spelling: `lengthen` turns that into the long one, and leaves the long one. */
export const shortOr = (long: Form, lengthen: (node: Node, at: string) => Node): Form => ({
  merge: long.merge,
  normalise: (node, at) => long.normalise(lengthen(node, at), at),
});

/** One text, or a list of them. */
export const textOrList = (form: Form): Form =>
  shortOr(form, (node) => (node.kind === 'scalar' ? list([node], node.place) : node));

/** A field of which the later value stands alone. */
export const replaced = (form: Form): Form => ({ ...form, merge: replace });

/** A map with names of the user's own. */
export function mapOf(value: Form, options: { readonly allowsNothing?: boolean } = {}): Form {
  return {
    merge: (base, over) =>
      base.kind === 'map' && over.kind === 'map' ? mergeMaps(base, over, () => value) : over,
    normalise: (node, at) => {
      if (node.kind !== 'map') throw wrong(node, at, 'a map');
      return mapEntries(node, (name, entry) => {
        if (isNothing(entry.value) && options.allowsNothing === true) return entry.value;
        return value.normalise(entry.value, `${at}.${name}`);
      });
    },
  };
}

/** A map whose names are known; others are refused, unless they begin with `x-`. */
export function fields(
  known: Readonly<Record<string, Form>>,
  options: { readonly required?: readonly string[] } = {},
): Form {
  const formOf = (name: string): Form =>
    (Object.hasOwn(known, name) ? known[name] : undefined) ?? anything;
  return {
    merge: (base, over) =>
      base.kind === 'map' && over.kind === 'map' ? mergeMaps(base, over, formOf) : over,
    normalise: (node, at) => {
      if (node.kind !== 'map') throw wrong(node, at === '' ? 'the file' : at, 'a map');
      const inside = at === '' ? '' : `${at}.`;
      for (const name of options.required ?? []) {
        if (!node.entries.has(name)) throw invalidAt(node.place, `${at}: ${name} is missing`);
      }
      return mapEntries(node, (name, { key, value }) => {
        if (!Object.hasOwn(known, name) && !name.startsWith('x-')) {
          throw invalidAt(key, `${inside}${name}: there is no such field`);
        }
        if (isNothing(value)) return value.tag === undefined ? undefined : value;
        return formOf(name).normalise(value, `${inside}${name}`);
      });
    },
  };
}

function mapEntries(
  node: MapNode,
  next: (name: string, entry: Entry) => Node | undefined,
): MapNode {
  const entries = new Map<string, Entry>();
  for (const [name, entry] of node.entries) {
    // What is to be taken away need not be right.
    const value = entry.value.tag === 'reset' ? entry.value : next(name, entry);
    if (value) entries.set(name, { key: entry.key, value: tagged(value, entry.value.tag) });
  }
  return map(entries, node.place);
}

/** Lays one map over another: field by field, each by its own rules, and as tags ask. */
export function mergeMaps(base: MapNode, over: MapNode, formOf: (name: string) => Form): MapNode {
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    const below = entries.get(name);
    if (entry.value.tag === 'reset') entries.delete(name);
    else if (!below || entry.value.tag === 'override' || isNothing(below.value)) {
      entries.set(name, entry);
    } else if (!isNothing(entry.value)) {
      entries.set(name, { key: entry.key, value: formOf(name).merge(below.value, entry.value) });
    }
  }
  return map(entries, base.place);
}

/** Takes away what is tagged to be taken away, where nothing more is laid over it. */
export function settleTags(node: Node): Node {
  if (node.kind === 'scalar') return scalar(node.value, node.place);
  if (node.kind === 'list') return list(node.items.map(settleTags), node.place);
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    if (value.tag !== 'reset') entries.set(name, { key, value: settleTags(value) });
  }
  return map(entries, node.place);
}

/** `NAME=value` lines or a map, as a map; a name alone has no value yet. */
export function pairs(separators: RegExp = /=/): Form {
  const long: Form = {
    merge: (base, over) =>
      base.kind === 'map' && over.kind === 'map' ? mergePairs(base, over) : over,
    normalise: (node, at) => {
      if (node.kind !== 'map') throw wrong(node, at, 'a map, or a list of NAME=value');
      return mapEntries(node, (name, { value }) => {
        if (value.kind !== 'scalar') throw wrong(value, `${at}.${name}`, 'a single value');
        return value.value === null ? value : scalar(String(value.value), value.place);
      });
    },
  };
  return shortOr(long, (node, at) => {
    if (node.kind !== 'list') return node;
    const entries = new Map<string, Entry>();
    for (const item of node.items) {
      if (item.kind !== 'scalar' || item.value === null) {
        throw wrong(item, at, 'a list of NAME=value');
      }
      const written = String(item.value);
      const found = written.search(separators);
      const name = found < 0 ? written : written.slice(0, found);
      const value = found < 0 ? null : written.slice(found + 1);
      entries.set(name, { key: item.place, value: scalar(value, item.place) });
    }
    return map(entries, node.place);
  });
}

/** Of pairs a name without a value is a value too: that of the environment. */
function mergePairs(base: MapNode, over: MapNode): MapNode {
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    if (entry.value.tag === 'reset') entries.delete(name);
    else entries.set(name, entry);
  }
  return map(entries, base.place);
}

/** A field at the place of its value, for spellings that are taken apart. */
export const entryAt = (value: Node, key: Place = value.place): Entry => ({ key, value });
