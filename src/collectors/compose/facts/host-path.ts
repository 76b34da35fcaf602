import {
  behindVolume,
  boundPath,
  notTold,
  type BehindVolume,
  type VolumeDevice,
} from '../../workload/volume-device.ts';
import { isMissing, missing, whenRead, type Missing } from '../../gathering/partial-facts.ts';
import { text } from '../../../core/text.ts';
import type { Project } from '../loading/load-project.ts';
import { fieldOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { pairsIn } from './pairs-in-map.ts';
import { nowhere } from './undefined-resources.ts';
import { isBelow } from '../../../syntax/paths/system-paths.ts';
import { isDefined, isExternal, resourceOf } from './resource-names.ts';
import { whereItLeads } from '../loading/real-host-path.ts';

/** Where a mount or a volume leads. */
interface HostPath extends BehindVolume {
  /** The path outside the project that names it, where the files there are not read. */
  readonly namedPath?: string;
}

/** Without the path, where it is named already. */
export const besides = (shown: string, { namedPath, ...rest }: HostPath): HostPath =>
  namedPath === undefined || namedPath === shown ? rest : { ...rest, namedPath };

/** Where a mount of some type leads. */
export function behindMount(type: string, source: string, project: Project): HostPath {
  if (type === 'bind' || type === 'npipe') return follow(source, project);
  if (type !== 'volume' || source === '') return { hostPath: null };
  const volume = declaredVolume(source, project);
  return isMissing(volume)
    ? notTold(volume)
    : behindVolume(volume, (path) => follow(path, project));
}

/** The host path behind a volume of the project, symbolic links followed as far as they can be seen. */
export function volumeHostPath(name: string, project: Project): HostPath {
  const path = whenRead(declaredVolume(name, project), boundPath);
  return typeof path === 'string' ? follow(path, project) : { hostPath: path };
}

function declaredVolume(name: string, project: Project): VolumeDevice | Missing {
  if (!isDefined(project, 'volumes', name)) return missing(nowhere('volumes', name));
  const volume = resourceOf(project, 'volumes', name);
  if (isExternal(volume)) {
    return missing({
      reason: 'unavailable',
      detail: text(
        `the volume ${name} is made elsewhere, and the file does not say how`,
        `卷 ${name} 在别处创建，文件未说明其方式`,
      ),
    });
  }
  const options = pairsIn(fieldOf(volume, 'driver_opts'));
  return { driver: textOf(fieldOf(volume, 'driver')) ?? 'local', options };
}

/** Links inside the project are part of it; links elsewhere belong to the host that will run it, which is not read. */
export function follow(path: string, project: Project): HostPath {
  const end = isBelow(path, project.folder) ? whereItLeads(path, project) : { path, outside: true };
  if (end?.outside === false) return { hostPath: end.path };
  if (end) return { hostPath: notSeen(end.path), namedPath: end.path };
  const hostPath = missing({
    reason: 'unavailable',
    detail: text(
      `the symbolic links of ${path} go in a circle, or may not be read`,
      `${path} 的符号链接构成循环，或无法读取`,
    ),
  });
  return { hostPath };
}

const notSeen = (path: string): Missing =>
  missing({
    reason: 'unavailable',
    detail: text(
      `where ${path} leads on the host that will run it cannot be seen from the file`,
      `从文件无法得知 ${path} 在运行它的主机上指向何处`,
    ),
  });
