import { parseImageReference } from '../../../../syntax/image-reference/parse-image-reference.ts';
import { at, readLines, sourcesOf, type Lines } from '../../../gathering/fact-lines.ts';
import { read, sourced, whenRead } from '../../../gathering/partial-facts.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import { environmentOf } from '../../../workload/environment.ts';
import { healthCheckOf, secretArguments } from '../../../workload/health-check.ts';
import { type RawContainer, isRunning } from '../../api-schemas/container.ts';
import {
  answerOf,
  type Answer,
  type ContainerSurroundings,
  type Facts,
} from './container-answer.ts';
import { deviceLines } from './device-lines.ts';
import { isolationLines } from './isolation-lines.ts';
import { lifecycleLines } from './lifecycle-lines.ts';
import { portsOf } from './ports.ts';
import { resourceLines } from './resources.ts';
import { rootReadOnly } from './root-in-force.ts';
import { runtimeLines } from './runtime-lines.ts';

const endpoint = '/containers/{id}/json';

/** Every fact of a container, each with where it stands in the answers: a new one is a line here. */
const lines = {
  origin: 'container',
  state: lifecycleLines.state,
  createdAt: at('/Created', ({ raw: { Created } }) => toInstant(Created)),
  image: at(
    '/Config/Image',
    ({ raw: { Config, Image } }) => ({
      reference: Config.Image,
      id: Image || null,
      ...parseImageReference(Config.Image, Image),
    }),
    { '/id': '/Image' },
  ),
  ...isolationLines,
  networks: at('/NetworkSettings/Networks', ({ raw: { NetworkSettings } }) =>
    Object.entries(NetworkSettings.Networks)
      .map(([name, { NetworkID }]) => ({ name, id: NetworkID }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  ),
  nameResolution: at('', ({ settings }) => settings.nameResolution, {
    '/servers': '/HostConfig/Dns',
    '/domains': '/HostConfig/DnsSearch',
    '/options': '/HostConfig/DnsOptions',
    '/hosts': '/HostConfig/ExtraHosts',
  }),
  sysctls: at('/HostConfig/Sysctls', ({ settings }) => settings.sysctls),
  runtime: at('/HostConfig/Runtime', ({ settings }) => settings.runtime),
  workingDirectory: at('/Config/WorkingDir', ({ raw: { Config } }) =>
    Config.WorkingDir === '' ? '/' : Config.WorkingDir,
  ),
  mounts: at('/Mounts', ({ mounting }) => whenRead(mounting, ({ mounts }) => mounts)),
  ...deviceLines,
  // What does not run has the ports that it asks for.
  ports: at('/NetworkSettings/Ports', ({ raw }) => {
    const ports = read(() => portsOf(raw));
    const asked = { kind: 'api', endpoint, pointer: '/HostConfig/PortBindings' } as const;
    return isRunning(raw) ? ports : whenRead(ports, (found) => sourced(found, asked));
  }),
  resources: resourceLines,
  readOnlyRootFilesystem: at('/HostConfig/ReadonlyRootfs', rootReadOnly),
  restart: lifecycleLines.restart,
  stopTimeoutSeconds: at(
    '/Config/StopTimeout',
    ({ raw: { Config } }) => Config.StopTimeout ?? null,
  ),
  healthCheck: at('/Config/Healthcheck', ({ raw: { Config }, redactor }) =>
    healthCheckOf(Config.Healthcheck, redactor),
  ),
  logging: {
    driver: at(
      '/HostConfig/LogConfig/Type',
      ({ raw: { HostConfig } }) => HostConfig.LogConfig?.Type ?? '',
    ),
    options: at('/HostConfig/LogConfig/Config', ({ raw: { HostConfig }, redactor }) =>
      redactor.logOptions(HostConfig.LogConfig?.Config ?? {}),
    ),
  },
  labels: at('/Config/Labels', ({ labels }) => labels, { '/*': '/Config/Labels/*' }),
  secretLabels: at('/Config/Labels', ({ labelling }) =>
    whenRead(labelling, (found) => found.secretLabels),
  ),
  secretVolumeOptions: at('/Mounts', ({ volumeSecrets }) => volumeSecrets.secretVolumeOptions),
  environment: at(
    '/Config/Env',
    ({ raw: { Config }, redactor }) => environmentOf(Config.Env, redactor),
    {
      '/*': '/Config/Env/*',
    },
  ),
  command: at('/Args', ({ commands }) => whenRead(commands, ({ value }) => value)),
  secretArguments: at('/Args', ({ raw: { Config, Id }, commands }) =>
    secretArguments(
      whenRead(commands, ({ rules }) => rules),
      Config.Healthcheck,
      `/containers/${Id}/json`,
      '/Config/Healthcheck',
    ),
  ),
  ...runtimeLines,
  lifecycle: lifecycleLines.lifecycle,
  compose: at('/Config/Labels', ({ labels }) => whenRead(labels, composeOf)),
  service: at('', ({ raw, around }) => around.serviceOf(raw)),
  placement: [],
  replicas: 1,
  job: false,
} satisfies Lines<Answer, Facts>;

/** Turns what an engine says of a container into the facts of a workload. */
export const containerFacts = (container: RawContainer, around: ContainerSurroundings) =>
  readLines<Answer, Facts>(lines, answerOf(container, around));

/** Where the facts of a container were read. */
export const containerOrigin = sourcesOf(endpoint, lines);

function composeOf(labels: Readonly<Record<string, string>>): Facts['compose'] {
  const project = labels['com.docker.compose.project'];
  const service = labels['com.docker.compose.service'];
  return project && service ? { project, service } : null;
}
