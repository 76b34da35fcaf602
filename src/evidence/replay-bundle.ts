import { assess } from '../core/assessment/assess.ts';
import { assessmentJson } from '../core/assessment/assessment-json.ts';
import type { Assessment } from '../core/assessment/assessment.ts';
import { parseAssessment } from '../core/assessment/parse-assessment.ts';
import type { Catalog } from '../core/controls/catalog.ts';
import type { Selection } from '../core/frameworks/requirements.ts';
import { parseSnapshot } from '../core/snapshot/parse-snapshot.ts';
import { checksSchema } from '../core/controls/checks.ts';
import { invalidBundle } from './container/entry.ts';
import { describeChecks, type KnownSources } from './describe-checks.ts';
import type { OpenBundle } from './open-bundle.ts';
import { compareJudged, statementsOf, type Difference } from './replay.ts';

/** What a snapshot is assessed with again. */
export interface ReplayOptions {
  readonly catalog: Catalog;
  readonly sources: KnownSources;
  readonly frameworks: readonly Selection[];
  readonly tool: { readonly name: string; readonly version: string };
}

/** What assessing again came to. */
export interface Replay {
  /** Whether the assessment has the very bytes that the bundle holds. */
  readonly same: boolean;
  /** Empty when it is the same. */
  readonly differences: readonly Difference[];
  /** The assessment that was made now. */
  readonly assessment: Assessment;
}

/**
 * Assesses the snapshot of a bundle again, with the waivers, the attestations and the scope that the bundle
 * has, and compares.
 *
 * @throws PlimsollError `assessment-invalid`, `bundle-invalid`, `snapshot-invalid`
 */
export function replayBundle(bundle: OpenBundle, options: ReplayOptions): Replay {
  const { catalog, frameworks, sources, tool } = options;
  const stored = parseAssessment(bundle.readJson('assessment.json'));
  const checks = checksSchema.safeParse(bundle.readJson('checks.json'));
  if (!checks.success) throw invalidBundle('Its checks.json is not a list of checks.');
  const kinds = catalog.controls.map(({ subject }) => subject);
  const snapshot = parseSnapshot(bundle.readJson('snapshot.json'), kinds);
  const assessment = assess(snapshot, { catalog, frameworks, tool, ...statementsOf(stored) });
  const written = Buffer.from(assessmentJson(assessment));
  const same = Buffer.compare(written, bundle.read('assessment.json') ?? Buffer.of()) === 0;
  if (same) return { same, differences: [], assessment };
  const differences = compareJudged(
    { assessment: stored, checks: checks.data },
    { assessment, checks: describeChecks(catalog, assessment, sources) },
  );
  return { same, differences, assessment };
}

/** The frameworks of a bundle's assessment, as they are named on a command line: `ID`, or `ID@LEVEL`. */
export const frameworksOf = (bundle: OpenBundle): readonly string[] =>
  frameworksIn(parseAssessment(bundle.readJson('assessment.json')));

/** The frameworks of an assessment, as they are named on a command line. */
export const frameworksIn = ({ frameworks }: Assessment): readonly string[] =>
  frameworks.map(({ id, level }) => (level === undefined ? id : `${id}@${level}`));
