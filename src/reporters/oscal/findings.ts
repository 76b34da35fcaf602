import { attestedUuid } from './attestations.ts';
import type { Case } from './cases.ts';
import { objectiveId } from './reviewed.ts';
import { waiversIn } from './accepted.ts';
import { related, riskUuid } from './risks.ts';
import { listed } from '../projection/listed.ts';
import { byTool, note, type Json, type Scene } from './scene.ts';

/** What was found of each requirement, one at a time: the references of one alone may be many. */
export function* findingsOf(scene: Scene): Generator<Json> {
  for (const each of scene.cases) {
    const { outcome } = each;
    if (outcome.kind === 'finding') yield findingOf(each, outcome, scene);
  }
}

function findingOf(
  each: Case,
  { state, reason }: { readonly state: string; readonly reason: string },
  scene: Scene,
): Json {
  const controls = new Set(each.controls);
  const observations = [...controls].flatMap((id) => related(scene.findingsOf(id), scene));
  const risks = waiversIn(scene).filter(({ waiver }) => controls.has(waiver.control));
  return {
    uuid: scene.uuid('finding', each.id),
    title: each.title,
    description: each.remarks,
    props: [note('status', each.status)],
    ...byTool(scene),
    target: {
      type: 'objective-id',
      'target-id': objectiveId(each),
      status: { state, reason, remarks: each.remarks },
    },
    ...listed('related-observations', [
      ...observations,
      ...(each.attestation ? [{ 'observation-uuid': attestedUuid(each, scene) }] : []),
    ]),
    ...listed(
      'related-risks',
      risks.map(({ key }) => ({ 'risk-uuid': riskUuid(key, scene) })),
    ),
  };
}
