import { fieldOf, fieldsAt, list, map, scalar, textOf, type Entry, type Node } from '../node.ts';
import {
  anything,
  entryAt,
  fields,
  flag,
  itself,
  listOf,
  mapOf,
  mergeMaps,
  number,
  pairs,
  replaced,
  shortOr,
  text,
  textOrList,
  textOrNumber,
  whole,
  type Form,
} from './form.ts';
import { ports } from './ports.ts';
import { duration, size } from './sizes.ts';
import { volumes } from './volumes.ts';
import { words } from './words.ts';

const texts = listOf(textOrNumber);
const set = listOf(textOrNumber, itself);
/** Labels and annotations: one without a value is empty. */
const labels: Form = {
  ...pairs(),
  normalise: (node, at) => {
    const made = pairs().normalise(node, at);
    if (made.kind !== 'map') return made;
    const entries = new Map<string, Entry>();
    for (const [name, { key, value }] of made.entries) {
      const empty = value.kind === 'scalar' && value.value === null && value.tag === undefined;
      entries.set(name, { key, value: empty ? scalar('', value.place) : value });
    }
    return map(entries, made.place);
  },
};
const oneOrSet = textOrList(set);

/** A list of names, or a map from each name to what is said of it. */
const namedOr = (long: Form, first: Readonly<Record<string, string | boolean>> | null): Form =>
  shortOr(long, (node) => {
    if (node.kind !== 'list') return node;
    const entries = new Map<string, Entry>();
    for (const item of node.items) {
      const value =
        first === null
          ? scalar(null, item.place)
          : fieldsAt(
              Object.fromEntries(
                Object.entries(first).map(([name, held]) => [name, scalar(held, item.place)]),
              ),
              item.place,
            );
      entries.set(textOf(item) ?? '', entryAt(value, item.place));
    }
    return map(entries, node.place);
  });

const mounted = (folder: string): Form =>
  listOf(
    shortOr(
      fields(
        { source: text, target: text, uid: text, gid: text, mode: whole },
        { required: ['source'] },
      ),
      (node) => (node.kind === 'scalar' ? fieldsAt({ source: node }, node.place) : node),
    ),
    (item) =>
      textOf(fieldOf(item, 'target')) ?? `${folder}${textOf(fieldOf(item, 'source')) ?? ''}`,
  );

const rates = listOf(fields({ path: text, rate: size }, { required: ['path', 'rate'] }), (item) =>
  textOf(fieldOf(item, 'path')),
);

/** Options belong to a driver: of another driver, none stay. */
const loggingFields = fields({ driver: text, options: pairs() });
const logging: Form = {
  normalise: loggingFields.normalise,
  merge: (base, over) => {
    const [before, after] = [fieldOf(base, 'driver'), fieldOf(over, 'driver')].map(textOf);
    return after === undefined || before === undefined || after === before
      ? loggingFields.merge(base, over)
      : over;
  },
};

const ulimit: Form = {
  normalise: (node, at) =>
    (node.kind === 'map' ? fields({ soft: whole, hard: whole }) : whole).normalise(node, at),
  merge: (base, over) =>
    base.kind === 'map' && over.kind === 'map' ? mergeMaps(base, over, () => whole) : over,
};

const device = listOf(
  shortOr(fields({ source: text, target: text, permissions: text }), (node) => {
    const spelled = textOf(node);
    if (node.kind !== 'scalar' || spelled === undefined) return node;
    const [source = '', second, third] = spelled.split(':');
    const onlyRights = second !== undefined && third === undefined && /^[rwm]+$/.test(second);
    return fieldsAt(
      {
        source: scalar(source, node.place),
        target: scalar(second === undefined || onlyRights ? source : second, node.place),
        permissions: scalar((onlyRights ? second : third) ?? 'rwm', node.place),
      },
      node.place,
    );
  }),
  (item) => textOf(fieldOf(item, 'target')),
);

const limits = fields({
  cpus: textOrNumber,
  memory: size,
  pids: whole,
  devices: anything,
  generic_resources: anything,
});

const deploy = fields({
  mode: text,
  endpoint_mode: text,
  replicas: whole,
  labels,
  rollback_config: anything,
  update_config: anything,
  resources: fields({ limits, reservations: limits }),
  restart_policy: fields({
    condition: text,
    delay: duration,
    max_attempts: whole,
    window: duration,
  }),
  placement: fields({ constraints: texts, preferences: anything, max_replicas_per_node: whole }),
});

