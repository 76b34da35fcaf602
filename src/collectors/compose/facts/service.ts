import type { z } from 'zod';
import type { workload } from '../../../core/subjects/workload.ts';
import { capabilitiesOf, normalCapabilities } from '../../engine/facts/workload/capabilities.ts';
import { parseImageReference } from '../../engine/facts/workload/image-reference.ts';
import { comparePorts, type Port } from '../../engine/facts/workload/ports.ts';
import { userOf } from '../../engine/facts/workload/user.ts';
import { known } from '../../engine/facts/known.ts';
import { sourced, whenRead, type Partly } from '../../partly.ts';
import type { Redactor } from '../../secrets/create-redactor.ts';
import { secondsOf } from '../forms/sizes.ts';
import type { Project } from '../load-project.ts';
import { fieldOf, itemsOf, sourceAt, textOf, type Node, type Place } from '../node.ts';
import { environmentOf } from './environment.ts';
import { mountsOf } from './mounts.ts';
import { namespacesOf } from './namespaces.ts';
import { pairsIn } from './pairs.ts';
import { fullName, networksOfService } from './resource-names.ts';
import { resourcesOf } from './resources.ts';
import { isTrue, numberIn, readerOf, type Said } from './said.ts';
import { securityOf } from './security.ts';
import type { ServiceFiles } from '../service-files.ts';
import { text, type Text } from '../../../core/text.ts';

type Facts = z.output<(typeof workload)['schema']>;

const policies = ['no', 'on-failure', 'always', 'unless-stopped'] as const;

/** Turns a service of a project into the facts of a workload that is declared. */
export function serviceFacts(
  name: string,
  service: Node,
  project: Project,
  files: ServiceFiles,
  redactor: Redactor,
) {
  const said = readerOf(service, service.place);
  const placed = (path: string) =>
    said.at(
      said.field(path),
      itemsOf(said.field(path)).map((item) => sourced(textOf(item) ?? '', sourceAt(item.place))),
    );
  const image = text(
    'the file says nothing of it, and so its image decides',
    '文件未作说明，由其镜像决定',
  );
  const { labels, secretLabels } = redactor.labels({
    ...files.labels,
    ...pairsIn(said.field('labels')),
  });
  const command = commandOf(said, redactor);
  const build = said.field('build');
  return {
    origin: 'compose-service',
    state: 'declared',
    createdAt: null,
    image: imageOf(said, `${project.name}-${name}`, build),
    user: said.field('user')
      ? said.or('user', (node) => userOf(textOf(node) ?? ''), userOf(''))
      : said.unknown(image),
    groups: placed('group_add'),
    privileged: said.or('privileged', isTrue, false),
    capabilities: capabilityFacts(said),
    security: securityOf(said, files),
    namespaces: namespacesOf(said, service, project),
    networks: networksOf(said, service, project),
    mounts: mountsOf(said, service, project),
    devices: said.or('devices', devicesOf, []),
    deviceRules: placed('device_cgroup_rules'),
    deviceRequests: deviceRequestsOf(said),
    ports: portsOf(said),
    resources: resourcesOf(said),
    readOnlyRootFilesystem: said.or('read_only', isTrue, false),
    restart: restartOf(said),
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
      options: said.or('logging.options', (node) => redactor.options(pairsIn(node)), {}),
    },
    labels: said.at(said.field('labels') ?? said.field('label_file'), labels),
    secretLabels: said.at(said.field('labels') ?? said.field('label_file'), secretLabels),
    environment: environmentOf(said, files, redactor),
    ...command,
    compose: said.at(service, { project: project.name, service: name }),
    service: null,
    placement: [],
    replicas: said.at(
      said.field('deploy', 'replicas') ?? said.field('scale'),
      numberIn(said.field('deploy', 'replicas') ?? said.field('scale')) ||
        ((said.field('deploy', 'replicas') ?? said.field('scale')) ? 0 : 1),
    ),
    job: false,
  } satisfies Partly<Facts>;
}

/** Where each capability of a list is named. */
function placesOf(said: Said, field: 'cap_add' | 'cap_drop'): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const item of itemsOf(said.field(field))) {
    const [name = ''] = normalCapabilities([textOf(item) ?? '']);
    if (!places.has(name)) places.set(name, item.place);
  }
  return places;
}

