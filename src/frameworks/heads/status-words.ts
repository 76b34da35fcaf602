import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import type { Text } from '../../core/text.ts';

/**
 * What a standard's own readers call each status of a requirement; `null` where the standard has no word for it: the
 * field stays empty, and the reason stands beside it.
 */
export type StatusWords = Readonly<Record<RequirementStatus, Text | null>>;
