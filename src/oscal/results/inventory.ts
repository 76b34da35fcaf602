import type { Finding } from '../../core/assessment/assessment.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';
import { distinctSubjects } from '../../core/assessment/views/distinct-subjects.ts';
import { note, type Json, type Scene } from './results-context.ts';
import { oneLine } from '../one-line.ts';
import { words } from './words.ts';

/** Everything that observations are about, each once, described one at a time. */
export function* inventoryOf(findings: Iterable<Finding>, scene: Scene): Generator<Json> {
  for (const subject of distinctSubjects(findings)) yield describe(subject, scene);
}

function describe(subject: SubjectRef, scene: Scene): Json {
  const { voice } = scene;
  const kind = voice.kind(subject.kind);
  return {
    uuid: scene.subjectUuid(subject),
    description:
      subject.id === '*'
        ? words.all[voice.language].replace('{kind}', () => kind)
        : `${kind} ${oneLine(voice.name(subject.name))}`,
    props: [
      note('kind', voice.name(subject.kind)),
      note('subject-id', voice.name(subject.id)),
      note('target', voice.name(subject.target)),
    ],
  };
}

/** The tool, and where it ran: what made the observations. */
export function assetsOf(scene: Scene): Json {
  const { tool, targets } = scene.assessment;
  const { language, name, wording } = scene.voice;
  return {
    components: [
      {
        uuid: scene.uuid('tool'),
        type: 'software',
        title: `${tool.name} ${tool.version}`,
        description: words.tool[language],
        props: [{ name: 'version', value: oneLine(tool.version) }],
        status: { state: 'operational' },
      },
    ],
    'assessment-platforms': [
      {
        uuid: scene.uuid('platform'),
        title: tool.name,
        ...(targets.length === 0
          ? {}
          : {
              props: targets.map(({ id, access, description }) =>
                note('target', name(id), {
                  remarks: name(`${wording(description)}; ${wording(access)}`),
                }),
              ),
            }),
        'uses-components': [{ 'component-uuid': scene.uuid('tool') }],
      },
    ],
  };
}
