import type { Said } from '../../syntax/problem.ts';
import { invalidAt } from '../../syntax/compose/tree/invalid-at.ts';
import { entryAt } from '../../syntax/compose/forms/form.ts';
import {
  list,
  map,
  type Entry,
  type MapNode,
  type Node,
  type Place,
} from '../../syntax/compose/tree/nodes.ts';
import type { Unread } from '../gathering/unread-gap.ts';
import { refusal } from '../compose/facts/read-fields.ts';

/** Puts together the service of Compose that a container would be, each value at the place that asks for it. */
export interface ServiceBuilder {
  /** Gives a field its value; a later one stands. */
  readonly set: (field: string, value: Node) => void;
  /** Adds an item to a list. */
  readonly add: (field: string, item: Node) => void;
  /** Gives a name of a map its value; a later one stands. */
  readonly put: (field: string, name: string, value: Node, key?: Place) => void;
  /** Says that something is asked of a field that is not known, and why; of `''`, that it may be asked of any. */
  readonly leaveOpen: (field: string, at: Node, why: Said) => void;
  /** The same with the reason that a value has, where it is refused. */
  readonly leaveOpenBy: (field: string, why: Unread) => void;
  readonly has: (field: string) => boolean;
  readonly build: () => MapNode;
  /** Where the whole of it stands. */
  readonly place: Place;
  /** What is not known, in order. */
  readonly open: readonly OpenField[];
}

/** A field of which not all is known, and why. */
export interface OpenField {
  readonly field: string;
  readonly why: Unread;
}

/** @param place of the whole */
export function serviceBuilder(place: Place): ServiceBuilder {
  const fields = new Map<string, Node>();
  const lists = new Map<string, Node[]>();
  const maps = new Map<string, Map<string, Entry>>();
  const open: OpenField[] = [];
  return {
    open,
    place,
    set: (field, value) => void fields.set(field, value),
    add: (field, item) => {
      const items = lists.get(field) ?? [];
      items.push(item);
      lists.set(field, items);
    },
    put: (field, name, value, key = value.place) => {
      const known = maps.get(field) ?? new Map<string, Entry>();
      // What is written last is shown.
      known.delete(name);
      maps.set(field, known.set(name, entryAt(value, key)));
    },
    leaveOpen: (field, at, why) =>
      void open.push({ field, why: refusal(invalidAt(at.place, why), at.place) }),
    leaveOpenBy: (field, why) => void open.push({ field, why }),
    has: (field) => fields.has(field) || lists.has(field) || maps.has(field),
    build: () => {
      const entries = new Map<string, Entry>();
      for (const [field, entry] of [...maps].toSorted(([a], [b]) => (a < b ? 1 : -1))) {
        const [first] = entry.values();
        const made = entryAt(map(entry, first?.key ?? place));
        const [outer = '', inner] = field.split('.');
        // What is within another field comes before that in this order.
        if (inner === undefined) entries.set(field, made);
        else maps.set(outer, new Map(maps.get(outer)).set(inner, made));
      }
      for (const [field, items] of lists) {
        entries.set(field, entryAt(list(items, items[0]?.place ?? place)));
      }
      for (const [field, value] of fields) entries.set(field, entryAt(value));
      return map(entries, place);
    },
  };
}
