import type { Reading, Unread } from './unread-gap.ts';
import { type Gap, afterLast } from '../../core/facts/gap.ts';
import { pointerSegment } from '../../core/facts/pointer.ts';
import type { Source } from '../../core/facts/source.ts';
import type { Facts } from '../../core/facts/subject.ts';

/** Ids of users; open at its end where others could not be read. */
export type Users = readonly (string | More)[];

/**
 * Facts while they are put together: any part may still say that it could not be read, or that it was
 * read somewhere else than the rest. {@link settle} takes such a tree apart.
 */
const unreadMark: unique symbol = Symbol('unread');

const sourceMark: unique symbol = Symbol('source');

const moreMark: unique symbol = Symbol('more');

/** Stands where a fact would, had it been read. */
export interface Missing {
  readonly [unreadMark]: Unread;
}

/** Stands in a list for items that it may hold beside those that are known. */
export interface More {
  readonly [moreMark]: Unread;
}

/** A fact that names its own source. */
export interface Sourced<T> {
  readonly [sourceMark]: Source;
  readonly value: T;
}

/** `T`, where any part may be missing or have a source of its own. */
export type Partly<T> = T | Missing | Sourced<Facts<T>> | Sourced<Parts<T>> | Parts<T>;

type Parts<T> = T extends readonly (infer Item)[]
  ? readonly (Partly<Item> | More)[]
  : T extends object
    ? { readonly [Key in keyof T]: Partly<T[Key]> }
    : never;

// Distinguished from plain values by their classes, since trees are large.

class MissingPart implements Missing {
  readonly [unreadMark]: Unread;
  constructor(unread: Unread) {
    this[unreadMark] = unread;
  }
}

class MoreItems implements More {
  readonly [moreMark]: Unread;
  constructor(unread: Unread) {
    this[moreMark] = unread;
  }
}

class SourcedPart<T> implements Sourced<T> {
  readonly [sourceMark]: Source;
  readonly value: T;
  constructor(value: T, source: Source) {
    this[sourceMark] = source;
    this.value = value;
  }
}

/** A part that its source alone decides, whatever other texts say beside it. */
class DecidedPart<T> extends SourcedPart<T> {}

const unreadOf = ({ reason, detail, source }: Unread): Unread =>
  source ? { reason, detail, source } : { reason, detail };

/** Says that a part could not be read. */
export const missing = (unread: Unread): Missing => new MissingPart(unreadOf(unread));

/** Says that a list may hold more than is known, and why that could not be read. */
export const more = (unread: Unread): More => new MoreItems(unreadOf(unread));

/** Gives a part its own source. */
export const sourced = <T>(value: T, source: Source): Sourced<T> => new SourcedPart(value, source);

/** The same for a part to which no other text can add: it takes the place of what the others say. */
export const decided = <T>(value: T, source: Source): Sourced<T> => new DecidedPart(value, source);

/** A reading with its source, or why there is none. */
export const fromReading = <T>(reading: Reading<T>): Missing | Sourced<T> =>
  'unread' in reading ? missing(reading.unread) : sourced(reading.value, reading.source);

/** Why a part could not be read. */
export const whyMissing = ({ [unreadMark]: unread }: Missing): Unread => unread;

/** Whether something stands for what could not be read. */
export const isMissing = (value: unknown): value is Missing => value instanceof MissingPart;

/** Ends the making of a fact from a part of an answer that was not in it; {@link read} makes a gap of it. */
export class UnreadPart extends Error {
  readonly missing: Missing;
  constructor(unread: Unread) {
    super('A part of an answer was used that was not read.');
    this.missing = missing(unread);
  }
}

/**
 * Makes one fact, or one part of it. Where it needs a part of an answer that was not read, the fact is missing for the
 * same reason; what is made outside of every `read` takes the whole subject with it.
 */
export function read<T>(make: () => T): T | Missing {
  try {
    return make();
  } catch (error) {
    if (error instanceof UnreadPart) return error.missing;
    throw error;
  }
}

/** Goes on with what was read, as {@link read} does; what was not stays missing. */
export const whenRead = <T, U>(value: T | Missing, next: (value: T) => U): U | Missing =>
  isMissing(value) ? value : read(() => next(value));