/** What it asks for and what it holds in the end, each capability at the place that gives it. */
function capabilityFacts(said: Said) {
  const privileged = isTrue(said.field('privileged'));
  const [add, drop] = [placesOf(said, 'cap_add'), placesOf(said, 'cap_drop')];
  const { effective } = capabilitiesOf(
    { add: [...add.keys()], drop: [...drop.keys()], privileged },
    'docker',
  );
  const named = (field: 'cap_add' | 'cap_drop', places: ReadonlyMap<string, Place>) =>
    said.at(
      said.field(field),
      [...places.keys()].toSorted().map((name) => placed(name, places.get(name))),
    );
  const placed = (name: string, place: Place | undefined) =>
    place ? sourced(name, sourceAt(place)) : said.at(undefined, name);
  const byMode = privileged ? said.field('privileged')?.place : undefined;
  return {
    added: named('cap_add', add),
    dropped: named('cap_drop', drop),
    effective: said.at(
      privileged ? said.field('privileged') : (said.field('cap_add') ?? said.field('cap_drop')),
      effective.map((name) => placed(name, byMode ?? add.get(name) ?? add.get('ALL'))),
    ),
  };
}

/** Whether no part of an image's name is empty, as one is where a variable in it is not set: `/app:`. */
const isWhole = (reference: string): boolean =>
  reference !== '' && !/^[/:@]|[/:@]{2}|[/:@]$/.test(reference);

function imageOf(said: Said, built: string, build: Node | undefined) {
  const node = said.field('image');
  const reference = textOf(node);
  if (reference !== undefined && !isWhole(reference)) {
    const open = said.unknown(
      text(
        'its name is not whole: a variable in it has no value here, and so whoever starts it decides',
        '名称不完整：其中的变量在此没有值，由启动者决定',
      ),
    );
    return { reference: open, id: null, registry: open, tag: open, digest: open };
  }
  const { registry, tag, digest } = parseImageReference(reference ?? built, '');
  const here = said.unknown(
    text(
      'it is built from the project, so that what a registry holds is not what runs',
      '由该项目构建，仓库中的内容并非实际运行的内容',
    ),
  );
  return {
    reference: said.at(node ?? build, reference ?? built),
    id: null,
    registry: reference === undefined ? here : said.at(node, registry),
    tag: reference === undefined ? here : said.at(node, tag),
    digest: build ? here : said.at(node, digest),
  };
}

/** Everything that a service says of networks; without a word it is on the project's own. */
function networksOf(said: Said, service: Node, project: Project) {
  const mode = said.field('network_mode');
  if (mode) {
    return said.at(mode, textOf(mode) === 'bridge' ? [{ name: 'bridge', id: 'bridge' }] : []);
  }
  const asked = said.field('networks');
  const networks = networksOfService(service).map((name) => {
    const full = fullName(project, 'networks', name);
    const place = asked?.kind === 'map' ? asked.entries.get(name)?.key : undefined;
    const network = { name: full, id: full };
    return { full, network: place ? sourced(network, sourceAt(place)) : network };
  });
  return said.at(
    asked,
    networks.toSorted((a, b) => (a.full < b.full ? -1 : 1)).map(({ network }) => network),
  );
}

const devicesOf = (node: Node) =>
  itemsOf(node).map((item) =>
    sourced(
      {
        hostPath: textOf(fieldOf(item, 'source')) ?? '',
        containerPath: textOf(fieldOf(item, 'target')) ?? '',
        permissions: textOf(fieldOf(item, 'permissions')) ?? 'rwm',
      },
      sourceAt(item.place),
    ),
  );

/** Devices that are asked for through a driver; `gpus` asks for them as well, `all` or one by one. */
function deviceRequestsOf(said: Said) {
  const reserved = said.field('deploy', 'resources', 'reservations', 'devices');
  const gpus = said.field('gpus');
  const request = (item: Node, more: readonly string[]) =>
    sourced(
      {
        driver: textOf(fieldOf(item, 'driver')) ?? '',
        capabilities: [
          ...itemsOf(fieldOf(item, 'capabilities')).map((each) => textOf(each) ?? ''),
          ...more,
        ],
      },
      sourceAt(item.place),
    );
  return said.at(reserved ?? gpus, [
    ...itemsOf(reserved).map((item) => request(item, [])),
    ...(gpus?.kind === 'list' ? gpus.items : gpus ? [gpus] : []).map((item) =>
      request(item, ['gpu']),
    ),
  ]);
}

