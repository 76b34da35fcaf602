import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import {
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { severities } from '../../core/controls/severity.ts';
import { standingOf } from '../model/standing.ts';
import type { FileSource } from './file-source.ts';
import { stablePlaceOf } from './stable-place.ts';

/** A failure that nobody accepted, with its control. */
export interface OpenFailure {
  readonly control: JudgedControl;
  readonly finding: Finding;
}

/** All failures that nobody accepted, the most severe first, else in the order of the catalog. */
export const openFailures = (assessment: Assessment): readonly OpenFailure[] =>
  findingsByControl(assessment)
    .flatMap(([control, findings]) =>
      findings
        .filter((finding) => standingOf(finding) === 'fail')
        .map((finding) => ({ control, finding })),
    )
    .toSorted(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
    );

/** Where a reader shows a failure that it can show in a file only: what stands in none gets a path of its own. */
export function shownAt(
  finding: Finding,
): Pick<FileSource, 'path' | 'column'> & { readonly line: number } {
  const {
    path,
    line = 1,
    column,
  } = stablePlaceOf(finding) ?? {
    path: `${finding.subject.kind}/${finding.subject.name}`,
  };
  return { path: path.replace(/^(\.\/)+/, ''), line, ...(column === undefined ? {} : { column }) };
}
