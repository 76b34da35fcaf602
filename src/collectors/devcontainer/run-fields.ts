import { flagsWithoutFact, runFlags, shortFlags } from '../../knowledge/run-flags.ts';
import { said } from '../../syntax/problem.ts';
import {
  fieldsAt,
  itemsOf,
  list,
  scalar,
  textOf,
  type Node,
} from '../../syntax/compose/tree/nodes.ts';
import { parseRunOptions } from '../../syntax/run-options/parse-run-options.ts';
import { mountIn } from './mount-fields.ts';
import type { ServiceBuilder } from './service-builder.ts';
import { fill, openText } from './variables.ts';

/** Options that may be given again and again, by the list of a service that each adds to. */
const lists: Readonly<Record<string, string>> = {
  'cap-add': 'cap_add',
  'cap-drop': 'cap_drop',
  device: 'devices',
  'device-cgroup-rule': 'device_cgroup_rules',
  dns: 'dns',
  'dns-opt': 'dns_opt',
  'dns-option': 'dns_opt',
  'dns-search': 'dns_search',
  'add-host': 'extra_hosts',
  'group-add': 'group_add',
  publish: 'ports',
  'security-opt': 'security_opt',
  tmpfs: 'tmpfs',
  volume: 'volumes',
};

/** Options of which the last counts, by the field of a service that each is. */
const fields: Readonly<Record<string, string>> = {
  'cgroup-parent': 'cgroup_parent',
  cgroupns: 'cgroup',
  'cpu-period': 'cpu_period',
  'cpu-quota': 'cpu_quota',
  'cpu-shares': 'cpu_shares',
  cpus: 'cpus',
  'cpuset-cpus': 'cpuset',
  ipc: 'ipc',
  memory: 'mem_limit',
  'memory-reservation': 'mem_reservation',
  'memory-swap': 'memswap_limit',
  pid: 'pid',
  'pids-limit': 'pids_limit',
  restart: 'restart',
  runtime: 'runtime',
  'shm-size': 'shm_size',
  userns: 'userns_mode',
  uts: 'uts',
  workdir: 'working_dir',
};

/** Switches, by the field that each is. */
const switches: Readonly<Record<string, string>> = {
  'oom-kill-disable': 'oom_kill_disable',
  'read-only': 'read_only',
  'use-api-socket': 'use_api_socket',
};

const notRead = said(
  'this argument of docker run is not understood, so what it asks for is not known',
  '无法解析此 docker run 参数，因此无从得知其要求的内容',
);

/** Reads the arguments that a container is given as `docker run` would; what is not understood leaves everything open. */
export function addRunArguments(to: ServiceBuilder, node: Node, workspace: string): void {
  const words = itemsOf(node);
  if (node.kind !== 'list' || words.some((word) => textOf(word) === undefined)) {
    to.leaveOpen('', node, notRead);
    return;
  }
  const { options, unknown } = parseRunOptions(
    words.map((word) => textOf(word) ?? ''),
    { kinds: runFlags, short: shortFlags },
  );
  for (const at of unknown) to.leaveOpen('', words[at] ?? node, notRead);
  for (const { name, value, at } of options) {
    addOption(to, name, { value, at: words[at] ?? node, workspace });
  }
}

interface Given {
  readonly value: string;
  readonly at: Node;
  readonly workspace: string;
}

function addOption(to: ServiceBuilder, name: string, given: Given): void {
  const { value, at, workspace } = given;
  const own = scalar(value, at.place);
  if (flagsWithoutFact.has(name)) return;
  if (name === 'user') return to.set('user', openText(own, workspace));
  if (name === 'env') return addPair(to, 'environment', given, null);
  if (name === 'label') return addPair(to, 'labels', given, '');
  const filled = fill(value, workspace);
  const field = lists[name] ?? fields[name] ?? switches[name];
  if ('unknown' in filled) {
    to.leaveOpen(field ?? (name === 'mount' ? 'volumes' : ''), at, filled.unknown);
    return;
  }
  const known = scalar(filled.value, at.place);
  if (lists[name]) to.add(lists[name], known);
  else if (fields[name]) to.set(fields[name], known);
  else if (name === 'privileged' || switches[name]) addSwitch(to, switches[name] ?? name, given);
  else addOther(to, name, { ...given, value: filled.value });
}

