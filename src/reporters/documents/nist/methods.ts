import { lines, linkTo, quiet, type Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Standing } from '../../model/entries/count.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import { blank } from '../forms/blank.ts';

/** Kinds of objects that were examined for a control of SP 800-53, each with how many. */
export type ObjectKinds = (entry: RequirementEntry) => readonly (readonly [string, number])[];

/** What says that nothing was examined: a question to a person. */
const asksPerson: Standing = 'manual';

/** Counts the objects that live controls looked at. */
export function objectKinds({ controls }: Report): ObjectKinds {
  const byAnchor = new Map(controls.map((each) => [each.anchor, each]));
  return (entry) => {
    const kinds = new Map<string, Set<string>>();
    for (const { anchor, live } of entry.controls) {
      const findings = live ? (byAnchor.get(anchor)?.findings ?? []) : [];
      for (const { standing, kind, target, id } of findings) {
        if (standing === asksPerson || id === '*') continue;
        const known = kinds.get(kind) ?? new Set();
        kinds.set(kind, known.add(JSON.stringify([target, id])));
      }
    }
    return Array.from(kinds, ([kind, all]) => [kind, all.size] as const);
  };
}

/** The methods of SP 800-53A: what was examined, and what the assessor interviews and tests. */
export function methodsOf(entry: RequirementEntry, kindsOf: ObjectKinds, say: Say): Content {
  const kinds = kindsOf(entry);
  if (kinds.length === 0) return blank('assessor', say);
  const open: Content = [quiet(say('nist.interview-test')), ' ', blank('assessor', say)];
  const objects = kinds.map(([kind, count]) => say('nist.objects', { kind, count }));
  return lines([[quiet(say('nist.examine')), ' ', objects.join(say('scope.comma'))], open]);
}

/** What to do about each control that failed. */
export const recommendationsOf = (entry: RequirementEntry, say: Say): readonly Content[] => {
  const failed = entry.controls.filter(
    ({ decides, live, tally }) =>
      decides && live && tally.some(({ standing }) => standing === 'fail'),
  );
  return failed.length === 0
    ? []
    : [
        [
          quiet(say('nist.recommendations')),
          ...failed.flatMap(({ anchor, failingTitle }) => [' ', linkTo(anchor, failingTitle), ';']),
        ].slice(0, -1),
      ];
};