/**
 * Facts that another text, which was not read, may extend. Given values stay, and a list may continue; a value that is
 * not given is no default but missing. Plain values at the top belong to no text: the code that made them knows them.
 */
export function openParts<Tree extends object>(tree: Tree, why: Unread): Tree {
  const within = (part: unknown): unknown => {
    if (part instanceof MissingPart || part instanceof MoreItems) return part;
    if (part instanceof DecidedPart) return part;
    if (part instanceof SourcedPart) {
      const source: Source = part[sourceMark];
      if ('unset' in source && source.unset === true) return missing(why);
      return new SourcedPart(saidParts(part.value), source);
    }
    if (isList(part)) return [...part, more(why)];
    return isObject(part) ? mapValues(part, within) : missing(why);
  };
  const saidParts = (value: unknown): unknown => {
    if (isList(value)) return [...value, more(why)];
    if (!isObject(value) || isMissing(value)) return value;
    return mapValues(value, (part) => (isPlain(part) ? part : within(part)));
  };
  // Wherever a part may be missing or a list go on, that is what stands there.
  return mapValues(tree, (part) => (isPlain(part) ? part : within(part))) as Tree;
}

type OpenTree = Readonly<Record<string, unknown>>;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const mapValues = (of: object, change: (value: unknown) => unknown): OpenTree =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));

/** Facts, gaps and own sources, as a subject holds them. */
export interface Settled {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly gaps: readonly Gap[];
  readonly sources: Readonly<Record<string, Source>>;
}

/** Where a value stands; a path is spelled out, once, only for what has something to say. */
interface Place {
  readonly key: string;
  readonly above: Place | null;
  path?: string;
}

function pathOf(place: Place | null): string {
  if (place === null) return '';
  return (place.path ??= `${pathOf(place.above)}/${pointerSegment(place.key)}`);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isPlain = (value: unknown): boolean => value !== undefined && !isObject(value);

const isPlainList = (value: unknown): boolean => isList(value) && value.every(isPlain);

/** Takes a tree apart: what was read, what could not be, and what was read elsewhere. */
export function settle(tree: Readonly<Record<string, unknown>> | Missing): Settled {
  const gaps: Gap[] = [];
  const sources: Record<string, Source> = {};
  const walkList = (list: readonly unknown[], place: Place | null): readonly unknown[] => {
    if (isPlainList(list)) return list;
    // A list in which nothing has a source of its own stays as it is, and so stays one where several facts have it.
    let items: unknown[] | undefined;
    for (let at = 0; at < list.length; at += 1) {
      const item = list[at];
      if (item instanceof MoreItems) {
        gaps.push({ path: pathOf({ key: afterLast, above: place }), ...item[moreMark] });
        items ??= list.slice(0, at);
        continue;
      }
      const settled = walk(item, { key: String(items?.length ?? at), above: place }) ?? null;
      if (settled !== item) items ??= list.slice(0, at);
      items?.push(settled);
    }
    return items ?? list;
  };
  const walk = (value: unknown, place: Place | null): unknown => {
    if (!isObject(value)) return value;
    if (Array.isArray(value)) return walkList(value, place);
    if (value instanceof SourcedPart) {
      sources[pathOf(place)] = value[sourceMark];
      return walk(value.value, place);
    }
    if (isMissing(value)) {
      gaps.push({ path: pathOf(place), ...value[unreadMark] });
      return undefined;
    }
    return walkParts(value as Readonly<Record<string, unknown>>, place);
  };
  const walkParts = (parts: Readonly<Record<string, unknown>>, place: Place | null): object => {
    const keys = Object.keys(parts);
    // Most of a tree are branches of plain values, which stay as they are.
    let kept: Record<string, unknown> | undefined;
    let at = 0;
    for (const key of keys) {
      const part = parts[key];
      const settled =
        isObject(part) && !isPlainList(part) ? walk(part, { key, above: place }) : part;
      if (settled !== part || part === undefined) {
        kept ??= Object.fromEntries(keys.slice(0, at).map((before) => [before, parts[before]]));
      }
      if (kept && settled !== undefined) kept[key] = settled;
      at += 1;
    }
    return kept ?? parts;
  };
  // A tree is an object, and so is what remains of it; of one that is missing, nothing.
  const facts = (walk(tree, null) ?? {}) as Settled['facts'];
  return { facts, gaps, sources };
}
