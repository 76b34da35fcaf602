import { z } from 'zod';
import { PlimsollError } from './errors.ts';
import type { Snapshot } from './snapshot.ts';
import type { Waiver } from './waiver.ts';

const waiversSchema = z.array(
  z.object({
    control: z.string(),
    reason: z.string(),
    owner: z.string(),
    approver: z.string(),
    from: z.string().nullable(),
    until: z.string(),
  }),
);

/**
 * The waivers that build files bring with them. Each covers the file that it stands in and nothing else; one
 * without a first day holds from the day of the snapshot.
 *
 * @param isControl whether the catalog has a control
 * @throws PlimsollError `waiver-invalid` with file, line and column where it names a control that there is not
 */
export function inlineWaivers(
  { collectedAt, subjects }: Snapshot,
  isControl: (id: string) => boolean,
): readonly Waiver[] {
  return subjects.flatMap((subject) => {
    if (subject.kind !== 'dockerfile') return [];
    const { data = [] } = waiversSchema.safeParse(subject.facts['waivers']);
    return data.map(({ from, ...waiver }, at) => {
      if (!isControl(waiver.control)) {
        const source = subject.sources?.[`/waivers/${at}`];
        const place = source?.kind === 'file' ? `:${source.line ?? 1}:${source.column ?? 1}` : '';
        throw new PlimsollError(
          'waiver-invalid',
          `${subject.id}${place}: There is no control ${waiver.control} to waive.`,
          { hint: 'See the ids with: plimsoll list controls' },
        );
      }
      const scope = { subject: subject.id, target: subject.target };
      return { ...waiver, scope, from: from ?? collectedAt.slice(0, 10) };
    });
  });
}
