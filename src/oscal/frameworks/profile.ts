import { requirementsAt } from '../../core/frameworks/framework.ts';
import { catalogResource, metadataOf, type OscalInput } from './document.ts';
import { placesOf } from './control-ids.ts';
import { uuidOf } from '../uuid-of.ts';

/**
 * A framework at one of its levels as an OSCAL profile of its catalog; without a level, all of it.
 *
 * @throws PlimsollError `framework-unknown` when it has no such level
 */
export function buildProfile(input: OscalInput): Readonly<Record<string, unknown>> {
  const { framework, language } = input;
  const level = input.level ?? framework.defaultLevel;
  const title = framework.title[language];
  const { href, resource } = catalogResource(framework.id, title);
  const places = placesOf(input);
  const chosen = requirementsAt(framework, level).flatMap(({ id }) => places.get(id) ?? []);
  const ids = [...new Set(chosen.map(({ control }) => control))];
  const selection =
    level === undefined
      ? { 'include-all': {} }
      : { 'include-controls': [{ 'with-child-controls': 'no', 'with-ids': ids }] };
  const name = framework.levels.find(({ id }) => id === level)?.title[language];
  return {
    profile: {
      uuid: uuidOf('profile', framework.id, level ?? '', language),
      metadata: metadataOf(input, name === undefined ? title : `${title} · ${name}`),
      imports: [{ href, ...selection }],
      merge: { 'as-is': true },
      'back-matter': { resources: [resource] },
    },
  };
}
