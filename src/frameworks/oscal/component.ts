import { groupBy } from '../../core/group.ts';
import { controlIdsOf } from './control-ids.ts';
import { catalogResource, metadataOf, type OscalInput } from './document.ts';
import { property } from '../../core/frameworks/oscal-names.ts';
import { describeGuard } from '../guard.ts';
import { uuidOf } from './uuid.ts';

/**
 * What the controls show of a framework, as an OSCAL component definition: one component that validates, and
 * for each requirement that it says something about, which controls do, how strongly and why.
 */
export function buildComponentDefinition(input: OscalInput): Readonly<Record<string, unknown>> {
  const { framework, mappings, language, tool, controls: titles } = input;
  const title = framework.title[language];
  const { href, resource } = catalogResource(framework.id, title);
  const controlIds = controlIdsOf(input);
  const links = groupBy(
    mappings.flatMap((mapping) => mapping.links),
    (link) => link.requirement,
  );
  const implemented = framework.requirements.flatMap(({ id }) => {
    const own = links.get(id) ?? [];
    const controlId = controlIds.get(id);
    if (own.length === 0 || controlId === undefined) return [];
    return [
      {
        uuid: uuidOf('implemented-requirement', framework.id, id, language),
        'control-id': controlId,
        description: own
          .map(
            ({ control, reason }) =>
              `${titles[control]?.[language] ?? control}: ${reason[language]}`,
          )
          .join('\n\n'),
        props: own.map(({ control, strength, reason, guard }) =>
          property('control', control, {
            class: strength,
            remarks: [reason[language], ...(guard ? [describeGuard(guard)] : [])].join('\n\n'),
          }),
        ),
        statements: [
          {
            'statement-id': `${controlId}_smt`,
            uuid: uuidOf('statement', framework.id, id, language),
            description: strongest[language](own.map(({ strength }) => strength)),
          },
        ],
      },
    ];
  });
  return {
    'component-definition': {
      uuid: uuidOf('component-definition', framework.id, language),
      metadata: metadataOf(input, title),
      components: [
        {
          uuid: uuidOf('component', framework.id, language),
          type: 'validation',
          title: `${tool.name} ${tool.version}`,
          description: described[language],
          ...(implemented.length > 0
            ? {
                'control-implementations': [
                  {
                    uuid: uuidOf('control-implementation', framework.id, language),
                    source: href,
                    description: described[language],
                    'implemented-requirements': implemented,
                  },
                ],
              }
            : {}),
        },
      ],
      'back-matter': { resources: [resource] },
    },
  };
}

const described = {
  en: 'Controls that judge Docker engines, hosts and containers by what is in force. What each shows of a requirement holds inside the container layer only: `full`, `partial` or `supporting`.',
  zh: '依据实际生效状态判定 Docker 引擎、宿主机与容器的控制项。各项对要求的证明力仅限容器层：完全（full）、部分（partial）或参考（supporting）。',
};

const strongest = {
  en: (strengths: readonly string[]) =>
    strengths.includes('full')
      ? 'Shown in the container layer when all of these pass.'
      : strengths.includes('partial')
        ? 'A part of it is shown when these pass; the rest needs other evidence.'
        : 'Context only: a person judges it.',
  zh: (strengths: readonly string[]) =>
    strengths.includes('full')
      ? '上述控制项全部通过时，在容器层得到证明。'
      : strengths.includes('partial')
        ? '上述控制项通过仅能证明其中一部分，其余需另行举证。'
        : '仅供参考，须由人员判断。',
};
