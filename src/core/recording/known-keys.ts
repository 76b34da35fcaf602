import { nearestNames } from '../nearest-names.ts';
import type { z } from 'zod';

/** What a schema says of the keys of a value; where it says nothing, as `z.unknown()` does, there is none of these. */
export interface KnownKeys {
  /** Names that may be misspellings of one another. */
  readonly names: readonly string[];
  /** Whether it holds lists and nothing else that has keys. */
  readonly isList: boolean;
  /** Whether the schema, the language or what prints values may ask for the key. */
  readonly has: (key: string) => boolean;
  /** The same for what stands under a key; `undefined` where anything may. */
  readonly below: (key: string) => KnownKeys | undefined;
}

/** Keys that code asks of any value when it awaits, prints or compares it; `length` distinguishes lists from others. */
const askedOfAll: ReadonlySet<string> = new Set([
  'toJSON',
  'then',
  'length',
  'inspect',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
]);

const isIndex = (key: string): boolean => /^-?\d+$/.test(key);

/** Kinds of schema that hold no object. */
const plain: ReadonlySet<string> = new Set([
  ...['string', 'number', 'int', 'boolean', 'bigint', 'symbol', 'null', 'undefined', 'void'],
  ...['never', 'nan', 'enum', 'literal', 'template_literal', 'success'],
]);

/** What the parts of a schema come to that may hold an object. */
interface Parts {
  readonly objects: z.core.$ZodObject[];
  readonly records: z.core.$ZodRecord[];
  readonly lists: (z.core.$ZodArray | z.core.$ZodTuple)[];
  /** Whether anything may stand there. */
  anything: boolean;
}

function collectParts(schema: z.core.$ZodType, parts: Parts, seen: Set<object>): void {
  // A schema that is not of this library's making, or that is made of itself.
  const of = schema as z.core.$ZodTypes | undefined;
  if (of?._zod === undefined) parts.anything = true;
  if (of?._zod === undefined || seen.has(of)) return;
  seen.add(of);
  const { def } = of._zod;
  const go = (next: z.core.$ZodType): void => collectParts(next, parts, seen);
  // oxlint-disable-next-line switch-exhaustiveness-check -- of kinds that a later zod adds anything may be held
  switch (def.type) {
    case 'object':
      parts.objects.push(of as z.core.$ZodObject);
      break;
    case 'record':
      parts.records.push(of as z.core.$ZodRecord);
      break;
    case 'array':
    case 'tuple':
      parts.lists.push(of as z.core.$ZodArray | z.core.$ZodTuple);
      break;
    case 'union':
      def.options.forEach(go);
      break;
    case 'intersection':
      go(def.left);
      go(def.right);
      break;
    case 'pipe':
      go(def.out);
      break;
    case 'lazy':
      go(def.getter());
      break;
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
      go(def.innerType);
      break;
    default:
      if (!plain.has(def.type)) parts.anything = true;
  }
}

/** Keys that a record has where its schema lists them; `undefined` where they are free. */
function listedKeys(record: z.core.$ZodRecord): readonly string[] | undefined {
  const { def } = (record._zod.def.keyType as z.core.$ZodTypes)._zod;
  if (def.type === 'enum') return Object.values(def.entries).map(String);
  return def.type === 'literal' ? def.values.map(String) : undefined;
}

/** What else than its own keys an object may have; `undefined` where nothing is. */
function catchallOf(object: z.core.$ZodObject): z.core.$ZodType | undefined {
  const rest = object._zod.def.catchall as z.core.$ZodTypes | undefined;
  return rest?._zod.def.type === 'never' ? undefined : rest;
}

/** Where what holds for all keys is kept that no schema names. */
const anyOther = '\u0000';

const made = new WeakMap<z.core.$ZodType, KnownKeys>();

/** What a schema says of the keys of its values, at any depth; `undefined` where anything may stand there. */
export function knownKeys(schema: z.core.$ZodType | undefined): KnownKeys | undefined {
  if (schema === undefined) return undefined;
  let known = made.get(schema);
  if (known === undefined) {
    known = keysOfAll([schema]);
    if (known !== undefined) made.set(schema, known);
  }
  return known;
}

/** The same of a value that one of several schemas holds for. */
function keysOfAll(schemas: readonly z.core.$ZodType[]): KnownKeys | undefined {
  const parts: Parts = { objects: [], records: [], lists: [], anything: false };
  for (const schema of schemas) collectParts(schema, parts, new Set());
  const { objects, records, lists } = parts;
  if (parts.anything) return undefined;
  const own = new Set([
    ...objects.flatMap((each) => Object.keys(each._zod.def.shape)),
    ...records.flatMap((each) => listedKeys(each) ?? []),
  ]);
  const isFree =
    objects.some((each) => catchallOf(each) !== undefined) ||
    records.some((each) => listedKeys(each) === undefined);
  const names = lists.length === 0 ? [...own] : [...own, ...namesOfLists];
  const deeper = new Map<string, KnownKeys | undefined>();
  const schemasBelow = (key: string): z.core.$ZodType[] => [
    ...objects.flatMap((each) => {
      const { shape } = each._zod.def;
      return (Object.hasOwn(shape, key) ? shape[key] : catchallOf(each)) ?? [];
    }),
    ...records.map((each) => each._zod.def.valueType),
    ...lists.flatMap((each) => {
      const { def } = each._zod;
      if (def.type === 'array') return [def.element];
      return def.rest === null ? [...def.items] : [...def.items, def.rest];
    }),
  ];
  return {
    names,
    isList: lists.length > 0 && objects.length === 0 && records.length === 0,
    has: (key) =>
      isFree ||
      own.has(key) ||
      askedOfAll.has(key) ||
      key in Object.prototype ||
      (lists.length > 0 && (isIndex(key) || key in Array.prototype)),
    below(key) {
      // Under all free keys, as of all items of a list, stands the same.
      const place = own.has(key) ? key : anyOther;
      if (!deeper.has(place)) deeper.set(place, keysOfAll(schemasBelow(key)));
      return deeper.get(place);
    },
  };
}

const namesOfLists = Object.getOwnPropertyNames(Array.prototype);

/** The known key that is written most like one that is not; `undefined` where none is near. */
export const nearestKey = (key: string, { names }: KnownKeys): string | undefined =>
  nearestNames(key, names, 1)[0];
