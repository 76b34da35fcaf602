import { PlimsollError } from '../../core/errors.ts';
import type { Breaks, Guard, Link, Shows } from '../../core/frameworks/mapping.ts';
import { withBuildFiles } from './build-file-links.ts';
import type { BuiltinControlId } from './control-id.ts';
import { guardFor } from './loosest-settings.ts';
import { reasonOf, type ReasonedControlId } from './reasons.ts';
import type { Place } from '../requirements/levelled-row.ts';
import { text } from '../../core/text.ts';

/**
 * One link to a requirement wherever it stands, a line each: the control, the key of the requirement, what a
 * pass shows and what a failure breaks, why in English and in Chinese, a guard of its own (`null` or left out where it has none),
 * and the levels at which it counts (none named: each level that asks for the requirement).
 * A row that ends before its reason has the one of its control.
 */
export type KeyedLinkRow<Key extends string, Level extends string = string> =
  | readonly [control: ReasonedControlId, key: Key, shows: Shows, breaks: Breaks]
  | readonly [
      control: BuiltinControlId,
      key: Key,
      shows: Shows,
      breaks: Breaks,
      en: string,
      zh: string,
      guard?: Guard | readonly Guard[] | null,
      ...levels: Level[],
    ];

/**
 * Writes links to keys out as links to every place where the requirement stands, or to those at the levels
 * that a row names.
 *
 * @throws PlimsollError `mapping-invalid` when a row reaches no place, or names a level without one
 */
export function linksByKey<Key extends string, Id extends string>(
  rows: readonly KeyedLinkRow<Key>[],
  places: ReadonlyMap<string, readonly Place<Id>[]>,
): readonly Link<BuiltinControlId, Id>[] {
  const links = rows.flatMap(([control, key, shows, breaks, en, zh, own, ...levels]) => {
    const all = places.get(key) ?? [];
    const wanted =
      levels.length === 0 ? all : all.filter(({ level }) => levels.some((each) => each === level));
    const missing = levels.filter((level) => !all.some((place) => place.level === level));
    if (wanted.length === 0 || missing.length > 0) {
      throw new PlimsollError(
        'mapping-invalid',
        text(
          `The link ${control} → ${key} reaches no requirement${missing.length > 0 ? ` at level ${missing.join(', ')}` : ''}.`,
          `链接 ${control} → ${key} 未指向任何要求${missing.length > 0 ? `（级别 ${missing.join('、')}）` : ''}。`,
        ),
        {
          hint: text(
            'A link names a key of the table, and levels at which that key stands.',
            '链接须指明表中的键，以及该键所在的级别。',
          ),
        },
      );
    }
    return wanted.map(({ id: requirement }) => ({
      control,
      requirement,
      shows,
      breaks,
      reason: reasonOf(control, en, zh),
      ...guardFor(control, own),
    }));
  });
  return withBuildFiles(links);
}
