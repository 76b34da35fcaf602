import { basename } from 'node:path';
import { text } from '../../core/text.ts';
import { absolutePaths } from '../compose/loading/absolute-paths.ts';
import { loadProject, type Project } from '../compose/loading/load-project.ts';
import { openProjectFiles } from '../compose/loading/project-files.ts';
import { realFolderOf } from '../compose/loading/real-host-path.ts';
import { environment } from '../compose/loading/variables.ts';
import { volumesOfService } from '../compose/facts/resource-names.ts';
import { invalidAt } from '../../syntax/compose/tree/invalid-at.ts';
import { entryAt } from '../../syntax/compose/forms/form.ts';
import { serviceForm } from '../../syntax/compose/forms/service-form.ts';
import {
  entriesOf,
  fieldOf,
  fieldsAt,
  map,
  scalar,
  textOf,
  type MapNode,
  type Node,
} from '../../syntax/compose/tree/nodes.ts';
import type { DevContainerFile } from './read-devcontainer.ts';
import { composeFilesOf } from './referenced-files.ts';
import { leaveOpenByImage } from './features.ts';
import { serviceFields } from './service-fields.ts';
import type { OpenField } from './service-builder.ts';

/** What a container is read among. */
export interface Around {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** A container as the service of Compose that it would be. */
export interface ContainerProject {
  readonly project: Project;
  readonly service: Node;
  /** What of it is not known. */
  readonly open: readonly OpenField[];
}

/** How the service is called that a container is alone. */
export const ownName = 'devcontainer';

/**
 * Makes a project of the container: of its own, or that of its Compose files with what is laid over its service.
 *
 * @throws PlimsollError as {@link loadProject} does; SyntaxProblem with the place of what is wrong
 */
export async function containerProject(
  file: DevContainerFile,
  around: Around,
): Promise<ContainerProject> {
  const files = composeFilesOf(file);
  const fields = serviceFields(file, files === undefined);
  const isOpen = fields.open.some(({ field }) => field === 'privileged');
  if (!isOpen) leaveOpenByImage(fields, file.whole);
  const own = normalised(fields.build(), file, around.home);
  if (files === undefined) {
    if (!fields.has('image') && !fields.has('build')) throw nothingToRun(file);
    const project = {
      ...ownProject(file, around),
      whole: withVolumes(map(new Map(), own.place), own),
    };
    return { project, service: own, open: fields.open };
  }
  const { isOutside, nameOf } = openProjectFiles(around.cwd, file.workspace);
  const outside = files.find(isOutside);
  if (outside !== undefined) throw outsideAt(file, nameOf(outside));
  const project = await loadProject({ ...around, files });
  const name = fieldOf(file.whole, 'service');
  const found = [...project.services, ...project.dormant].find(([each]) => each === textOf(name));
  if (!found) {
    throw invalidAt(
      (name ?? file.whole).place,
      text(
        `the Compose project has no service ${textOf(name) ?? ''}`,
        `Compose 项目中没有服务 ${textOf(name) ?? ''}`,
      ),
    );
  }
  const [, { value, key }] = found;
  const service = { ...serviceForm.merge(value, own), place: key };
  const why = project.open.get(found[0]) ?? project.open.get('');
  const open = why
    ? [{ field: '', why: { reason: 'unavailable' as const, detail: why.said } }]
    : [];
  return {
    project: { ...project, whole: withVolumes(project.whole, own) },
    service,
    open: [...open, ...fields.open],
  };
}

const outsideAt = ({ whole }: DevContainerFile, path: string) =>
  invalidAt(
    (fieldOf(whole, 'dockerComposeFile') ?? whole).place,
    text(`${path} is outside the project and is not read`, `${path} 位于项目之外，不予读取`),
  );

const nothingToRun = ({ whole }: DevContainerFile) =>
  invalidAt(
    whole.place,
    text(
      'it names no image, no Dockerfile and no Compose file',
      '未指明镜像、Dockerfile 或 Compose 文件',
    ),
  );

/** The service in the forms of Compose, its paths from the folder that is opened. */
function normalised(service: MapNode, { workspace }: DevContainerFile, home: string): MapNode {
  const whole = fieldsAt(
    { services: fieldsAt({ [ownName]: serviceForm.normalise(service, '') }, service.place) },
    service.place,
  );
  const made = fieldOf(absolutePaths(whole, workspace, home), 'services', ownName);
  // It was put in as one.
  return made?.kind === 'map' ? made : service;
}

/** The volumes that are named are made, and called as they are named. */
function withVolumes(whole: MapNode, service: Node): MapNode {
  const known = new Map(entriesOf(fieldOf(whole, 'volumes')));
  for (const name of volumesOfService(service)) {
    if (known.has(name)) continue;
    known.set(name, entryAt(fieldsAt({ name: scalar(name, service.place) }, service.place)));
  }
  const volumes = entryAt(map(known, whole.place));
  return map(new Map(whole.entries).set('volumes', volumes), whole.place);
}

function ownProject(file: DevContainerFile, { cwd, env }: Around): Omit<Project, 'whole'> {
  const { workspace, name, read } = file;
  return {
    name: `vsc-${basename(workspace)}`,
    services: new Map(),
    dormant: new Map(),
    inactive: [],
    allProfiles: true,
    files: openProjectFiles(cwd, workspace),
    read: new Map([[name, read]]),
    folder: workspace,
    realFolder: realFolderOf(workspace),
    variables: environment(env),
    unread: [],
    open: new Map(),
    waivers: [],
  };
}
