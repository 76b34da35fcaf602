import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { frameworkKey } from '../../core/frameworks/framework-key.ts';
import { assess } from '../../core/assessment/assess.ts';
import { assessmentJson } from '../../core/assessment/assessment-json.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { judgedControls } from '../../core/assessment/views/findings-by-control.ts';
import { readAssessment } from '../../core/assessment/parse-assessment.ts';
import type { Catalog } from '../../core/controls/catalog.ts';
import type { FrameworkSelection } from '../../core/frameworks/selection.ts';
import { parseSnapshot } from '../../core/snapshot/parse-snapshot.ts';
import { checksSchema } from '../../core/controls/checks.ts';
import { invalidBundle } from '../zip/entry.ts';
import { describeChecks, type KnownSources } from '../checks/describe-checks.ts';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { compareChecks, compareJudged, statementsOf, type Difference } from './replay.ts';
import { text } from '../../core/text.ts';

/** What a snapshot is assessed with again. */
export interface ReplayOptions {
  readonly catalog: Catalog;
  readonly sources: KnownSources;
  readonly frameworks: readonly FrameworkSelection[];
  readonly tool: { readonly name: string; readonly version: string };
  /** The configuration that the catalog is from; absent where it is the bundle's own. */
  readonly configuration?: Assessment['configuration'];
}

/** What assessing again came to. */
export interface Replay {
  /** Whether the assessment has the very bytes that the bundle holds. */
  readonly same: boolean;
  /** Where it is the same, checks alone that are others and judge alike, or that `checks.json` states falsely. */
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
  const { catalog, frameworks, sources, tool, configuration } = options;
  const stored = readAssessment(bundle.readJson('assessment.json'));
  const checks = checksSchema.safeParse(bundle.readJson('checks.json'));
  if (!checks.success) {
    throw invalidBundle(
      text('The file checks.json is not a list of checks.', '文件 checks.json 不是检查列表。'),
    );
  }
  const kinds = catalog.controls.map(({ subject }) => subject);
  const snapshot = parseSnapshot(bundle.readJson('snapshot.json'), kinds);
  const again = assess(snapshot, {
    catalog,
    frameworks,
    tool,
    ...statementsOf(stored, frameworks),
  });
  const written = Buffer.from(assessmentJson(again));
  // Another configuration that changes nothing is no difference; what is written names it all the same.
  const assessment = configuration ? { ...again, configuration } : again;
  const same = Buffer.compare(written, bundle.read('assessment.json') ?? Buffer.of()) === 0;
  // Both as they are read back: members in another order are no difference.
  const readBack = same ? stored : readAssessment(parseJsonText(written.toString('utf8')));
  const before = { assessment: stored, checks: checks.data };
  const after = { assessment: readBack, checks: describeChecks(catalog, assessment, sources) };
  const differences = same ? compareChecks(before, after) : compareJudged(before, after);
  return { same, differences, assessment };
}

/**
 * The catalog of a bundle as far as another has its controls: with the parameters, severities and periods that were
 * tailored, without what was omitted, and with the same lineage. Only data is taken from the bundle, and no code.
 */
export function catalogOf(bundle: OpenBundle, known: Catalog): Catalog {
  const assessment = readAssessment(bundle.readJson('assessment.json'));
  const { catalog: was } = assessment;
  if (was.lineage.length === 0) return known;
  const tailored = new Set(was.lineage.map(({ control }) => control));
  const before = new Map(judgedControls(assessment).map((each) => [each.id, each]));
  const controls = known.controls.filter(({ id }) => before.has(id) || !tailored.has(id));
  const changed = controls.flatMap((control) => {
    const { params, severity, holds } = (tailored.has(control.id) && before.get(control.id)) || {};
    return severity === undefined ? [] : [{ control, params, severity, holds }];
  });
  const held = new Map(changed.map(({ control, holds }) => [control.id, holds]));
  return {
    ...known,
    id: was.id,
    version: was.id === known.id ? known.version : was.version,
    controls: controls.map((control) => {
      const holds = held.get(control.id);
      return holds === undefined ? control : { ...control, holds };
    }),
    // What this release does not accept is reported as a difference.
    parameters: Object.fromEntries(
      changed.flatMap(({ control, params }) =>
        control.params.strict().safeParse(params).success ? [[control.id, { ...params }]] : [],
      ),
    ),
    severities: Object.fromEntries(changed.map(({ control, severity }) => [control.id, severity])),
    lineage: was.lineage,
  };
}

/** The frameworks of a bundle's assessment, as they are named on a command line: `ID`, or `ID@LEVEL`. */
export const frameworksOf = (bundle: OpenBundle): readonly string[] =>
  frameworksIn(readAssessment(bundle.readJson('assessment.json')));

/** The frameworks of an assessment, as they are named on a command line. */
export const frameworksIn = ({ frameworks }: Pick<Assessment, 'frameworks'>): readonly string[] =>
  frameworks.map(frameworkKey);
