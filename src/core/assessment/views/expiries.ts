import type { Assessment } from '../assessment.ts';
import { expiresAt } from '../freshness.ts';

/**
 * When the findings of each control stop holding, ISO 8601 UTC, by control id; controls without a period are left out.
 */
export const expiriesOf = ({ catalog, collectedAt }: Assessment): ReadonlyMap<string, string> =>
  new Map(
    catalog.controls.flatMap(({ id, holds }): [string, string][] => {
      const expires = expiresAt(collectedAt, holds);
      return expires === undefined ? [] : [[id, expires]];
    }),
  );
