import type { FailedPlace } from '../controls/verdict.ts';
import type { Mutable } from '../mutable.ts';
import { observe, seenIn } from '../recording/observe.ts';
import type { SnapshotHeader } from '../snapshot/snapshot-header.ts';
import { refOf } from '../facts/subject.ts';
import type { Text } from '../text.ts';
import type { Finding } from './assessment.ts';
import { defaultMessage } from './default-message.ts';
import type { Judgement } from './evaluate.ts';

/** Turns a judgement, its reads still in their raw form, into the finding that a reader gets. */
export function describeFinding(judgement: Judgement, header: SnapshotHeader): Finding {
  const { control, severity, subject, status, message, places, waiver } = judgement;
  const entries = observe(judgement, header.origins);
  // Nothing is spread: there are hundreds of thousands of findings.
  const finding: Mutable<Finding> = {
    controlId: control.id,
    subject: refOf(subject),
    status,
    severity,
    message: message ?? defaultMessage(status, control.title, entries),
    observations: seenIn(entries),
  };
  if (places) finding.places = places.map((place) => shownAt(place, message));
  if (waiver) finding.waiver = waiver;
  return finding;
}

/** Where all that is said is of one item, that is said once. */
const shownAt = ({ path, message }: FailedPlace, whole: Text | undefined) =>
  message === undefined || message === whole ? { path } : { path, message };
