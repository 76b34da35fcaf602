import type { Finding } from '../../core/assessment/assessment.ts';
import type { Source } from '../../core/snapshot/source.ts';

type FileSource = Extract<Source, { kind: 'file' }>;

/** What is shorter stands in any sentence by chance. */
const wordLength = 3;

/**
 * The place in a file that a finding rests on: of what was read with a line, the first that the message quotes, or else
 * the first; none where no file was read.
 */
export function fileOf({
  observations,
  message,
}: Pick<Finding, 'observations' | 'message'>): FileSource | undefined {
  const read = observations.flatMap(({ source, value }) =>
    source?.kind === 'file' ? [{ source, value }] : [],
  );
  const placed = read.filter(({ source }) => source.line !== undefined);
  const quoted = quotedIn(message.en);
  const chosen = placed.find(({ value }) => quoted(value)) ?? placed[0] ?? read[0];
  return chosen?.source;
}

/** Whether a message quotes a value, or some words of it behind its colon. */
function quotedIn(message: string): (value: unknown) => boolean {
  const words = message.split(': ').slice(1).join(': ').split('; ', 1)[0] ?? '';
  return (value) =>
    typeof value === 'string' &&
    ((words.length >= wordLength && value.includes(words)) ||
      (value.length >= wordLength && message.includes(value)));
}
