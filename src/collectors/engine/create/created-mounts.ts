import { isMissing, UnreadPart, type Missing } from '../../gathering/partial-facts.ts';
import { unread } from '../../gathering/unread-gap.ts';
import { propagations } from '../../workload/mount-words.ts';
import { text } from '../../../core/text.ts';
import type { RawContainer } from '../api-schemas/container.ts';
import { rawVolume, type RawVolume } from '../api-schemas/volume.ts';
import type { FindContainer } from '../facts/workload/namespaces.ts';
import type { CreateBody } from './create-body.ts';
import { cleaned } from './created-config.ts';

type Mount = RawContainer['Mounts'][number];
type Volumes = ReadonlyMap<string, RawVolume> | Missing;

/** What the mounts of a new container depend on. */
interface MountsAround {
  /** Where it has volumes that nobody names. */
  readonly unnamed: readonly string[];
  readonly volumes: Volumes;
  readonly findContainer: FindContainer;
  /** Where the engine keeps its own state. */
  readonly dataRoot: () => string;
}

/** A mount, and how the volume is made that it names, where there is none of the name. */
interface Asked {
  readonly mount: Mount;
  readonly driver?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/**
 * What a container will have mounted, with the volumes that are made for it. Later ones take the place of earlier ones, as the
 * engine takes them: those of other containers, binds, mounts, and what the image has volumes for.
 *
 * @see https://github.com/moby/moby/blob/v26.1.5/daemon/volumes.go registerMountPoints
 */
export function createdMounts({ HostConfig: host }: CreateBody, around: MountsAround) {
  const asked = [
    ...host.VolumesFrom.flatMap((each) => mountsFrom(each, around.findContainer)),
    ...host.Binds.map((bind) => bindOf(bind, host.VolumeDriver, around.dataRoot)),
    ...host.Mounts.map((mount) => mountOf(mount, around.dataRoot)),
  ];
  const byPlace = new Map<string, Asked>(asked.map((each) => [each.mount.Destination, each]));
  const tmpfs = new Set(Object.keys(host.Tmpfs).map(cleaned));
  for (const place of around.unnamed) {
    if (byPlace.has(place) || tmpfs.has(place)) continue;
    byPlace.set(place, volumeAt(place, '', { driver: host.VolumeDriver }));
  }
  const mounts = [...byPlace.values()];
  return { Mounts: mounts.map(({ mount }) => mount), volumes: withNew(mounts, around.volumes) };
}

function mountsFrom(from: string, findContainer: FindContainer): readonly Asked[] {
  const [name = '', mode = ''] = from.split(':');
  const container = findContainer(name);
  if (!container) {
    const detail = text(
      `the container ${name}, whose volumes it gets, was not read`,
      `未读取向其提供卷的容器 ${name}`,
    );
    throw new UnreadPart(unread('unavailable', detail));
  }
  const isReadOnly = mode.split(',').includes('ro');
  return container.Mounts.map((mount) => ({ mount: { ...mount, RW: mount.RW && !isReadOnly } }));
}

function bindOf(bind: string, driver: string, dataRoot: () => string): Asked {
  const parts = bind.split(':');
  const [source = '', target = source, mode = ''] = parts;
  if (parts.length === 1) return volumeAt(cleaned(source), '', { driver });
  const modes = mode.split(',');
  const RW = !modes.includes('ro');
  if (!source.startsWith('/')) return volumeAt(cleaned(target), source, { driver, RW });
  const propagation = modes.find(
    (each) => each !== '' && propagations.some((known) => known === each),
  );
  return { mount: boundAt(cleaned(target), cleaned(source), RW, propagation ?? '', dataRoot) };
}

type AskedMount = CreateBody['HostConfig']['Mounts'][number];

function mountOf(asked: AskedMount, dataRoot: () => string): Asked {
  const { Type, Target, Source, ReadOnly, BindOptions, VolumeOptions } = asked;
  const target = cleaned(Target);
  const RW = ReadOnly !== true;
  if (Type === 'bind') {
    return {
      mount: boundAt(target, cleaned(Source), RW, BindOptions?.Propagation ?? '', dataRoot),
    };
  }
  if (Type === 'volume' || Type === 'cluster') {
    const { Name: driver = '', Options: options = {} } = VolumeOptions?.DriverConfig ?? {};
    return volumeAt(target, Source, { driver, options, RW });
  }
  return {
    mount: { Type, Name: '', Source, Destination: target, Driver: '', RW, Propagation: '' },
  };
}

function boundAt(
  Destination: string,
  Source: string,
  RW: boolean,
  asked: string,
  dataRoot: () => string,
): Mount {
  const by = (root: string): string => {
    // What holds the state of the engine is mounted so that its own mounts can go.
    const isAround = root !== '' && (Source.startsWith(root) || root.startsWith(Source));
    return isAround ? 'rslave' : 'rprivate';
  };
  const mount = { Type: 'bind', Name: '', Source, Destination, Driver: '', RW };
  return {
    ...mount,
    get Propagation() {
      return asked || by(dataRoot());
    },
  };
}

function volumeAt(
  Destination: string,
  name: string,
  { driver = '', options = {}, RW = true }: Omit<Asked, 'mount'> & { readonly RW?: boolean },
): Asked {
  // A volume without a name gets one of its own, which nobody knows yet.
  const Name =
    name === '' && Object.keys(options).length > 0 ? `new volume at ${Destination}` : name;
  const Driver = driver || 'local';
  const mount = { Type: 'volume', Name, Source: '', Destination, Driver, RW, Propagation: '' };
  return { mount, driver: Driver, options };
}

/** The volumes that there are, with those that are made; one that is there stays as it is. */
function withNew(asked: readonly Asked[], volumes: Volumes): Volumes {
  if (isMissing(volumes)) return volumes;
  const made = asked.flatMap(({ mount: { Type, Name }, driver, options }) =>
    Type === 'volume' && driver !== undefined && !volumes.has(Name)
      ? [[Name, rawVolume.parse({ Name, Driver: driver, Options: options })] as const]
      : [],
  );
  return new Map([...volumes, ...made]);
}
