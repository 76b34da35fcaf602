import { ofHost, own } from '../../workload/namespaces.ts';
import { missing, whenRead, type Missing } from '../../gathering/partial-facts.ts';
import { type Node, fieldOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import type { Project } from '../loading/load-project.ts';
import { networkFault } from './undefined-resources.ts';
import { isExternal, networksOfService } from './resource-names.ts';
import type { Said } from './read-fields.ts';
import { text } from '../../../core/text.ts';

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
    uts: at('uts', named('uts', said.field('uts'))),
    // Docker takes any other word and goes by its own setting; Podman knows some of them.
    user:
      written('userns_mode') === 'host' ? said.at(said.field('userns_mode'), ofHost) : elsewhere,
    cgroup: said.field('cgroup') ? at('cgroup', named('cgroup', said.field('cgroup'))) : elsewhere,
  };
}

/** The words that an engine knows beside `host`, each to the letter; it refuses every other. */
const words: Readonly<Record<'pid' | 'ipc' | 'uts' | 'cgroup', readonly string[]>> = {
  pid: [],
  ipc: ['private', 'shareable', 'none'],
  uts: [],
  cgroup: ['private'],
};

/** A namespace that is asked for by a word; none is one of its own. */
function named(kind: keyof typeof words, asked: Node | undefined) {
  const mode = textOf(asked) ?? '';
  if (mode === 'host') return ofHost;
  return mode === '' || words[kind].includes(mode) ? own : notKnown(mode, asked);
}

/** Anything but a word that the network of a container may be is the name of one; a word in other letters is rather meant as it. */
const isNetworkName = (mode: string): boolean =>
  mode !== '' &&
  !['host', 'none', 'bridge', 'default'].includes(mode.trim().toLowerCase()) &&
  !/^\s*(?:service|container)\s*:/i.test(mode);

function notKnown(mode: string, asked: Node | undefined): Missing {
  const detail = text(
    `the engine knows no ${JSON.stringify(mode)} here`,
    `引擎不接受此处的 ${JSON.stringify(mode)}`,
  );
  const source = asked && sourceAt(asked.place);
  return missing({ reason: 'malformed', detail, ...(source ? { source } : {}) });
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

/** Whether a mode is one that leaves a service in a namespace of its own. */
const isWord = (kind: keyof typeof kinds, mode: string): boolean =>
  kind === 'network'
    ? ['', 'none', 'bridge', 'default'].includes(mode) || isNetworkName(mode)
    : mode === '' || words[kind].includes(mode);

/** Nobody writes as many by hand. */
const longestChain = 100;

function joined(kind: keyof typeof kinds, service: Node, project: Project) {
  const asked = fieldOf(service, kinds[kind]);
  const mode = textOf(asked) ?? '';
  if (mode === 'host') return ofHost;
  if (isWord(kind, mode)) {
    const isKept = mode === 'none' || mode === 'shareable';
    return isKept ? ({ mode, chain: [], resolved: 'private' } as const) : own;
  }
  const [, word, name = ''] = /^(service|container):(.+)$/.exec(mode) ?? [];
  if (word === undefined || !asked) return notKnown(mode, asked);
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
    const isJoining = /^(?:service|container):./.test(further);
    if (further === 'host' || onHost) resolved = 'host';
    else if (!isJoining && !isWord(kind, further)) {
      return notKnown(further, fieldOf(next, kinds[kind]));
    }
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
