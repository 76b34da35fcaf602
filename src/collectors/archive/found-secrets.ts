import type { DroppedSecret, Noted } from './read-layer-entry.ts';
import type { MergedView } from './merge-layers.ts';
import { isSample } from '../../knowledge/sample-places.ts';

type Entry = readonly [path: string, noted: Noted];

/** Orders what was noted by the path that it was noted of. */
export const byPath = ([a]: Entry, [b]: Entry): number => Number(a > b) - Number(a < b);

/** The secrets of one sort: first those that a container sees, and then those that a later layer hides. */
export function secretsIn(
  view: MergedView,
  pick: (noted: Noted) => readonly DroppedSecret[] | undefined,
  show: (path: string) => string,
) {
  const known = new Set<string>();
  const found = (entries: Iterable<Entry>, hidden: boolean) =>
    [...entries].toSorted(byPath).flatMap(([path, noted]) =>
      (pick(noted) ?? []).flatMap((each) => {
        const key = `${each.rule} ${each.fingerprint} ${path}`;
        // A file that a layer brings again with the same secret is one find.
        if (hidden && known.has(key)) return [];
        known.add(key);
        return [{ path: show(path), ...each, sample: isSample(path), hidden }];
      }),
    );
  const seen = found(view.files, false);
  return [...seen, ...found(view.hidden, true)];
}
