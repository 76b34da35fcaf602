import { posix } from 'node:path';
import type { z } from 'zod';
import type { workload } from '../../../core/subjects/workload/workload.ts';
import { known } from '../../gathering/known-value.ts';
import { tmpfsReadOnly, tmpfsSize } from '../../workload/tmpfs-size.ts';
import type { BehindVolume } from '../../workload/volume-device.ts';
import { mountTypes, propagations } from '../../workload/mount-words.ts';
import {
  more,
  sourced,
  type Missing,
  type More,
  type Sourced,
} from '../../gathering/partial-facts.ts';
import type { Project } from '../loading/load-project.ts';
import { type Node, fieldOf, fromOf, itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { behindMount, besides, follow } from './host-path.ts';
import { lackingMounts } from './undefined-resources.ts';
import { fullName } from './resource-names.ts';
import { isTrue, type Said } from './read-fields.ts';
import type { Source } from '../../../core/facts/source.ts';
import { text } from '../../../core/text.ts';

/** Everything that Compose mounts: volumes, also those of other services, tmpfs, and the files of secrets and configs. */
export function mountsOf(said: Said, service: Node, project: Project) {
  const own = [...handedOn(service, project), ...itemsOf(fieldOf(service, 'tmpfs')).map(tmpfsOf)];
  const taken = new Set(own.map(({ value }) => value.target));
  const { found, unknown } = mountsFrom(service, project);
  const given = [...own, ...found.filter(({ value }) => !taken.has(value.target))].toSorted(
    (a, b) => (a.value.target < b.value.target ? -1 : 1),
  );
  const names = ['volumes', 'tmpfs', 'secrets', 'configs', 'volumes_from', 'use_api_socket'];
  const node = names.map((name) => said.field(name)).find((each) => each !== undefined);
  return said.at(node, [...given, ...lackingMounts(service, project), ...unknown]);
}

/** What a service mounts, less its list of `tmpfs`: that is no mount to the engine, and `volumes_from` leaves it. */
const handedOn = (service: Node, project: Project): readonly Mounted[] => [
  ...itemsOf(fieldOf(service, 'volumes')).flatMap((node) =>
    node.fault ? [] : [volumeOf(node, project)],
  ),
  ...itemsOf(fieldOf(service, 'secrets')).flatMap((node) => storedOf(node, 'secrets', project)),
  ...itemsOf(fieldOf(service, 'configs')).flatMap((node) => storedOf(node, 'configs', project)),
  ...socketOf(fieldOf(service, 'use_api_socket')),
];

interface From {
  readonly found: readonly Mounted[];
  /** What stands for mounts that no file tells. */
  readonly unknown: readonly More[];
}

/** Services from which one takes mounts over, through others or not; what further ones have is unknown. */
const mostOthers = 100;

/** What was found so far of the mounts that a service takes over. */
interface Taking {
  readonly project: Project;
  readonly found: Mounted[];
  readonly unknown: More[];
  /** Services that were looked at, as they hand on what they have. */
  readonly seen: { readonly writable: Set<Node>; readonly readOnly: Set<Node> };
  /** Those on the way to the one that is looked at. */
  readonly way: Set<Node>;
}

/** The mounts that a service takes over from others, `SERVICE[:ro]` or `container:NAME[:ro]`; each is looked at once. */
function mountsFrom(service: Node, project: Project): From {
  const taking: Taking = {
    ...{ project, found: [], unknown: [] },
    seen: { writable: new Set(), readOnly: new Set() },
    way: new Set([service]),
  };
  for (const item of itemsOf(fieldOf(service, 'volumes_from'))) {
    take(item, { isReadOnly: false, source: sourceAt(item.place) }, taking);
  }
  return taking;
}

function take(
  item: Node,
  { isReadOnly, source }: { readonly isReadOnly: boolean; readonly source: Source },
  taking: Taking,
): void {
  const { project, found, unknown, seen, way } = taking;
  const [, elsewhere, name = '', mode] =
    /^(container:)?([^:]*)(?::(.*))?$/.exec(textOf(item) ?? '') ?? [];
  const other = elsewhere === undefined ? project.services.get(name)?.value : undefined;
  if (!other || way.has(other)) {
    const detail = text(
      `what ${name} mounts, which it takes over, is described by no file`,
      `其沿用 ${name} 的挂载，而没有文件描述这些挂载`,
    );
    unknown.push(more({ reason: 'unavailable', detail, source }));
    return;
  }
  const readOnly = isReadOnly || mode === 'ro';
  const here = seen[readOnly ? 'readOnly' : 'writable'];
  if (here.has(other)) return;
  here.add(other);
  if (here.size > mostOthers) {
    const detail = text(
      `what ${name} mounts is not looked at: mounts of more than ${mostOthers} services are taken over`,
      `未查看 ${name} 的挂载：沿用了超过 ${mostOthers} 个服务的挂载`,
    );
    // Once is enough.
    if (here.size === mostOthers + 1) unknown.push(more({ reason: 'unsupported', detail, source }));
    return;
  }
  for (const { value } of handedOn(other, project)) {
    found.push(sourced({ ...value, readOnly: value.readOnly || readOnly }, source));
  }
  unknown.push(...lackingMounts(other, project));
  way.add(other);
  for (const further of itemsOf(fieldOf(other, 'volumes_from'))) {
    take(further, { isReadOnly: readOnly, source }, taking);
  }
  way.delete(other);
}

/** With `use_api_socket` Compose mounts the engine's own socket. */
const socketOf = (node: Node | undefined): readonly Mounted[] =>
  node && isTrue(node)
    ? [
        sourced(
          {
            type: 'bind' as const,
            source: '/var/run/docker.sock',
            hostPath: '/var/run/docker.sock',
            target: '/var/run/docker.sock',
            readOnly: false,
            propagation: '' as const,
          },
          sourceAt(node.place),
        ),
      ]
    : [];

type Facts = z.output<(typeof workload)['schema']>['mounts'][number];

/** One mount with the place that it stands at; of what is no such word, and of where links lead, a gap. */
type Mounted = Sourced<
  Omit<Facts, 'type' | 'hostPath' | 'device' | 'propagation'> & {
    readonly type: Facts['type'] | Missing;
    readonly hostPath: BehindVolume['hostPath'];
    readonly device?: BehindVolume['device'];
    readonly propagation: Facts['propagation'] | Missing;
  }
>;

/** A named pipe of Windows; in the short spelling nothing but its name tells it. */
const pipe = /^(?:\\\\|\/\/)\.[\\/]pipe[\\/]/i;

function volumeOf(node: Node, project: Project): Mounted {
  const field = (...path: readonly string[]) => textOf(fieldOf(node, ...path)) ?? '';
  const type = field('type') === 'bind' && pipe.test(field('source')) ? 'npipe' : field('type');
  const source = type === 'volume' ? volumeName(field('source'), project) : field('source');
  const from = type === 'bind' ? fromOf(fieldOf(node, 'source')) : {};
  return sourced(
    {
      type: known(mountTypes, type, 'type of mount'),
      source: type === 'tmpfs' ? '' : source,
      ...from,
      ...besides(source, behindMount(type, field('source'), project)),
      target: cleaned(field('target')),
      readOnly: isTrue(fieldOf(node, 'read_only')),
      propagation: known(propagations, field('bind', 'propagation'), 'propagation'),
      ...(type === 'tmpfs' ? { sizeBytes: Number(field('tmpfs', 'size') || 0) } : {}),
    },
    sourceAt(node.place),
  );
}

/** A path in the container as Compose hands it over: no slash at its end, none twice. */
const cleaned = (target: string): string =>
  target.startsWith('/') ? posix.join(target, '.') : target;

const volumeName = (name: string, project: Project): string =>
  name === '' ? '' : fullName(project, 'volumes', name);

function tmpfsOf(node: Node): Mounted {
  const [target = '', options = ''] = (textOf(node) ?? '').split(':');
  return sourced(
    {
      type: 'tmpfs' as const,
      source: '',
      hostPath: null,
      target,
      readOnly: tmpfsReadOnly(options),
      propagation: '' as const,
      ...tmpfsSize(options),
    },
    sourceAt(node.place),
  );
}

/** Without a Swarm, a secret or a config from a file is that file, mounted read-only; from elsewhere, a copy. */
function storedOf(node: Node, kind: 'secrets' | 'configs', project: Project): readonly Mounted[] {
  const name = textOf(fieldOf(node, 'source')) ?? '';
  const path = fieldOf(project.whole, kind, name, 'file');
  const file = textOf(path);
  if (file === undefined) return [];
  const asked = textOf(fieldOf(node, 'target')) ?? name;
  const target = asked.startsWith('/')
    ? asked
    : kind === 'secrets'
      ? `/run/secrets/${asked}`
      : `/${asked}`;
  return [
    sourced(
      {
        type: 'bind' as const,
        source: file,
        ...fromOf(path),
        ...besides(file, follow(file, project)),
        target,
        readOnly: true,
        propagation: '' as const,
        stored: true as const,
      },
      sourceAt(node.place),
    ),
  ];
}
