import type { Finding } from './assessment.ts';
import type { Observation } from '../recording/observation.ts';
import type { Source } from '../facts/source.ts';

/** Values remembered at most, so that what never comes twice costs a bounded amount. */
const remembered = 1 << 16;

/** Gives for each key the value that was first made under it, as long as it is remembered. */
function createTable<Value>(): (key: string, value: Value) => Value {
  const known = new Map<string, Value>();
  return (key, value) => {
    const first = known.get(key);
    if (first !== undefined) return first;
    if (known.size >= remembered) known.clear();
    known.set(key, value);
    return value;
  };
}

/**
 * Gives a function that makes findings share what they say alike: read from a file, every name, every path and every
 * message of a finding is a copy of its own, and the copies take more memory than everything else.
 */
export function createSharing(): (finding: Finding) => Finding {
  const texts = createTable<string>();
  const objects = createTable<unknown>();
  const shareText = (text: string): string => texts(text, text);
  // What has the same JSON under the same schema has the same type.
  const shareObject = <Value>(value: Value): Value =>
    objects(JSON.stringify(value), value) as Value;

  const shareSource = (source: Source): Source =>
    source.kind === 'api'
      ? {
          kind: 'api',
          endpoint: shareText(source.endpoint),
          pointer: shareText(source.pointer),
        }
      : shareObject(source);

  const shareObservation = (observation: Observation): Observation => {
    const { path, value, source, subject, gap, detail } = observation;
    return {
      ...observation,
      path: shareText(path),
      value: typeof value === 'string' ? shareText(value) : value,
      ...(source === undefined ? undefined : { source: shareSource(source) }),
      ...(subject === undefined ? undefined : { subject: shareObject(subject) }),
      ...(gap === undefined ? undefined : { gap: shareText(gap) }),
      ...(detail === undefined ? undefined : { detail: shareObject(detail) }),
    };
  };

  // Whatever else a finding says stays as it is.
  return (finding) => ({
    ...finding,
    controlId: shareText(finding.controlId),
    subject: shareObject(finding.subject),
    message: shareObject(finding.message),
    observations: finding.observations.map(shareObservation),
    ...(finding.waiver === undefined ? undefined : { waiver: shareObject(finding.waiver) }),
  });
}
