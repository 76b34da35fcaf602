import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { known } from '../../engine/facts/known.ts';
import { parseSize } from '../../engine/facts/parse-size.ts';
import { boundPath } from '../../engine/facts/volume-device.ts';
import { mountTypes, propagations } from '../../engine/facts/workload/mounts.ts';
import { missing, sourced, type Missing } from '../../partly.ts';
import type { Project } from '../load-project.ts';
import { fieldOf, itemsOf, sourceAt, textOf, type Node } from '../node.ts';
import { pairsIn } from './pairs.ts';
import { fullName, isExternal, resourceOf } from './resource-names.ts';
import { isTrue, type Said } from './said.ts';

/** Everything that Compose mounts: volumes, tmpfs, and the files of secrets and configs. */
export function mountsOf(said: Said, project: Project) {
  const given = [
    ...itemsOf(said.field('volumes')).map((node) => volumeOf(node, project)),
    ...itemsOf(said.field('tmpfs')).map(tmpfsOf),
    ...itemsOf(said.field('secrets')).flatMap((node) => storedOf(node, 'secrets', project)),
    ...itemsOf(said.field('configs')).flatMap((node) => storedOf(node, 'configs', project)),
  ].toSorted((a, b) => (a.value.target < b.value.target ? -1 : 1));
  const node =
    said.field('volumes') ?? said.field('tmpfs') ?? said.field('secrets') ?? said.field('configs');
  return said.at(node, given);
}

function volumeOf(node: Node, project: Project) {
  const field = (...path: readonly string[]) => textOf(fieldOf(node, ...path)) ?? '';
  const type = field('type');
  const source = type === 'volume' ? volumeName(field('source'), project) : field('source');
  return sourced(
    {
      type: known(mountTypes, type, 'type of mount'),
      source: type === 'tmpfs' ? '' : source,
      hostPath: hostPathOf(type, field('source'), project),
      target: field('target'),
      readOnly: isTrue(fieldOf(node, 'read_only')),
      propagation: known(propagations, field('bind', 'propagation'), 'propagation'),
      ...(type === 'tmpfs' ? { sizeBytes: Number(field('tmpfs', 'size') || 0) } : {}),
    },
    sourceAt(node.place),
  );
}

const volumeName = (name: string, project: Project): string =>
  name === '' ? '' : fullName(project, 'volumes', name);

function hostPathOf(type: string, source: string, project: Project): string | null | Missing {
  if (type === 'bind' || type === 'npipe') return follow(source, project);
  return type !== 'volume' || source === '' ? null : volumeHostPath(source, project);
}

/** The host path behind a volume of the project, symbolic links followed as far as they can be seen. */
export function volumeHostPath(name: string, project: Project): string | null | Missing {
  const volume = resourceOf(project, 'volumes', name);
  if (isExternal(volume)) {
    return missing({
      reason: 'unavailable',
      detail: `the volume ${name} is made elsewhere, and the file does not say how`,
    });
  }
  const options = pairsIn(fieldOf(volume, 'driver_opts'));
  const path = boundPath({ driver: textOf(fieldOf(volume, 'driver')) ?? 'local', options });
  return typeof path === 'string' ? follow(path, project) : path;
}

/** Links inside the project come with it; those elsewhere are of the host that will run it, which is not seen. */
function follow(path: string, { folder }: Project): string | Missing {
  if (path === folder || path.startsWith(folder + sep)) {
    try {
      return realpathSync(path);
    } catch {
      // It is not there yet: Compose makes a folder of it, which is no link.
      return path;
    }
  }
  return missing({
    reason: 'unavailable',
    detail: `where ${path} leads on the host that will run it cannot be seen from the file`,
  });
}

function tmpfsOf(node: Node) {
  const [target = '', options = ''] = (textOf(node) ?? '').split(':');
  const size = options.split(',').findLast((option) => option.startsWith('size='));
  return sourced(
    {
      type: 'tmpfs' as const,
      source: '',
      hostPath: null,
      target,
      readOnly: options.split(',').includes('ro'),
      propagation: '' as const,
      sizeBytes: parseSize(size?.slice('size='.length) ?? ''),
    },
    sourceAt(node.place),
  );
}

/** Without a Swarm, a secret or a config from a file is that file, mounted read-only; from elsewhere, a copy. */
function storedOf(node: Node, kind: 'secrets' | 'configs', project: Project) {
  const name = textOf(fieldOf(node, 'source')) ?? '';
  const file = textOf(fieldOf(project.whole, kind, name, 'file'));
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
        hostPath: follow(file, project),
        target,
        readOnly: true,
        propagation: '' as const,
      },
      sourceAt(node.place),
    ),
  ];
}
