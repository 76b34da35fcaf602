import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import type { Assessment } from '../assessment/assessment.ts';

/** The hash of what controls an assessment was made with, and of their parameters. */
export const catalogHash = ({ id, version, controls }: Assessment['catalog']): string =>
  sha256(
    canonicalJson({
      id,
      version,
      controls: controls.map((each) => [each.id, each.severity, each.params, each.holds ?? null]),
    }),
  );
