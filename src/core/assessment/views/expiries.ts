import type { Assessment } from '../assessment.ts';
import { expiresAt } from '../freshness.ts';

/** When what each control found holds no longer, ISO 8601 UTC, by its id; those of which nobody said are left out. */
export const expiriesOf = ({ catalog, collectedAt }: Assessment): ReadonlyMap<string, string> =>
  new Map(
    catalog.controls.flatMap(({ id, holds }): [string, string][] => {
      const expires = expiresAt(collectedAt, holds);
      return expires === undefined ? [] : [[id, expires]];
    }),
  );
