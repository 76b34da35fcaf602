import { profilesOf } from '../loading/active-services.ts';
import type { z } from 'zod';
import type { workload } from '../../../core/subjects/workload/workload.ts';
import type { Partly } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import type { Project } from '../loading/load-project.ts';
import { textOf, type Node } from '../../../syntax/compose/tree/nodes.ts';
import { text } from '../../../core/text.ts';
import type { ServiceFiles } from '../loading/service-files.ts';
import { buildOf } from './build.ts';
import { capabilityFacts } from './capabilities.ts';
import { commandOf } from './command.ts';
import { copiesOf } from './copies.ts';
import { deviceRequestsOf, devicesOf } from './devices.ts';
import { environmentOf } from './environment.ts';
import { healthCheckOf } from './health-check.ts';
import { hooksOf } from './hooks.ts';
import { imageOf } from './image.ts';
import { labelsOf, serviceLabelsOf } from './labels.ts';
import { startsOf } from './mounted-texts.ts';
import { mountsOf } from './mounts.ts';
import { namespacesOf } from './namespaces.ts';
import { networksOf } from './networks.ts';
import { ownSettings } from './own-settings.ts';
import { pairsIn } from './pairs-in-map.ts';
import { portsOf } from './ports.ts';
import { resourcesOf } from './resources.ts';
import { restartOf } from './restart.ts';
import { isTrue, readerOf, secondsIn } from './read-fields.ts';
import { securityOf } from './security.ts';
import { userIn } from './user.ts';
import { volumeSecretsOf } from './volume-secrets.ts';

type Facts = z.output<(typeof workload)['schema']>;

/** Turns a service of a project into the facts of a workload that is declared. */
export function serviceFacts(
  name: string,
  service: Node,
  project: Project,
  files: ServiceFiles,
  redactor: Redactor,
) {
  const said = readerOf(service, service.place);
  const image = text(
    'the file says nothing of it, and so its image decides',
    '文件未作说明，由其镜像决定',
  );
  return {
    origin: 'compose-service',
    state: 'declared',
    createdAt: null,
    image: imageOf(said, `${project.name}-${name}`, redactor),
    user: userIn(said, image, redactor),
    groups: said.list('group_add'),
    privileged: said.or('privileged', isTrue, false),
    capabilities: capabilityFacts(said),
    security: securityOf(said, files),
    namespaces: namespacesOf(said, service, project),
    networks: networksOf(said, service, project),
    ...ownSettings(said),
    mounts: mountsOf(said, service, project),
    devices: said.or('devices', devicesOf, []),
    deviceRules: said.list('device_cgroup_rules'),
    deviceRequests: deviceRequestsOf(said),
    ports: portsOf(said),
    resources: resourcesOf(said),
    readOnlyRootFilesystem: said.or('read_only', isTrue, false),
    restart: restartOf(said),
    stopTimeoutSeconds: said.or('stop_grace_period', secondsIn, null),
    healthCheck: healthCheckOf(said, redactor, image),
    logging: {
      driver: said.field('logging', 'driver')
        ? said.or('logging.driver', (node) => textOf(node) ?? '', '')
        : said.unknown(
            text(
              'the file names no driver, and the engine that runs it decides',
              '文件未指定驱动，由运行它的引擎决定',
            ),
          ),
      options: said.or('logging.options', (node) => redactor.logOptions(pairsIn(node)), {}),
    },
    ...labelsOf(said, files, redactor),
    ...serviceLabelsOf(said, redactor),
    ...volumeSecretsOf(service, project),
    environment: environmentOf(said, files, redactor),
    ...commandOf(said, redactor),
    ...buildOf(said, project.variables, redactor),
    ...hooksOf(said, redactor),
    ...startsOf(said, service, project, redactor),
    compose: said.at(service, { project: project.name, service: name }),
    profiles: said.at(said.field('profiles'), [...profilesOf(service)]),
    service: null,
    ...copiesOf(said, redactor),
  } satisfies Partly<Facts>;
}
