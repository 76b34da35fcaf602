import type { Shows } from '../../core/frameworks/mapping.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { placesOf } from './control-ids.ts';
import { catalogResource, metadataOf, type OscalInput } from './document.ts';
import { property, statementOf } from '../oscal-names.ts';
import { describeGuard } from '../../core/frameworks/describe-guard.ts';
import { uuidOf } from '../uuid-of.ts';

/**
 * What the controls show of a framework, as an OSCAL component definition: one component that validates, and
 * for each requirement that it says something about, which controls do, what a pass shows, what a failure breaks, and why.
 */
export function buildComponentDefinition(input: OscalInput): Readonly<Record<string, unknown>> {
  const { framework, mappings, language, tool, controls: titles } = input;
  const title = framework.title[language];
  const { href, resource } = catalogResource(framework.id, title);
  const places = placesOf(input);
  const links = groupBy(
    mappings.flatMap((mapping) => mapping.links),
    (link) => link.requirement,
  );
  const implemented = framework.requirements.flatMap(({ id }) => {
    const own = links.get(id) ?? [];
    const place = places.get(id);
    if (own.length === 0 || place === undefined) return [];
    return [
      {
        uuid: uuidOf('implemented-requirement', framework.id, id, language),
        'control-id': place.control,
        description: own
          .map(
            ({ control, reason }) =>
              `${titles[control]?.[language] ?? control}: ${reason[language]}`,
          )
          .join('\n\n'),
        props: own.map(({ control, shows, breaks, reason, guard }) =>
          property('control', control, {
            class: `${shows}-${breaks}`,
            remarks: [reason[language], ...(guard ? [describeGuard(guard)] : [])].join('\n\n'),
          }),
        ),
        statements: [
          {
            'statement-id': place.item ?? statementOf(place.control),
            uuid: uuidOf('statement', framework.id, id, language),
            description: most[language](own.map(({ shows }) => shows)),
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
  en: 'Controls that judge Docker engines, hosts and containers by the settings in force. The class of each says what a pass shows of the requirement inside the container layer (`all`, `part` or `context`) and what a failure does to it (`breaks`, `weakens` or `nothing`).',
  zh: '依据实际生效状态判定 Docker 引擎、宿主机与容器的控制项。各项的 class 说明两点：通过能在容器层证明要求的多少（全部 all、部分 part 或参考 context），以及未通过对要求的影响（不满足 breaks、削弱 weakens 或不影响 nothing）。',
};

const most = {
  en: (shown: readonly Shows[]) =>
    shown.includes('all')
      ? 'Shown in the container layer when all of these pass.'
      : shown.includes('part')
        ? 'A part is shown when these pass; the rest needs other evidence.'
        : 'Context only: a person judges it.',
  zh: (shown: readonly Shows[]) =>
    shown.includes('all')
      ? '上述控制项全部通过时，在容器层得到证明。'
      : shown.includes('part')
        ? '上述控制项通过仅能证明其中一部分，其余需另行举证。'
        : '仅供参考，须由人员判断。',
};
