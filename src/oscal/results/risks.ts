import type { Finding } from '../../core/assessment/assessment.ts';
import { failingTitleOf, judgedControls } from '../../core/assessment/views/findings-by-control.ts';
import { inOneLine, type Streamed } from '../../syntax/json/write-json-members.ts';
import type { Accepted } from './accepted.ts';
import { oneLine } from '../one-line.ts';
import { partyUuid } from './people.ts';
import { endOf, note, type Json, type Scene } from './results-context.ts';
import { words } from './words.ts';

/** The UUID of the risk that a waiver accepts. */
export const riskUuid = (key: string, scene: Scene): string => scene.uuid('risk', key);

/** References to the observations of findings, one at a time: there may be as many as findings. */
export function* related(findings: Iterable<Finding>, scene: Scene): Generator<Json> {
  for (const finding of findings) yield { 'observation-uuid': scene.observationUuid(finding) };
}

/** A waiver as a risk that was accepted: who did, why, until when, and what is done instead. */
export function waivedRisk({ key, waiver, findings }: Accepted, scene: Scene): Streamed {
  const { voice, assessment } = scene;
  const control = judgedControls(assessment).find(({ id }) => id === waiver.control);
  const title = oneLine(control ? voice.text(failingTitleOf(control)) : voice.name(waiver.control));
  const actor = (name: string, role: string): Json => ({
    type: 'party',
    'actor-uuid': partyUuid(name, scene),
    'role-id': role,
  });
  return inOneLine({
    uuid: riskUuid(key, scene),
    title,
    description: control ? voice.paragraphs(control.rationale) : title,
    statement: voice.prose(waiver.reason),
    props: [
      note('control', waiver.control),
      note('valid-from', waiver.from),
      ...(waiver.ticket === undefined ? [] : [note('ticket', voice.name(waiver.ticket))]),
    ],
    status: 'deviation-approved',
    origins: [{ actors: [actor(waiver.owner, 'owner'), actor(waiver.approver, 'approver')] }],
    ...(waiver.compensatingControl === undefined
      ? {}
      : {
          'mitigating-factors': [
            {
              uuid: scene.uuid('factor', key),
              description: voice.prose(waiver.compensatingControl),
            },
          ],
        }),
    deadline: endOf(waiver.until),
    remediations: [
      {
        uuid: scene.uuid('response', key),
        lifecycle: 'completed',
        title: words.accepted[voice.language].replace('{title}', () => title),
        description: words.acceptance[voice.language],
        props: [{ name: 'type', value: 'accept' }],
      },
    ],
    'related-observations': related(findings, scene),
  });
}
