import { attestedUuid } from './attestations.ts';
import type { Case } from './requirement-outcomes.ts';
import { targetOf } from './reviewed.ts';
import { waiversIn } from './accepted.ts';
import { related, riskUuid } from './risks.ts';
import { inOneLine, type Streamed } from '../../syntax/json/write-json-members.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';
import { byTool, note, type Scene } from './results-context.ts';

/** What was found of each requirement, one at a time: the references of one alone may be many. */
export function* findingsOf(scene: Scene): Generator<Streamed> {
  for (const each of scene.cases) {
    const { outcome } = each;
    if (outcome.kind === 'finding') yield findingOf(each, outcome, scene);
  }
}

function findingOf(
  each: Case,
  { state, reason }: { readonly state: string; readonly reason: string },
  scene: Scene,
): Streamed {
  const controls = new Set(each.controls);
  const risks = waiversIn(scene).filter(({ waiver }) => controls.has(waiver.control));
  return inOneLine({
    uuid: scene.uuid('finding', each.id),
    title: each.title,
    description: each.remarks,
    props: [note('status', each.status)],
    ...byTool(scene),
    target: {
      ...targetOf(each),
      status: { state, reason, remarks: each.remarks },
    },
    'related-observations': (function* () {
      for (const id of controls) yield* related(scene.findingsOf(id), scene);
      if (each.attestation) yield { 'observation-uuid': attestedUuid(each, scene) };
    })(),
    ...listed(
      'related-risks',
      risks.map(({ key }) => ({ 'risk-uuid': riskUuid(key, scene) })),
    ),
  });
}
