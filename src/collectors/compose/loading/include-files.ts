import { text } from '../../../core/text.ts';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import { projectForm } from '../../../syntax/compose/forms/project-form.ts';
import {
  entriesOf,
  map,
  tagged,
  toPlain,
  type Entry,
  type MapNode,
  type Node,
  type Place,
} from '../../../syntax/compose/tree/nodes.ts';

const kinds = ['services', 'networks', 'volumes', 'secrets', 'configs'] as const;
type Kind = (typeof kinds)[number];

/** What is included, and where that is asked for. */
export interface Included {
  readonly project: MapNode;
  readonly asked: Place;
}

/**
 * Puts what a file includes below the file itself, which may change it. Two that are included may hold the same thing
 * only where they say the very same of it.
 *
 * @throws PlimsollError `compose-invalid`
 */
export function bringIn(file: MapNode, all: readonly Included[]): MapNode {
  const whole = new Map<string, Entry>(file.entries);
  for (const kind of kinds) {
    const below = collect(kind, all);
    const present = whole.get(kind);
    const [first] = below.values();
    if (!first) continue;
    const entries = new Map<string, Entry>(entriesOf(present?.value));
    for (const [name, entry] of below) {
      const own = entries.get(name);
      entries.set(name, own ? overlaid(kind, name, entry, own) : entry);
    }
    const value = map(entries, (present?.value ?? first.value).place);
    whole.set(kind, { key: present?.key ?? first.key, value: tagged(value, present?.value.tag) });
  }
  return map(whole, file.place);
}

function collect(kind: Kind, all: readonly Included[]): ReadonlyMap<string, Entry> {
  const below = new Map<string, Entry>();
  for (const { project, asked } of all) {
    for (const [name, entry] of entriesOf(project.entries.get(kind)?.value)) {
      const known = below.get(name);
      if (known && !same(known.value, entry.value)) {
        throw invalidAt(
          known.key,
          text(
            `${kind}.${name} is also in what is included at line ${asked.file.lineAt(asked.offset).line}`,
            `${kind}.${name} 也出现在第 ${asked.file.lineAt(asked.offset).line} 行所包含的文件中`,
          ),
        );
      }
      if (!known) below.set(name, entry);
    }
  }
  return below;
}

const same = (a: Node, b: Node): boolean =>
  JSON.stringify(toPlain(a)) === JSON.stringify(toPlain(b));

/**
 * One thing as the file makes it of what is included. A tag of its own is for what the files before it say: to take the
 * thing away takes away theirs, and leaves what is included.
 */
function overlaid(kind: Kind, name: string, below: Entry, own: Entry): Entry {
  if (own.value.tag === 'reset') return { ...below, value: tagged(below.value, 'override') };
  if (own.value.tag !== undefined) return own;
  const alone = (entry: Entry): MapNode => {
    const inner = map(new Map([[name, entry]]), entry.value.place);
    return map(new Map([[kind, { key: entry.key, value: inner }]]), entry.value.place);
  };
  const merged = projectForm.merge(alone(below), alone(own));
  const value = merged.kind === 'map' ? merged.entries.get(kind)?.value : undefined;
  return (value?.kind === 'map' ? value.entries.get(name) : undefined) ?? own;
}