function addSwitch(to: ServiceBuilder, field: string, { value, at }: Given): void {
  const on = /^(?:1|t|true)$/i.test(value);
  if (on) to.set(field, scalar(true, at.place));
  else if (!/^(?:0|f|false)$/i.test(value)) to.leaveOpen(field, at, notRead);
  // What was asked for elsewhere may have been meant to be taken back; that is not followed, but for what this list says.
  else if (to.has(field) && field !== 'privileged') to.set(field, scalar(false, at.place));
}

/** @param without what a name without a value has: nothing is known of it, or it is empty */
function addPair(
  to: ServiceBuilder,
  field: string,
  { value, at, workspace }: Given,
  without: string | null,
): void {
  const end = value.indexOf('=');
  const name = end < 0 ? value : value.slice(0, end);
  const held = end < 0 ? scalar(without, at.place) : scalar(value.slice(end + 1), at.place);
  to.put(field, name, openText(held, workspace));
}

/** Options that are spelled in another way than the field of a service. */
function addOther(to: ServiceBuilder, name: string, given: Given): void {
  const { value, at, workspace } = given;
  const own = (text: string | boolean): Node => scalar(text, at.place);
  switch (name) {
    case 'mount': {
      const found = mountIn(own(given.value), workspace);
      if ('mount' in found) to.add('volumes', found.mount);
      else to.leaveOpen('volumes', at, found.unknown);
      return;
    }
    case 'net':
    case 'network': {
      const named = /(?:^|,)name=([^,]*)/.exec(value)?.[1];
      return to.set('network_mode', own(named ?? value));
    }
    case 'env-file':
      return to.add('env_file', fieldsAt({ path: own(value), format: own('raw') }, at.place));
    case 'volumes-from':
      return to.add('volumes_from', own(`container:${value}`));
    case 'gpus':
      return to.set('gpus', own('all'));
    case 'stop-timeout':
      return to.set('stop_grace_period', own(`${value}s`));
    case 'entrypoint':
      return to.set('entrypoint', list([own(value)], at.place));
    case 'sysctl': {
      const [key = '', ...rest] = value.split('=');
      return to.put('sysctls', key, own(rest.join('=')));
    }
    case 'ulimit': {
      const [, kind, soft, hard] = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(value) ?? [];
      if (kind === undefined || soft === undefined) return to.leaveOpen('ulimits', at, notRead);
      const both = { soft: own(soft), hard: own(hard ?? soft) };
      return to.put('ulimits', kind, fieldsAt(both, at.place));
    }
    case 'log-driver':
    case 'log-opt':
    case 'storage-opt':
    case 'health-cmd':
    case 'health-interval':
    case 'no-healthcheck':
      return addNested(to, name, value, at);
    case 'publish-all':
      return to.leaveOpen('ports', at, everyPort);
    default:
      return to.leaveOpen(
        name.startsWith('blkio') || name.startsWith('device-') ? 'mem_limit' : '',
        at,
        notRead,
      );
  }
}

const everyPort = said(
  'every port that the image exposes is published, and which these are the file does not say',
  '镜像声明的所有端口都会发布，而文件未说明有哪些',
);

function addNested(to: ServiceBuilder, name: string, value: string, at: Node): void {
  const own = (text: string): Node => scalar(text, at.place);
  const [key = '', ...rest] = value.split('=');
  switch (name) {
    case 'log-driver':
      return to.put('logging', 'driver', own(value));
    case 'log-opt':
      return to.put('logging.options', key, own(rest.join('=')));
    case 'storage-opt':
      return to.put('storage_opt', key, own(rest.join('=')));
    case 'health-cmd':
      return to.put('healthcheck', 'test', list([own('CMD-SHELL'), own(value)], at.place));
    case 'health-interval':
      return to.put('healthcheck', 'interval', own(value));
    default:
      return to.put('healthcheck', 'disable', scalar(true, at.place));
  }
}
