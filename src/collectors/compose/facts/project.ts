import type { z } from 'zod';
import type { composeProject } from '../../../core/subjects/compose-project.ts';
import { sourced, type Partly } from '../../gathering/partial-facts.ts';
import type { Project } from '../loading/load-project.ts';
import { profilesOf } from '../loading/active-services.ts';
import { type Place, entriesOf, fieldOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { fullName, isExternal, resourceOf, usersOf, type Resource } from './resource-names.ts';

type Facts = z.output<(typeof composeProject)['schema']>;

/** What a project is as a whole. */
export function projectFacts(project: Project, files: readonly string[]) {
  const { name, folder, services, whole } = project;
  const external = (kind: Resource): readonly string[] =>
    [...usersOf(project, kind).keys()]
      .filter((each) => isExternal(resourceOf(project, kind, each)))
      .map((each) => fullName(project, kind, each))
      .toSorted();
  const all = entriesOf(fieldOf(whole, 'services')).map(([service, { key, value }]) =>
    sourced(
      {
        name: service,
        on: services.has(service),
        profiles: [...profilesOf(value)],
      },
      sourceAt(key),
    ),
  );
  return {
    name,
    folder,
    files,
    services: sourced(all, sourceAt(placeOfServices(project))),
    external: { networks: external('networks'), volumes: external('volumes') },
    waivers: project.waivers.map(({ waiver, place }) => sourced(waiver, sourceAt(place))),
  } satisfies Partly<Facts>;
}

/** Where the services begin; the project itself where it has none. */
export const placeOfServices = ({ whole }: Project): Place =>
  whole.entries.get('services')?.key ?? whole.place;
