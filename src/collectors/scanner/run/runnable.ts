/** Scanners that can be run. */
export const runnable = ['trivy', 'grype'] as const;

/** A scanner that can be run. */
export type Runnable = (typeof runnable)[number];
