import type {
  Finding,
  FrameworkResult,
  RequirementResult,
} from '../../core/assessment/assessment.ts';
import { isLapsed } from '../../core/assessment/freshness.ts';
import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { inOneLine, type Streamed } from '../../syntax/json/write-json-members.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';
import { attestedIn } from './evidence.ts';
import type { Frame } from './frame.ts';

/** Whether a finding claims anything: what was not judged, does not apply or holds no longer is evidence alone. */
const claims = (finding: Finding): boolean =>
  (finding.status === 'pass' || finding.status === 'fail') && !isLapsed(finding);

/** A claim for each control on each subject that was judged, then one for each statement of a person. */
export function* claimsIn(frame: Frame): Generator<object> {
  const { assessment, voice } = frame;
  const controls = new Map(assessment.catalog.controls.map((control) => [control.id, control]));
  for (const finding of assessment.findings) {
    if (!claims(finding)) continue;
    const { subject, status, waiver, controlId } = finding;
    const control = controls.get(controlId);
    const evidence = [frame.refOf('evidence', finding)];
    yield {
      'bom-ref': frame.refOf('claim', finding),
      target: frame.ref('subject', subject.target, subject.kind, subject.id),
      predicate: control ? voice.text(control.title) : voice.name(controlId),
      ...(status === 'fail' && waiver ? { mitigationStrategies: [frame.waiverRef(waiver)] } : {}),
      ...(control ? { reasoning: voice.paragraphs(control.rationale) } : {}),
      ...(status === 'pass' ? { evidence } : { counterEvidence: evidence }),
    };
  }
  for (const { framework, requirement, attestation } of attestedIn(assessment)) {
    yield {
      'bom-ref': frame.ref('stated', framework, requirement),
      target: frame.ref('system'),
      predicate: voice.prose(attestation.statement),
      evidence: [frame.ref('statement', framework, requirement)],
    };
  }
}

/** Conformance where it is known; where it is not, there is no number, and the reason alone. */
const scores = {
  'not-satisfied': 0,
  undetermined: undefined,
  'accepted-with-waiver': 0,
  'accepted-with-compensating-control': 0,
  weakened: undefined,
  'not-applicable': undefined,
  satisfied: 1,
  supported: undefined,
  'context-only': undefined,
  'not-tested': undefined,
  attested: undefined,
  'not-assessed': undefined,
} as const satisfies Record<RequirementStatus, number | undefined>;

/** For each framework, which claims speak for each of its requirements and which against it. */
export function* attestationsIn(frame: Frame): Generator<Streamed> {
  const grouped = groupBy(frame.assessment.findings, ({ controlId }) => controlId);
  for (const framework of frame.assessment.frameworks) {
    yield inOneLine({
      summary: frame.voice.text(framework.title),
      assessor: frame.ref('assessor'),
      map: (function* () {
        for (const each of framework.requirements) {
          if (!each.group) yield mapOf(each, framework, grouped, frame);
        }
      })(),
    });
  }
}

function mapOf(
  { id, controls, status, attestation }: RequirementResult,
  framework: FrameworkResult,
  grouped: ReadonlyMap<string, readonly Finding[]>,
  frame: Frame,
): Streamed {
  const own = controls
    .filter(({ live }) => live)
    .flatMap((control) => grouped.get(control.id) ?? [])
    .filter(claims);
  // One at a time: a requirement may rest on every finding that there is.
  function* refsOf(which: 'pass' | 'fail'): Generator<string> {
    for (const each of own) if (each.status === which) yield frame.refOf('claim', each);
  }
  const accepted = own.flatMap((each) =>
    each.status === 'fail' && each.waiver ? [frame.waiverRef(each.waiver)] : [],
  );
  const score = scores[status];
  return inOneLine({
    requirement: frame.ref('requirement', framework.id, id),
    claims: (function* () {
      yield* refsOf('pass');
      if (attestation) yield frame.ref('stated', framework.id, id);
    })(),
    counterClaims: refsOf('fail'),
    conformance: {
      ...(score === undefined ? {} : { score }),
      rationale: frame.voice.say(`requirement.${status}`),
      ...listed('mitigationStrategies', [...new Set(accepted)]),
    },
  });
}
