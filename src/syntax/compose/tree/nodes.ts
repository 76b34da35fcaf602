import type { SyntaxProblem } from '../../problem.ts';

/** A file that was read, as messages call it, and what finds lines in it. */
export interface SourceFile {
  readonly name: string;
  readonly lineAt: (offset: number) => { readonly line: number; readonly col: number };
}

/** Where a value is written; the line is worked out only when it is asked for. */
export interface Place {
  readonly file: SourceFile;
  readonly offset: number;
}

/** What `!reset` and `!override` ask of the merge. */
export type MergeTag = 'reset' | 'override';

interface Located {
  readonly place: Place;
  readonly tag?: MergeTag;
  /** Why Compose would refuse what was written here; nothing stands in its place, and nobody knows what was meant. */
  readonly fault?: SyntaxProblem;
  /** How many values are in it, itself among them. */
  readonly size: number;
}

/** A folder that is elsewhere where a project is deployed: its own, or the home of the user who starts it. */
export interface Base {
  readonly base: 'project' | 'home';
  /** The path from there, as `data`, `../data` or `.`. */
  readonly path: string;
}

/** A single value. */
export interface ScalarNode extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Of a path that was made absolute, from where it was written; absent of one that was absolute. */
  readonly from?: Base;
}

/** A list. */
export interface ListNode extends Located {
  readonly kind: 'list';
  readonly items: readonly Node[];
  /** What else the text holds that the list was made of, and Compose passes over. */
  readonly passedOver?: string;
}

/** One field of a map: where its name stands, and what it holds. */
export interface Entry {
  readonly key: Place;
  readonly value: Node;
}

/** A map; fields keep the order in which they are written. */
export interface MapNode extends Located {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A value of a Compose file that knows where it is written; it is never changed, only replaced. */
export type Node = ScalarNode | ListNode | MapNode;

/** A single value at a place. */
export const scalar = (value: ScalarNode['value'], place: Place): ScalarNode => ({
  kind: 'scalar',
  value,
  place,
  size: 1,
});

/** A path that was made absolute, at a place. */
export const pathAt = (value: string, place: Place, from: Base | undefined): ScalarNode =>
  from ? { kind: 'scalar', value, place, size: 1, from } : scalar(value, place);

/** What stands for a value that Compose would refuse, where the rest of the file can be read all the same. */
export const refused = (place: Place, fault: SyntaxProblem): ScalarNode => ({
  ...scalar(null, place),
  fault,
});

/** A list at a place. */
export const list = (items: readonly Node[], place: Place): ListNode => ({
  kind: 'list',
  items,
  place,
  size: items.reduce((sum, { size }) => sum + size, 1),
});

/** A map at a place. */
export function map(entries: ReadonlyMap<string, Entry>, place: Place): MapNode {
  let size = 1;
  for (const { value } of entries.values()) size += value.size;
  return { kind: 'map', entries, place, size };
}

/** A map of values that all stand at one place. */
export const fieldsAt = (fields: Readonly<Record<string, Node>>, place: Place): MapNode =>
  map(new Map(Object.entries(fields).map(([name, value]) => [name, { key: place, value }])), place);

/** The same value with what it asks of the merge. */
export const tagged = <T extends Node>(node: T, tag: MergeTag | undefined): T =>
  tag === undefined ? node : { ...node, tag };

/** What a field holds, be it refused; `undefined` when there is no such field, or it holds nothing. */
export function fieldOf(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let at = node;
  for (const name of path) {
    if (at?.kind !== 'map') return undefined;
    at = at.entries.get(name)?.value;
  }
  return at?.kind === 'scalar' && at.value === null && !at.fault ? undefined : at;
}

/** From where a path was written, for a fact beside it; nothing of one that was absolute. */
export const fromOf = (node: Node | undefined): { readonly from?: Base } =>
  node?.kind === 'scalar' && node.from ? { from: node.from } : {};

/** The fields of a map; none of anything else. */
export const entriesOf = (node: Node | undefined): readonly (readonly [string, Entry])[] =>
  node?.kind === 'map' ? [...node.entries] : [];

/** The items of a list; none of anything else. */
export const itemsOf = (node: Node | undefined): readonly Node[] =>
  node?.kind === 'list' ? node.items : [];

/** A single value as text; `undefined` for a map, a list, or nothing. */
export const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;

/** A place as messages spell it. */
export function spell({ file, offset }: Place): string {
  const { line, col } = file.lineAt(offset);
  return `${file.name}:${line}:${col}`;
}

/** Values without their places. */
export function toPlain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  const plain: Record<string, unknown> = {};
  for (const [name, { value }] of node.entries) {
    // A field called `__proto__` is a field like any other.
    Object.defineProperty(plain, name, {
      value: toPlain(value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return plain;
}
