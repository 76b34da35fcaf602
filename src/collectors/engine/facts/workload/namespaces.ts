import type { RawContainer } from '../../border/container.ts';
import type { EngineTraits } from '../engine-traits.ts';
import { isMissing, missing, read, whenRead, type Missing } from '../../../partly.ts';
import { text } from '../../../../core/text.ts';

/** Finds the container that another one names: by id, by name, or by the beginning of its id. */
export type FindContainer = (reference: string) => RawContainer | undefined;

const joinable = { pid: 'PidMode', ipc: 'IpcMode', network: 'NetworkMode' } as const;

type Joinable = keyof typeof joinable;
type Mode = 'private' | 'host' | 'container' | 'shareable' | 'none';

const own = { mode: 'private', chain: [] as string[], resolved: 'private' } as const;
const ofHost = { mode: 'host', chain: [] as string[], resolved: 'host' } as const;

/** The six namespaces of a container, chains of `container:` followed to their ends. */
export function namespacesOf(
  container: RawContainer,
  find: FindContainer,
  engine: EngineTraits | Missing,
) {
  const { HostConfig } = container;
  return {
    pid: read(() => joined('pid', container, find)),
    ipc: read(() => joined('ipc', container, find)),
    network: read(() => joined('network', container, find)),
    uts: read(() => (HostConfig.UTSMode === 'host' ? ofHost : own)),
    user: read(() => userNamespace(HostConfig.UsernsMode, engine)),
    cgroup: read(() => cgroupNamespace(HostConfig.CgroupnsMode, engine)),
  };
}

/**
 * Without remapping every container is in the user namespace of its engine, which is the host's. Podman calls a
 * container's own `private`, whatever made it so; Docker has no such word.
 */
export function userNamespace(mode: string, engine: EngineTraits | Missing) {
  if (mode !== '' && mode !== 'host') return own;
  if (isMissing(engine)) return mode === 'host' ? ofHost : engine;
  if (engine.rootless) return own;
  return engine.userNamespaces && mode !== 'host' ? own : ofHost;
}

/** The cgroup namespace, by what was asked or else by the engine's default. */
export function cgroupNamespace(mode: string, engine: EngineTraits | Missing) {
  if (mode === 'host') return ofHost;
  if (mode !== '') return own;
  const byDefault = whenRead(engine, ({ cgroupNamespaces }) => cgroupNamespaces);
  if (isMissing(byDefault)) return byDefault;
  return byDefault ? own : ofHost;
}

function joined(kind: Joinable, container: RawContainer, find: FindContainer) {
  const asked = container.HostConfig[joinable[kind]];
  const mode = modeOf(asked);
  if (isMissing(mode)) return mode;
  if (mode !== 'container') return { mode, chain: [], resolved: ownerOf(mode) };
  const end = read(() => follow(kind, asked, find));
  return isMissing(end) ? { mode, chain: end, resolved: end } : { mode, ...end };
}

/** Nobody joins as many on purpose. */
const longestChain = 100;

function follow(kind: Joinable, asked: string, find: FindContainer) {
  const chain: string[] = [];
  let [at, mode] = [asked, modeOf(asked)];
  while (mode === 'container') {
    const reference = at.slice(at.indexOf(':') + 1);
    const next = find(reference);
    if (!next) {
      const detail = text(
        `the container ${reference}, which it joins, was not read`,
        `未读取其加入的容器 ${reference}`,
      );
      return missing({ reason: 'unavailable', detail });
    }
    if (chain.includes(next.Id)) {
      const detail = text(
        `containers join one another in a circle, by way of ${reference}`,
        `容器经 ${reference} 循环加入彼此的命名空间`,
      );
      return missing({ reason: 'malformed', detail });
    }
    if (chain.length >= longestChain) {
      const detail = text(
        `more than ${longestChain} containers join one another in a row`,
        `逐级加入命名空间的容器超过 ${longestChain} 个`,
      );
      return missing({ reason: 'unsupported', detail });
    }
    chain.push(next.Id);
    at = next.HostConfig[joinable[kind]];
    mode = modeOf(at);
  }
  return isMissing(mode) ? mode : { chain, resolved: ownerOf(mode) };
}

const ownerOf = (mode: Mode): 'host' | 'private' => (mode === 'host' ? 'host' : 'private');

function modeOf(asked: string): Mode | Missing {
  if (asked === 'host' || asked === 'none' || asked === 'shareable') return asked;
  if (asked.startsWith('container:')) return 'container';
  if (!asked.startsWith('ns:')) return 'private';
  return missing({
    reason: 'unsupported',
    detail: text(
      `whose namespace ${asked} is, was not looked up`,
      `未查询 ${asked} 属于哪个对象的命名空间`,
    ),
  });
}
