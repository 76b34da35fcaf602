import type { Assessment, FrameworkResult } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import { distinctSubjects } from '../../core/assessment/views/distinct-subjects.ts';
import { inOneLine, membersOf } from '../../syntax/json/write-json-members.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';
import { attestationsIn, claimsIn } from './claims.ts';
import { evidenceIn } from './evidence.ts';
import { frameOf, type Frame } from './frame.ts';

/**
 * Writes an assessment as CycloneDX attestations: what is claimed of each subject, on what evidence, and what that
 * means for each requirement. A finding that could not be judged is evidence that supports no claim.
 *
 * @see https://cyclonedx.org/capabilities/attestations/
 */
export const renderCycloneDx = (assessment: Assessment, language: Language): Iterable<string> =>
  inPortions(pieces(frameOf(assessment, language)));

function* pieces(frame: Frame): Generator<string> {
  const { assessment, voice } = frame;
  const { tool, frameworks, system, targets } = assessment;
  const name = system?.name ?? targets.map(({ id }) => id).join(', ');
  yield '{';
  yield* membersOf({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${frame.ref('document')}`,
    version: 1,
    metadata: {
      timestamp: assessment.collectedAt,
      tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
    },
  });
  yield ',"declarations":{';
  yield* membersOf({
    assessors: [
      { 'bom-ref': frame.ref('assessor'), thirdParty: false, organization: { name: tool.name } },
    ],
    attestations: attestationsIn(frame),
    claims: claimsIn(frame),
    evidence: evidenceIn(frame),
    targets: inOneLine({ components: componentsOf(voice.name(name), frame) }),
  });
  yield '}';
  if (frameworks.length > 0) {
    yield ',"definitions":{';
    yield* membersOf({ standards: frameworks.map((each) => standardOf(each, frame)) });
    yield '}';
  }
  yield '}\n';
}

const typeOf = (kind: string): string =>
  ['workload', 'image'].includes(kind) ? 'container' : kind === 'host' ? 'device' : 'platform';

/** The system as a whole, then everything that was judged. */
function* componentsOf(system: string, { assessment, voice, ref }: Frame): Generator<object> {
  yield { type: 'platform', 'bom-ref': ref('system'), name: system };
  for (const { kind, name, id, target } of distinctSubjects(assessment.findings)) {
    yield {
      type: typeOf(kind),
      'bom-ref': ref('subject', target, kind, id),
      name: voice.name(name),
      properties: [
        { name: 'plimsoll:kind', value: voice.name(kind) },
        { name: 'plimsoll:id', value: voice.name(id) },
        { name: 'plimsoll:target', value: voice.name(target) },
      ],
    };
  }
}

function standardOf({ id, title, edition, requirements }: FrameworkResult, frame: Frame): object {
  const { voice } = frame;
  return {
    'bom-ref': frame.ref('standard', id),
    name: voice.text(title),
    version: voice.wording(edition.version),
    owner: voice.wording(edition.publisher),
    ...listed(
      'requirements',
      requirements.map((each) => ({
        'bom-ref': frame.ref('requirement', id, each.id),
        identifier: voice.name(each.id),
        title: voice.text(each.title),
        ...(each.parent !== null && requirements.some((other) => other.id === each.parent)
          ? { parent: frame.ref('requirement', id, each.parent) }
          : {}),
      })),
    ),
  };
}
