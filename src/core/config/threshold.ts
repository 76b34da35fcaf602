import { severities } from '../controls/severity.ts';

/** Severities at which a run fails, and `none` for never. */
export const thresholds = [...severities, 'none'] as const;

/** The lowest severity that makes a run fail, or `none` for a run that never does. */
export type Threshold = (typeof thresholds)[number];
