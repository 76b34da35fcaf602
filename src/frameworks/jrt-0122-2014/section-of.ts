import { PlimsollError } from '../../core/errors.ts';
import type { PointId } from './mapping.ts';
import { text } from '../../core/text.ts';

/** The six sections of the security requirements, in each chapter on a kind of payment. */
const sections = ['1', '2', '3', '4', '5', '6'] as const;

/** Network, hosts, applications, data, operations, continuity. */
export type Section = (typeof sections)[number];

/**
 * The section that a point stands in: `2`, hosts, for `6.4.2~5`.
 *
 * @throws PlimsollError `mapping-invalid` when there is no such section
 */
export function sectionOf(point: PointId): Section {
  const found = sections.find((section) => point.startsWith(`6.4.${section}~`));
  if (found !== undefined) return found;
  throw new PlimsollError(
    'mapping-invalid',
    text(`${point} is in no section of 6.4.`, `${point} 不属于 6.4 的任何一节。`),
    {
      hint: text(
        'The sections of the security requirements are 6.4.1 to 6.4.6.',
        '安全要求的各节为 6.4.1 至 6.4.6。',
      ),
    },
  );
}