function portsOf(said: Said) {
  const node = said.field('ports');
  const mode = textOf(said.field('network_mode')) ?? '';
  // Without a network of its own nothing is published.
  const items = /^(?:host|none|service:|container:)/.test(mode) ? [] : itemsOf(node);
  const listed = items.flatMap((item) => {
    const address = textOf(fieldOf(item, 'host_ip')) ?? '';
    const published = textOf(fieldOf(item, 'published')) ?? '';
    const protocol = textOf(fieldOf(item, 'protocol')) ?? 'tcp';
    return (address === '' ? ['0.0.0.0', '::'] : [address]).map((hostAddress) => ({
      item,
      port: {
        hostAddress,
        hostPort: /^[1-9]\d*$/.test(published) ? Number(published) : null,
        containerPort: numberIn(fieldOf(item, 'target')),
        protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : 'tcp',
      } satisfies Port,
    }));
  });
  return said.at(
    node,
    listed
      .toSorted((a, b) => comparePorts(a.port, b.port))
      .map(({ item, port }) => sourced(port, sourceAt(item.place))),
  );
}

const conditions: Readonly<Record<string, string>> = { none: 'no', any: 'always' };

/** `deploy.restart_policy` wins over `restart`, as it does in Compose. */
function restartOf(said: Said) {
  const deployed = said.field('deploy', 'restart_policy');
  if (deployed) {
    const condition = textOf(fieldOf(deployed, 'condition')) ?? 'any';
    return {
      policy: whenRead(
        known(policies, conditions[condition] ?? condition, 'restart policy'),
        (policy) => said.at(deployed, policy),
      ),
      maximumRetries: said.at(deployed, numberIn(fieldOf(deployed, 'max_attempts'))),
    };
  }
  const node = said.field('restart');
  const [policy = 'no', tries = '0'] = (textOf(node) ?? 'no').split(':');
  return {
    policy: whenRead(known(policies, policy, 'restart policy'), (read) => said.at(node, read)),
    maximumRetries: said.at(node, /^\d+$/.test(tries) ? Number(tries) : 0),
  };
}

function healthCheckOf(said: Said, redactor: Redactor, image: Text) {
  const node = said.field('healthcheck');
  const test = itemsOf(fieldOf(node, 'test')).map((item) => textOf(item) ?? '');
  const off = isTrue(fieldOf(node, 'disable')) || test[0] === 'NONE';
  if (off) return said.at(node, { state: 'disabled' as const, test: [], intervalSeconds: null });
  if (test.length === 0) return said.unknown(image);
  const interval = textOf(fieldOf(node, 'interval'));
  return said.at(node, {
    state: 'set' as const,
    test: [...redactor.command(test).value],
    intervalSeconds: interval === undefined ? null : (secondsOf(interval) ?? null),
  });
}

/** An entrypoint takes away the image's own arguments; arguments alone leave its entrypoint. */
function commandOf(said: Said, redactor: Redactor) {
  const words = (name: string) => itemsOf(said.field(name)).map((item) => textOf(item) ?? '');
  const [entrypoint, argumentsOf] = [said.field('entrypoint'), said.field('command')];
  const { value, rules } = redactor.command([...words('entrypoint'), ...words('command')]);
  const node = argumentsOf ?? entrypoint;
  const whole = entrypoint !== undefined && words('entrypoint').length > 0;
  const rest = said.unknown(
    text(
      'the file names no entrypoint, and so its image decides',
      '文件未指定入口点，由其镜像决定',
    ),
  );
  return {
    command: whole ? said.at(node, value) : rest,
    ...(argumentsOf && !whole ? { givenArguments: said.at(argumentsOf, value) } : {}),
    // What was found stays found, whatever the image adds.
    secretArguments: whole || rules.length > 0 ? said.at(node, rules) : rest,
  };
}
