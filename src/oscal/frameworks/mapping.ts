import type { Shows } from '../../core/frameworks/mapping.ts';
import { PlimsollError } from '../../core/errors.ts';
import { placesOf } from './control-ids.ts';
import { catalogResource, metadataOf, type OscalInput } from './document.ts';
import { controlToken, property } from '../oscal-names.ts';
import { describeGuard } from '../../core/frameworks/describe-guard.ts';
import { uuidOf } from '../uuid-of.ts';
import { text } from '../../core/text.ts';

/**
 * How the set of what a control shows lies to the set of what a requirement asks. Even where a pass shows all of
 * it in the container layer it is a part: a requirement reaches beyond containers.
 */
const relationships = {
  all: 'subset-of',
  part: 'subset-of',
  context: 'intersects-with',
} as const satisfies Record<Shows, string>;

/** The id under which the controls themselves are exported as a catalog. */
export const controlsId = 'controls';

/**
 * The controls that give evidence for each requirement, as an OSCAL mapping collection.
 *
 * @throws PlimsollError `option-invalid` for OSCAL 1.1.3, which has no such model
 */
export function buildMappingCollection(input: OscalInput): Readonly<Record<string, unknown>> {
  const { framework, mappings, language, version, tool } = input;
  if (version === '1.1.3') {
    throw new PlimsollError(
      'option-invalid',
      text('OSCAL 1.1.3 has no mapping collection.', 'OSCAL 1.1.3 没有映射集合。'),
      {
        hint: text('Add: --oscal 1.2.3', '请加上：--oscal 1.2.3'),
      },
    );
  }
  const places = placesOf(input);
  const maps = mappings
    .flatMap((mapping) => mapping.links)
    .flatMap(({ control, requirement, shows, breaks, reason, guard }) => {
      const place = places.get(requirement);
      if (place === undefined) return [];
      return [
        {
          uuid: uuidOf('map', framework.id, control, requirement, language),
          relationship: relationships[shows],
          sources: [{ type: 'control', 'id-ref': controlToken(control) }],
          targets: [
            place.item === undefined
              ? { type: 'control', 'id-ref': place.control }
              : { type: 'statement', 'id-ref': place.item },
          ],
          props: [
            property('shows', shows),
            property('breaks', breaks),
            ...(guard ? [property('guard', describeGuard(guard))] : []),
          ],
          remarks: reason[language],
        },
      ];
    });
  if (maps.length === 0) {
    throw new PlimsollError(
      'option-invalid',
      text(`No control is mapped to ${framework.id}.`, `没有控制项映射到 ${framework.id}。`),
      {
        hint: text(
          `Export only its requirements: plimsoll export ${framework.id} --as catalog`,
          `请只导出其要求：plimsoll export ${framework.id} --as catalog`,
        ),
      },
    );
  }
  const source = catalogResource(controlsId, `${tool.name} ${tool.version}`);
  const target = catalogResource(framework.id, framework.title[language]);
  const provenance = {
    method: 'human',
    'matching-rationale': 'functional',
    status: 'complete',
    'mapping-description': described[language],
  };
  return {
    'mapping-collection': {
      uuid: uuidOf('mapping-collection', framework.id, language),
      metadata: metadataOf(input, framework.title[language]),
      provenance,
      mappings: [
        {
          uuid: uuidOf('mapping', framework.id, language),
          'source-resource': { type: 'catalog', href: source.href },
          'target-resource': { type: 'catalog', href: target.href },
          maps,
        },
      ],
      'back-matter': { resources: [source.resource, target.resource] },
    },
  };
}

const described = {
  en: 'Each link was written by a person who compared what the control judges with what the requirement asks of a container platform; the reason is given with it.',
  zh: '每条映射均由人员比对控制项的判定内容与该要求对容器平台的要求后写成，并附理由。',
};
