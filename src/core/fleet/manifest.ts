import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import type { Entry, Statement } from './statement.ts';

/** All subjects of a host by their names, each with the hash of what was read of it. */
export type Manifest = ReadonlyMap<string, Entry>;

/** The name of a subject, as a key. */
export const keyOf = ({ kind, target, id }: Omit<Entry, 'hash'>): string =>
  JSON.stringify([kind, target, id]);

/** A manifest of entries; of two with the same name the last counts. */
export const manifestOf = (entries: Iterable<Entry>): Manifest =>
  new Map(Array.from(entries, (entry) => [keyOf(entry), entry]));

/** The entries of a manifest, in the order of their names. */
export const entriesOf = (manifest: Manifest): readonly Entry[] =>
  [...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);

/** A manifest as it is kept: equal ones are equal texts. */
export const manifestText = (manifest: Manifest): string =>
  canonicalJson(entriesOf(manifest).map(({ kind, target, id, hash }) => [kind, target, id, hash]));

/** The hash of all subjects of a host. */
export const rootOf = (manifest: Manifest): string => sha256(manifestText(manifest));

/** What a statement makes of the manifest before it. */
export function applyStatement(
  before: Manifest,
  { keyframe, changed, gone }: Pick<Statement, 'keyframe' | 'changed' | 'gone'>,
): Manifest {
  const after = new Map(keyframe ? [] : before);
  for (const each of gone) after.delete(keyOf(each));
  for (const each of changed) after.set(keyOf(each), each);
  return after;
}
