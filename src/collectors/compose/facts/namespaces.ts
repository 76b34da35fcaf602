import { cgroupNamespace, userNamespace } from '../../workload/namespaces.ts';
import { missing, whenRead, type Missing } from '../../gathering/partial-facts.ts';
import { type Node, fieldOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import type { Project } from '../loading/load-project.ts';
import { networkFault } from './undefined-resources.ts';
import { isExternal, networksOfService } from './resource-names.ts';
import type { Said } from './read-fields.ts';
import { text } from '../../../core/text.ts';

const own = { mode: 'private', chain: [] as string[], resolved: 'private' } as const;
const ofHost = { mode: 'host', chain: [] as string[], resolved: 'host' } as const;

const kinds = { pid: 'pid', ipc: 'ipc', network: 'network_mode' } as const;

/** The namespaces of a service, chains of `service:` followed to their ends. */
export function namespacesOf(said: Said, service: Node, project: Project) {
  const written = (name: string) => textOf(said.field(name)) ?? '';
  const elsewhere = said.unknown(
    text(
      'the file says nothing of it, and the engine that runs it decides',
      '文件未作说明，由运行它的引擎决定',
    ),
  );
  const at = <T>(name: string, namespace: T | Missing, by = said.field(name)) =>
    whenRead(namespace, (read) => said.at(by, read));
  const onHost = isOnHost(service, project) ? said.field('networks') : undefined;
  return {
    pid: at('pid', joined('pid', service, project)),
    ipc: at('ipc', joined('ipc', service, project)),
    network: at('network_mode', networkOf(service, project), said.field('network_mode') ?? onHost),
    uts: said.at(said.field('uts'), written('uts') === 'host' ? ofHost : own),
    user: said.field('userns_mode')
      ? at('userns_mode', userNamespace(written('userns_mode'), elsewhere))
      : elsewhere,
    cgroup: said.field('cgroup')
      ? at('cgroup', cgroupNamespace(written('cgroup'), elsewhere))
      : elsewhere,
  };
}

/** A service may also be on the host's network as one that exists already, by that network's name. */
function networkOf(service: Node, project: Project) {
  if (isOnHost(service, project)) return ofHost;
  const fault = networkFault(service, project);
  return fault ? missing(fault) : joined('network', service, project);
}

const isOnHost = (service: Node, project: Project): boolean =>
  textOf(fieldOf(service, 'network_mode')) === 'host' ||
  networksOfService(service).some((name) => {
    const network = fieldOf(project.whole, 'networks', name);
    return (
      textOf(fieldOf(network, 'driver')) === 'host' ||
      textOf(fieldOf(network, 'name')) === 'host' ||
      (name === 'host' && isExternal(network))
    );
  });

/** Nobody writes as many by hand. */
const longestChain = 100;

function joined(kind: keyof typeof kinds, service: Node, project: Project) {
  const asked = fieldOf(service, kinds[kind]);
  const mode = textOf(asked) ?? '';
  if (mode === 'host') return ofHost;
  if (mode === 'none' || mode === 'shareable') {
    return { mode, chain: [], resolved: 'private' } as const;
  }
  const [, word, name = ''] = /^(service|container):(.+)$/.exec(mode) ?? [];
  if (word === undefined || !asked) return own;
  const chain: string[] = [];
  let at: string | undefined = word === 'service' ? name : undefined;
  let end = word === 'container' ? name : '';
  let resolved: 'private' | 'host' = 'private';
  while (at !== undefined) {
    if (chain.includes(at)) {
      const detail = text(
        `services join one another in a circle, by way of ${at}`,
        `服务经 ${at} 循环加入彼此的命名空间`,
      );
      return missing({ reason: 'malformed', detail, source: sourceAt(asked.place) });
    }
    if (chain.length >= longestChain) {
      const detail = text(
        `more than ${longestChain} services join one another in a row`,
        `逐级加入命名空间的服务超过 ${longestChain} 个`,
      );
      return missing({ reason: 'unsupported', detail, source: sourceAt(asked.place) });
    }
    chain.push(at);
    const next = project.services.get(at)?.value;
    if (!next) {
      const detail = text(
        `the service ${at}, which it joins, is not in the project`,
        `其加入的服务 ${at} 不在该项目中`,
      );
      return missing({ reason: 'unavailable', detail, source: sourceAt(asked.place) });
    }
    const further = textOf(fieldOf(next, kinds[kind])) ?? '';
    const open = project.open.get(at) ?? project.open.get('');
    const onHost = kind === 'network' && isOnHost(next, project);
    if (further === 'host' || onHost) resolved = 'host';
    const fault = kind === 'network' && !onHost ? networkFault(next, project) : undefined;
    if (fault) return missing(fault);
    if (further === '' && !onHost && open) {
      return missing({ reason: 'unavailable', detail: open.said, source: sourceAt(asked.place) });
    }
    at = /^service:(.+)$/.exec(further)?.[1];
    end = /^container:(.+)$/.exec(further)?.[1] ?? '';
  }
  if (end !== '') {
    const detail = text(
      `the container ${end}, which it joins, is described by no file`,
      `其加入的容器 ${end} 没有文件描述`,
    );
    return missing({ reason: 'unavailable', detail, source: sourceAt(asked.place) });
  }
  return { mode: 'container', chain, resolved } as const;
}
