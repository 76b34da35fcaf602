import { isRefusal, type Refusal } from '../loading/elsewhere.ts';
import { composeProject } from '../../../core/subjects/compose-project.ts';
import { dockerfile } from '../../../core/subjects/dockerfile.ts';
import { network } from '../../../core/subjects/network.ts';
import { secret } from '../../../core/subjects/swarm.ts';
import { volume } from '../../../core/subjects/volume.ts';
import { workload } from '../../../core/subjects/workload/workload.ts';
import type { Subject, SubjectKind } from '../../../core/facts/subject.ts';
import type { ParsedDockerfile } from '../../dockerfile/parse-dockerfile.ts';
import { toSubject } from '../../gathering/to-subject.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import { argumentReader } from './builds.ts';
import { configurationsOf } from '../facts/configs.ts';
import { networkFacts } from '../facts/network.ts';
import { placeOfServices, projectFacts } from '../facts/project.ts';
import {
  fullName,
  isExternal,
  resourceOf,
  usersOf,
  type Resource,
} from '../facts/resource-names.ts';
import { serviceFacts } from '../facts/service.ts';
import { volumeFacts } from '../facts/volume.ts';
import { inlineDockerfile } from './inline-dockerfile.ts';
import type { Project } from '../loading/load-project.ts';
import { entriesOf, fieldOf, type Node, type Place } from '../../../syntax/compose/tree/nodes.ts';
import { openParts } from '../../gathering/partial-facts.ts';
import { readServiceFiles } from '../loading/service-files.ts';

/** A service that is no subject, and why. */
export interface ServiceLeft {
  readonly name: string;
  readonly why: 'provided' | 'unread';
}

/**
 * Makes the subjects of a project: itself, each service that is on with the Dockerfile that it may hold, and the networks,
 * volumes and configurations that it makes for them.
 *
 * @param unread takes why a service is not among them: a file that it names cannot be read
 */
export async function projectSubjects(
  asked: Project,
  target: string,
  files: readonly string[],
  redactor: Redactor,
  unread: Refusal[],
): Promise<{ readonly subjects: readonly Subject[]; readonly left: readonly ServiceLeft[] }> {
  // What only a profile starts is judged with the rest, and is part of the project only where that is on.
  const project = asked.allProfiles
    ? { ...asked, services: new Map([...asked.services, ...asked.dormant]) }
    : asked;
  const draft = (kind: SubjectKind, id: string, facts: Parameters<typeof toSubject>[0]['facts']) =>
    toSubject({ kind, id, name: id, target, origin: 'compose/service', facts });
  /** What a file that was not read may say of something is no default. */
  const asFarAsRead = (
    facts: Readonly<Record<string, unknown>>,
    service: string,
  ): Readonly<Record<string, unknown>> => {
    const why = project.open.get(service) ?? project.open.get('');
    return why ? openParts(facts, { reason: 'unavailable', detail: why.said }) : facts;
  };
  const argumentsOf = argumentReader(project);
  const services: Subject[] = [];
  const buildFiles: Subject[] = [];
  const left: ServiceLeft[] = [];
  for (const [name, { key, value }] of project.services) {
    // A program outside Compose provides it, and how is not known.
    if (fieldOf(value, 'provider')) {
      left.push({ name, why: 'provided' });
      continue;
    }
    const service = { ...value, place: key };
    const held = await filesOf(service, asked, asked.dormant.has(name) ? unread : undefined);
    if (held === undefined) {
      left.push({ name, why: 'unread' });
      continue;
    }
    const facts = serviceFacts(name, service, project, held, redactor);
    services.push(draft(workload, name, asFarAsRead(facts, name)));
    const built = await inlineDockerfile(
      service,
      project,
      redactor,
      argumentsOf(fieldOf(service, 'build')),
    );
    if (built) buildFiles.push(buildFile(name, target, built));
  }
  const made = (
    kind: Resource,
    from: SubjectKind,
    facts: typeof networkFacts | typeof volumeFacts,
  ) =>
    resourcesOf(project, kind).map(({ id, name, users }) =>
      draft(
        from,
        id,
        asFarAsRead(facts(name, project, placeOf(project, kind, name), users, redactor), ''),
      ),
    );
  const subjects = [
    draft(composeProject, project.name, projectFacts(asked, files)),
    ...services,
    ...buildFiles,
    ...made('networks', network, networkFacts),
    ...made('volumes', volume, volumeFacts),
    ...configurationsOf(project, redactor).map(({ id, facts }) => draft(secret, id, facts)),
  ];
  return { subjects, left };
}

/**
 * The files that a service names.
 *
 * @param unread takes why one cannot be read, and there is nothing then; absent of a service that Compose starts, which
 * refuses the whole project
 */
async function filesOf(service: Node, project: Project, unread: Refusal[] | undefined) {
  try {
    return await readServiceFiles(service, project);
  } catch (error) {
    if (!isRefusal(error) || unread === undefined) throw error;
    unread.push(error);
    return undefined;
  }
}

/** The Dockerfile that a service holds in itself, called as the service is. */
const buildFile = (name: string, target: string, { facts, gaps, sources }: ParsedDockerfile) => ({
  kind: dockerfile.kind,
  id: name,
  name,
  target,
  facts,
  gaps: [...gaps],
  sources,
});

/** What a project makes; two that have one name on the engine are one. */
function resourcesOf(project: Project, kind: Resource) {
  const made = new Map<string, { id: string; name: string; users: readonly string[] }>();
  for (const [name, users] of usersOf(project, kind)) {
    if (isExternal(resourceOf(project, kind, name))) continue;
    const id = fullName(project, kind, name);
    const known = made.get(id);
    const all = [...new Set([...(known?.users ?? []), ...users])].toSorted();
    made.set(id, { id, name: known?.name ?? name, users: all });
  }
  return [...made.values()];
}

/** Where a network or a volume stands; the default network of a project may stand nowhere. */
const placeOf = (project: Project, kind: Resource, name: string): Place =>
  entriesOf(fieldOf(project.whole, kind)).find(([each]) => each === name)?.[1].key ??
  placeOfServices(project);
