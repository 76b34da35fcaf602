import { isDeepStrictEqual } from 'node:util';
import { severities, type Severity } from '../../core/controls/severity.ts';
import type { Guard } from '../../core/frameworks/mapping.ts';
import type { Text } from '../../core/text.ts';
import { directionOf, type Direction } from './direction.ts';
import type { Release, ReleasedControl } from './release.ts';

/** What is another in a catalog, and whether more or less passes for it. */
export interface ReleaseChange {
  readonly control: string;
  readonly title: Text;
  readonly what: 'added' | 'removed' | 'severity' | 'parameter' | 'period' | 'check';
  readonly direction: Direction;
  /** The parameter's name; absent of every other change. */
  readonly name?: string;
  /** Absent where there was nothing, or nothing that a person could read. */
  readonly before?: unknown;
  /** As `before`. */
  readonly after?: unknown;
}

/**
 * Compares a catalog between two releases, control by control in the order of their ids. A control is called stricter
 * only where that is known: by severities, periods, and parameters for which a mapping says which direction is looser.
 *
 * @param guards what mappings say of a control's parameters, by control id
 */
export function compareReleases(
  before: Release,
  after: Release,
  guards: ReadonlyMap<string, readonly Guard[]>,
): readonly ReleaseChange[] {
  const was = new Map(before.controls.map((each) => [each.id, each]));
  const is = new Map(after.controls.map((each) => [each.id, each]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    if (old && now) return [...changesOf(old, now, guards.get(id) ?? [])];
    if (now) return [changeOf(now, { what: 'added', direction: 'stricter', after: now.severity })];
    return old
      ? [changeOf(old, { what: 'removed', direction: 'looser', before: old.severity })]
      : [];
  });
}

const changeOf = (
  { id, title }: ReleasedControl,
  change: Omit<ReleaseChange, 'control' | 'title'>,
): ReleaseChange => ({ control: id, title, ...change });

function* changesOf(
  before: ReleasedControl,
  after: ReleasedControl,
  guards: readonly Guard[],
): Iterable<ReleaseChange> {
  if (before.severity !== after.severity) {
    const direction = rank(after.severity) < rank(before.severity) ? 'stricter' : 'looser';
    const values = { before: before.severity, after: after.severity };
    yield changeOf(after, { what: 'severity', direction, ...values });
  }
  for (const name of new Set([...Object.keys(before.params), ...Object.keys(after.params)])) {
    const [old, now] = [before.params[name], after.params[name]];
    if (isDeepStrictEqual(old, now)) continue;
    const guard = guards.find(({ param }) => param === name);
    const direction = directionOf(old, now, guard);
    yield changeOf(after, { what: 'parameter', direction, name, before: old, after: now });
  }
  if (before.holds !== after.holds) {
    const [old, now] = [before.holds ?? Infinity, after.holds ?? Infinity];
    yield changeOf(after, {
      what: 'period',
      direction: now < old ? 'stricter' : 'looser',
      ...(before.holds === undefined ? {} : { before: before.holds }),
      ...(after.holds === undefined ? {} : { after: after.holds }),
    });
  }
  // Of a source that was not found nothing is known, which is no change.
  if (before.check !== null && after.check !== null && before.check !== after.check) {
    yield changeOf(after, { what: 'check', direction: 'other' });
  }
}

/** The worst is the first. */
const rank = (severity: Severity): number => severities.indexOf(severity);
