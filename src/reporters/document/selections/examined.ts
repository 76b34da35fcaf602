import type { Count } from '../../model/entries/count.ts';
import type { FindingEntry } from '../../model/entries/finding.ts';
import type { Report } from '../../model/report.ts';

/** Something that was examined: a container, an image, a host, or all of a kind. */
export interface Examined {
  /** Its place in the inventory; 0 for what stands for all of a kind. */
  readonly number: number;
  readonly anchor: string;
  readonly target: string;
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  /** Its findings by how they stand; empty for what stands for all of a kind. */
  readonly tally: readonly Count[];
}

/** Everything that was examined, in the order of the inventory, and how a finding's own is found. */
export interface Inventory {
  readonly all: readonly Examined[];
  readonly of: (finding: FindingEntry) => Examined;
}

type Key = Pick<Examined, 'target' | 'kind' | 'id'>;

const keyOf = ({ target, kind, id }: Key): string => JSON.stringify([target, kind, id]);

/** Numbers what was examined, target by target and kind by kind. */
export function numberExamined({ subjects }: Report): Inventory {
  const all = subjects
    .flatMap(({ target, kinds }) =>
      kinds.flatMap(({ kind, subjects: ofKind }) =>
        ofKind.map(({ name, id, tally }) => ({ target, kind, name, id, tally })),
      ),
    )
    .map((each, at): Examined => ({ ...each, number: at + 1, anchor: `object-${at + 1}` }));
  const byKey = new Map(all.map((each) => [keyOf(each), each]));
  const of = (finding: FindingEntry): Examined => {
    const key = keyOf(finding);
    const known = byKey.get(key);
    if (known) return known;
    const { target, kind, name, id } = finding;
    const whole = { number: 0, anchor: '', target, kind, name, id, tally: [] };
    byKey.set(key, whole);
    return whole;
  };
  return { all, of };
}
