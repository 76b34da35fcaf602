import type { Finding } from '../../core/assessment/assessment.ts';
import type { Observation } from '../../core/recording/observation.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';
import { byTool, note, type Json, type Scene } from './results-context.ts';

/** One control on one subject as an observation, with every fact that was read. */
export function observationOf(finding: Finding, scene: Scene): Json {
  const { assessment, voice } = scene;
  const expires = scene.expiresOf(finding.controlId);
  const { subject, status, severity, controlId, message } = finding;
  return {
    uuid: scene.observationUuid(finding),
    description: voice.text(message),
    props: [
      note('control', controlId),
      note('status', voice.standing(finding)),
      note('severity', severity),
    ],
    // Nobody has looked yet at what only a person can answer.
    methods: [status === 'manual' ? 'UNKNOWN' : 'TEST'],
    types: [status === 'fail' ? 'finding' : 'control-objective'],
    ...byTool(scene),
    subjects: [{ 'subject-uuid': scene.subjectUuid(subject), type: 'inventory-item' }],
    ...listed(
      'relevant-evidence',
      finding.observations.map((each) => evidenceOf(each, scene)),
    ),
    collected: assessment.collectedAt,
    ...(expires === undefined ? {} : { expires }),
  };
}

function evidenceOf(observation: Observation, { voice }: Scene): Json {
  const { path, value, source } = voice.observation(observation);
  return {
    description: `${path} = ${value} (${source})`,
    props: [
      note('fact-path', voice.value(observation.path)),
      note('fact-value', voice.value(JSON.stringify(observation.value ?? null))),
      note('fact-source', source),
      ...(observation.gap === undefined ? [] : [note('gap', voice.value(observation.gap))]),
    ],
  };
}
