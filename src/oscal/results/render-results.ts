import type { Assessment } from '../../core/assessment/assessment.ts';
import type { OscalVersion } from '../oscal-names.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';
import { membersOf, nested } from '../../syntax/json/write-json-members.ts';
import { attestationOf, attestedIn, attestedObservation, filesOf } from './attestations.ts';
import { findingsOf } from './findings.ts';
import { catalogOf, metadataOf } from './metadata.ts';
import { assetsOf, inventoryOf } from './inventory.ts';
import { observationOf } from './observations.ts';
import { objectivesOf, reviewedOf } from './reviewed.ts';
import { waiversIn } from './accepted.ts';
import { waivedRisk } from './risks.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';
import { setScene, type Json, type Scene } from './results-context.ts';
import type { ResultsOptions } from './results-options.ts';
import { words } from './words.ts';

/**
 * Writes an assessment as OSCAL assessment results, of one framework or by control alone. Every finding is an
 * observation, whether the framework has a use for it or not, so that what is read back is the whole assessment.
 *
 * @throws PlimsollError `framework-unknown`
 * @see https://pages.nist.gov/OSCAL/learn/concepts/layer/assessment/assessment-results/
 */
export const renderOscalResults = (
  assessment: Assessment,
  options: ResultsOptions,
  version: OscalVersion = '1.1.3',
): Iterable<string> =>
  inPortions(pieces(setScene('assessment-results', assessment, options, version)));

function* pieces(scene: Scene): Generator<string> {
  const { language } = scene.voice;
  const catalog = catalogOf(scene);
  const plan = scene.uuid('plan');
  const title = words.results[language];
  yield '{"assessment-results":{';
  yield* membersOf({
    uuid: scene.uuid('document'),
    metadata: metadataOf(scene, title),
    'import-ap': { href: `#${plan}` },
    ...objectivesOf(scene),
  });
  yield ',"results":[{';
  yield* membersOf(resultOf(scene, title, catalog.href));
  yield '}],';
  yield* membersOf({
    'back-matter': {
      resources: [
        { uuid: plan, description: words.plan[language] },
        catalog.resource,
        ...filesOf(scene),
      ],
    },
  });
  yield '}}\n';
}

function resultOf(scene: Scene, title: string, catalogHref: string): Json {
  const { assessment, voice } = scene;
  const attested = attestedIn(scene);
  const remarks = remarksOf(scene);
  return {
    uuid: scene.uuid('result'),
    title,
    description: words.described[voice.language],
    start: assessment.collectedAt,
    end: assessment.collectedAt,
    'local-definitions': nested({
      'inventory-items': inventoryOf(assessment.findings, scene),
      'assessment-assets': assetsOf(scene),
    }),
    'reviewed-controls': reviewedOf(scene, catalogHref),
    ...listed(
      'attestations',
      attested.map((each) => attestationOf(each, scene)),
    ),
    observations: (function* () {
      for (const finding of assessment.findings) yield observationOf(finding, scene);
      for (const each of attested) yield attestedObservation(each, scene);
    })(),
    risks: (function* () {
      for (const each of waiversIn(scene)) yield waivedRisk(each, scene);
    })(),
    findings: findingsOf(scene),
    ...(remarks === '' ? {} : { remarks }),
  };
}

/** What OSCAL has no place for: what waits for a person, and what could not be listed. */
function remarksOf({ assessment, cases, voice }: Scene): string {
  const { language } = voice;
  const tasks = cases.filter(({ outcome }) => outcome.kind === 'task');
  const list = (head: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : [head, ...lines.map((line) => `- ${line}`)].join('\n');
  return [
    list(
      words.tasks[language],
      tasks.map(({ id, title }) => `${id} ${title}`),
    ),
    list(
      words.unlisted[language],
      assessment.gaps.map(
        ({ kind, detail }) => `${voice.name(kind ?? '*')}: ${voice.wording(detail)}`,
      ),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
