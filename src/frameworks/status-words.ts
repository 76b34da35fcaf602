import type { RequirementStatus } from '../core/frameworks/rollup.ts';
import type { Text } from '../core/text.ts';

/** How a standard's own readers call each status of a requirement. */
export type StatusWords = Readonly<Record<RequirementStatus, Text>>;
