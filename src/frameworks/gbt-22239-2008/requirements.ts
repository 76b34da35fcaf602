import type { Requirement } from '../../core/frameworks/framework.ts';
import { chapterOf } from '../requirements/clause.ts';
import { placesByKey, requirementsByLevel } from '../requirements/levelled-row.ts';
import { controlPoints, type Mark } from './control-points.ts';
import { structure } from './structure.ts';

/** Level 1 is chapter 5. */
const before = 4;

const marks = new Map<string, Mark>(
  controlPoints.flatMap(([, mark, , , , , ...ids]) => ids.map((id) => [id, mark] as const)),
);

/** A control point is written with its mark and level behind its name, as the standard does: 身份鉴别（S3）. */
function withMark<Id extends string>(requirement: Requirement<Id>): Requirement<Id> {
  const mark = marks.get(requirement.id);
  if (mark === undefined) return requirement;
  const { en, zh } = requirement.title;
  const written = `${mark}${chapterOf(requirement.id) - before}`;
  return { ...requirement, title: { en: `${en} (${written})`, zh: `${zh}（${written}）` } };
}

const points = controlPoints.map(
  ([key, , nature, confidence, en, zh, ...ids]) =>
    [key, nature, confidence, en, zh, ...ids] as const,
);

/** Every control point of GB/T 22239-2008 at each of its levels. */
export const gbt222392008Requirements = requirementsByLevel([...structure, ...points], before).map(
  (requirement) => withMark(requirement),
);

/** Where each control point stands. */
export const controlPointPlaces = placesByKey(
  controlPoints.map(([key, , , , , , ...ids]) => [key, ids] as const),
  before,
);