const build = shortOr(
  fields({
    context: text,
    dockerfile: text,
    dockerfile_inline: text,
    entitlements: set,
    args: pairs(),
    ssh: pairs(),
    labels,
    cache_from: texts,
    cache_to: texts,
    no_cache: flag,
    no_cache_filter: oneOrSet,
    additional_contexts: pairs(),
    network: text,
    pull: flag,
    target: text,
    shm_size: size,
    extra_hosts: pairs(/[=:]/),
    isolation: text,
    privileged: flag,
    provenance: anything,
    sbom: anything,
    secrets: mounted(''),
    tags: set,
    ulimits: mapOf(ulimit),
    platforms: set,
  }),
  (node) => (node.kind === 'scalar' ? fieldsAt({ context: node }, node.place) : node),
);

const healthcheck = fields({
  disable: flag,
  interval: duration,
  retries: whole,
  start_period: duration,
  start_interval: duration,
  timeout: duration,
  test: shortOr(replaced(listOf(textOrNumber)), (node) =>
    node.kind === 'scalar' ? list([scalar('CMD-SHELL', node.place), node], node.place) : node,
  ),
});

const dependency = fields({ condition: text, restart: flag, required: flag });

/** What is said of a service where nothing more is. */
const joined = { condition: 'service_started', required: true };

const dependsOn: Form = (() => {
  const form = namedOr(mapOf(dependency), joined);
  return {
    merge: form.merge,
    normalise: (node, at) => {
      const made = form.normalise(node, at);
      if (made.kind !== 'map') return made;
      const entries = new Map<string, Entry>();
      for (const [name, { key, value }] of made.entries) {
        const needed = fieldOf(value, 'required') ? value : withField(value, 'required', true);
        entries.set(name, { key, value: needed });
      }
      return { ...made, entries };
    },
  };
})();

function withField(node: Node, name: string, held: boolean): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map(node.entries);
  return map(entries.set(name, entryAt(scalar(held, node.place))), node.place);
}

const attachment = fields({
  aliases: set,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: set,
  gw_priority: number,
  mac_address: text,
  driver_opts: mapOf(textOrNumber),
  priority: number,
});

const envFile = listOf(
  shortOr(fields({ path: text, required: flag, format: text }, { required: ['path'] }), (node) =>
    node.kind === 'scalar' ? fieldsAt({ path: node }, node.place) : node,
  ),
  (item) => textOf(fieldOf(item, 'path')),
);

/** The fields of a service. */
export const serviceForm = fields({
  annotations: labels,
  attach: flag,
  blkio_config: fields({
    weight: whole,
    weight_device: anything,
    device_read_bps: rates,
    device_read_iops: rates,
    device_write_bps: rates,
    device_write_iops: rates,
  }),
  build,
  cap_add: set,
  cap_drop: set,
  cgroup: text,
  cgroup_parent: text,
  command: words,
  configs: mounted('/'),
  container_name: text,
  cpu_count: whole,
  cpu_percent: number,
  cpu_period: textOrNumber,
  cpu_quota: textOrNumber,
  cpu_rt_period: textOrNumber,
  cpu_rt_runtime: textOrNumber,
  cpu_shares: whole,
  cpus: number,
  cpuset: textOrNumber,
  credential_spec: anything,
  depends_on: dependsOn,
  deploy,
  develop: anything,
  device_cgroup_rules: texts,
  devices: device,
  dns: oneOrSet,
  dns_opt: set,
  dns_search: oneOrSet,
  domainname: text,
  entrypoint: words,
  env_file: textOrList(envFile),
  environment: pairs(),
  expose: set,
  extends: anything,
  external_links: set,
  extra_hosts: pairs(/[=:]/),
  gpus: anything,
  group_add: texts,
  healthcheck,
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  label_file: oneOrSet,
  labels,
  links: set,
  logging,
  mac_address: text,
  mem_limit: size,
  mem_reservation: size,
  mem_swappiness: whole,
  memswap_limit: size,
  models: anything,
  network_mode: text,
  networks: namedOr(mapOf(attachment, { allowsNothing: true }), null),
  oom_kill_disable: flag,
  oom_score_adj: whole,
  pid: text,
  pids_limit: whole,
  platform: text,
  ports,
  post_start: anything,
  pre_stop: anything,
  privileged: flag,
  profiles: set,
  provider: anything,
  pull_policy: text,
  pull_refresh_after: text,
  read_only: flag,
  restart: text,
  runtime: text,
  scale: whole,
  secrets: mounted('/run/secrets/'),
  security_opt: texts,
  shm_size: size,
  stdin_open: flag,
  stop_grace_period: duration,
  stop_signal: text,
  storage_opt: mapOf(textOrNumber),
  sysctls: pairs(),
  tmpfs: oneOrSet,
  tty: flag,
  ulimits: mapOf(ulimit),
  use_api_socket: flag,
  user: text,
  userns_mode: text,
  uts: text,
  volumes,
  volumes_from: set,
  working_dir: text,
});
