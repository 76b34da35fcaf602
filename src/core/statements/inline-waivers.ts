import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { inlineWaiver } from '../facts/shared-facts.ts';
import type { Waiver } from './waiver.ts';
import { text } from '../text.ts';

const waiversSchema = z.array(inlineWaiver);

/**
 * The waivers that build files and Compose files bring with them. Each covers its lines, or the file that it stands in,
 * and nothing else; one without a first day holds from the day of the snapshot.
 *
 * @param isControl whether the catalog has a control
 * @throws PlimsollError `waiver-invalid` with file, line and column where it names a control that there is not
 */
export function inlineWaivers(
  { collectedAt, subjects }: Snapshot,
  isControl: (id: string) => boolean,
): readonly Waiver[] {
  return subjects.flatMap((subject) => {
    if (subject.kind !== 'dockerfile' && subject.kind !== 'compose-project') return [];
    // A project’s own subjects are what its files say; a build file is one subject.
    const own = subject.kind === 'dockerfile' ? { subject: subject.id } : {};
    const { data = [] } = waiversSchema.safeParse(subject.facts['waivers']);
    return data.map(({ from, lines, ...waiver }, at) => {
      if (!isControl(waiver.control)) {
        const source = subject.sources?.[`/waivers/${at}`];
        const [path, place] =
          source?.kind === 'file'
            ? [source.path, `:${source.line ?? 1}:${source.column ?? 1}`]
            : [subject.id, ''];
        throw new PlimsollError(
          'waiver-invalid',
          text(
            `${path}${place}: There is no control ${waiver.control} to waive.`,
            `${path}${place}: 没有可豁免的控制项 ${waiver.control}。`,
          ),
          {
            hint: text(
              'See the ids with: plimsoll list controls',
              '查看各 id：plimsoll list controls',
            ),
          },
        );
      }
      const scope = { ...own, target: subject.target, ...(lines ? { lines } : {}) };
      return { ...waiver, scope, from: from ?? collectedAt.slice(0, 10) };
    });
  });
}
