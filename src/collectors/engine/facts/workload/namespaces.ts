import type { RawContainer } from '../../api-schemas/container.ts';
import type { EngineTraits, Product } from '../../../workload/engine-traits.ts';
import { type Missing, isMissing, missing, read } from '../../../gathering/partial-facts.ts';
import { cgroupNamespace, ofHost, own, userNamespace } from '../../../workload/namespaces.ts';
import { text } from '../../../../core/text.ts';

/** Finds the container that another one names: by id, by name, or by the beginning of its id. */
export type FindContainer = (reference: string) => RawContainer | undefined;

const joinable = { pid: 'PidMode', ipc: 'IpcMode', network: 'NetworkMode' } as const;

type Joinable = keyof typeof joinable;

type Mode = 'private' | 'host' | 'container' | 'shareable' | 'none';

/** The six namespaces of a container, chains of `container:` followed to their ends. */
export function namespacesOf(
  container: RawContainer,
  find: FindContainer,
  engine: EngineTraits | Missing,
  product: Product | undefined,
) {
  const { HostConfig } = container;
  return {
    pid: read(() => joined('pid', container, find)),
    ipc: read(() => joined('ipc', container, find)),
    network: read(() => joined('network', container, find)),
    uts: read(() => (HostConfig.UTSMode === 'host' ? ofHost : own)),
    user: read(() => userNamespace(HostConfig.UsernsMode, engine, product)),
    cgroup: read(() => cgroupNamespace(HostConfig.CgroupnsMode, engine)),
  };
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
