import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import {
  failingTitleOf,
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { severities } from '../../core/controls/severity.ts';
import { standingOf } from '../model/standing.ts';
import type { Voice } from '../model/voice.ts';
import type { FileSource } from '../places/file-source.ts';
import { stablePlaceOf } from '../places/stable-place.ts';

/** A failure that nobody accepted, or a control that failed to run, with the control. */
export interface OpenFailure {
  readonly control: JudgedControl;
  readonly finding: Finding;
}

/** What a reader of failures alone has to see: what failed to run decided nothing. */
const open: ReadonlySet<string> = new Set(['fail', 'error']);

/**
 * All failures that nobody accepted and all controls that failed to run, the most severe first, else in the order of the
 * catalog.
 */
export const openFailures = (assessment: Assessment): readonly OpenFailure[] =>
  findingsByControl(assessment)
    .flatMap(([control, findings]) =>
      findings
        .filter((finding) => open.has(standingOf(finding)))
        .map((finding) => ({ control, finding })),
    )
    .toSorted(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
    );

/** What heads a failure: the title for it, or that the control failed to run. */
export const headOfOpen = ({ control, finding }: OpenFailure, voice: Voice): string =>
  finding.status === 'error' ? voice.say('status.error') : voice.text(failingTitleOf(control));

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
