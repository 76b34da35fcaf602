import { said } from '../../problem.ts';
import { isAddress } from '../../addresses/addresses.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import {
  fieldOf,
  fieldsAt,
  list,
  scalar,
  textOf,
  type Node,
  type SourceFile,
} from '../tree/nodes.ts';
import { alone, orRefused } from './form.ts';
import { listOf, spreading } from './lists.ts';
import { fields } from './maps.ts';
import { text, textOrNumber, whole } from './scalars.ts';

const longPort = fields(
  {
    name: text,
    mode: text,
    host_ip: text,
    target: whole,
    published: textOrNumber,
    protocol: text,
    app_protocol: text,
  },
  { required: ['target'] },
);

/** Ports are the same when they take the same port of the host, or are the same one of the container. */
const keyOf = (port: Node): string =>
  ['host_ip', 'published', 'target', 'protocol']
    .map((name) => textOf(fieldOf(port, name)) ?? '')
    .join('/');

/** Ports, the short spelling and its ranges written out. */
export const ports = spreading(listOf(alone(longPort), keyOf), (node, at) => {
  if (node.fault) return [node];
  const read = orRefused(node, () => list(portsIn(node, at), node.place));
  return read.kind === 'list' ? read.items : [read];
});

/** Three times as many as there are. */
const portsAtMost = 200_000;

/** How many ports were written out of each file. */
const spread = new WeakMap<SourceFile, number>();

function portsIn(node: Node, at: string): readonly Node[] {
  if (node.kind === 'map') {
    const given = ['mode', 'protocol'].filter((name) => fieldOf(node, name) === undefined);
    const extra = fieldsAt(
      { mode: scalar('ingress', node.place), protocol: scalar('tcp', node.place) },
      node.place,
    );
    const entries = new Map(node.entries);
    for (const name of given) {
      const entry = extra.entries.get(name);
      if (entry) entries.set(name, entry);
    }
    return [{ ...node, entries }];
  }
  const spelled = textOf(node);
  const split = spelled === undefined ? undefined : parse(spelled);
  if (!split) {
    throw invalidAt(
      node.place,
      said(
        `${at}: ${JSON.stringify(spelled ?? null)} is not a port: HOST:CONTAINER`,
        `${at}：${JSON.stringify(spelled ?? null)} 不是有效的端口，应为 HOST:CONTAINER`,
      ),
    );
  }
  const { file } = node.place;
  const count = (spread.get(file) ?? 0) + split.length;
  spread.set(file, count);
  if (count > portsAtMost) {
    throw invalidAt(
      node.place,
      said(
        `${at}: with its ranges expanded, the file has more than ${portsAtMost} ports`,
        `${at}：展开端口范围后，该文件的端口超过 ${portsAtMost} 个`,
      ),
    );
  }
  // A range has one address for all of its ports.
  const [{ hostAddress: address } = { hostAddress: '' }] = split;
  if (address !== '' && !isAddress(address)) {
    throw invalidAt(
      node.place,
      said(
        `${at}: ${JSON.stringify(address)} is not an address of the host`,
        `${at}：${JSON.stringify(address)} 不是有效的主机地址`,
      ),
    );
  }
  return split.map(({ hostAddress, published, target, protocol }) =>
    fieldsAt(
      {
        mode: scalar('ingress', node.place),
        ...(hostAddress === '' ? {} : { host_ip: scalar(hostAddress, node.place) }),
        target: scalar(target, node.place),
        ...(published === '' ? {} : { published: scalar(published, node.place) }),
        protocol: scalar(protocol, node.place),
      },
      node.place,
    ),
  );
}

interface Split {
  readonly hostAddress: string;
  readonly published: string;
  readonly target: number;
  readonly protocol: string;
}

function parse(spelled: string): readonly Split[] | undefined {
  const [, rest = '', protocol = 'tcp'] = /^([^/]*)(?:\/(tcp|udp|sctp))?$/i.exec(spelled) ?? [];
  const [, address = '', host = '', inside = ''] =
    /^(?:(\[[^\]]*\]|[^:[\]]*|[0-9a-f:]+):(?=[^:]*:))?(?:([\d-]*):)?([\d-]+)$/i.exec(rest) ?? [];
  const targets = range(inside);
  if (!targets) return undefined;
  const common = {
    hostAddress: address.replace(/^\[|\]$/g, ''),
    protocol: protocol.toLowerCase(),
  };
  if (host === '') return targets.map((target) => ({ published: '', target, ...common }));
  const published = range(host);
  if (!published) return undefined;
  if (published.length !== targets.length) {
    // A range of the host for one port: the engine picks a free one of it.
    return targets.length === 1 && targets[0] !== undefined
      ? [{ published: host, target: targets[0], ...common }]
      : undefined;
  }
  return targets.map((target, at) => ({ published: String(published[at]), target, ...common }));
}

function range(spelled: string): readonly number[] | undefined {
  const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(spelled) ?? [];
  if (first === undefined) return undefined;
  const [from, to] = [Number(first), Number(last ?? first)];
  if (from > to || to > 65_535) return undefined;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
