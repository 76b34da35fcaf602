import type { FailedPlace } from '../controls/verdict.ts';
import type { Mutable } from '../mutable.ts';
import { observe, seenIn } from '../recording/observe.ts';
import type { SnapshotHeader } from '../snapshot/snapshot-header.ts';
import { refOf } from '../facts/subject.ts';
import { carryFaults, faultsOf } from '../controls/faults.ts';
import { joinTexts, type Text } from '../text.ts';
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
    message: isWhole(status, message)
      ? message
      : said(message, defaultMessage(status, control.title, entries)),
    observations: seenIn(entries),
  };
  if (places) finding.places = places.map((place) => shownAt(place, message));
  if (waiver) finding.waiver = waiver;
  return finding;
}

/** Whether a verdict says all there is: a part of it that failed without a word is told by what was read. */
const isWhole = (status: Finding['status'], message: Text | undefined): message is Text =>
  message !== undefined && (status !== 'fail' || !faultsOf(message).includes(''));

const said = (message: Text | undefined, found: Text): Text =>
  message === undefined ? found : carryFaults(message, joinTexts([message, found]));

/** Where all that is said is of one item, that is said once. */
const shownAt = ({ path, message }: FailedPlace, whole: Text | undefined) =>
  message === undefined || message === whole ? { path } : { path, message };
