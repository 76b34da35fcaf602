import type { RawContainerSpec, RawService } from '../../api-schemas/service.ts';
import { secretOptionsOf } from '../../../redaction/redact-volume-options.ts';
import { known } from '../../../gathering/known-value.ts';
import { behindVolume, type BehindVolume } from '../../../workload/volume-device.ts';
import { mountTypes, propagations } from '../../../workload/mount-words.ts';
import type { FollowLinks } from '../../reading/follow-links.ts';
import { type Port, comparePorts } from '../../../workload/ports.ts';
import { isMissing, read } from '../../../gathering/partial-facts.ts';
import { ulimitsOf } from './resources.ts';

/** The mounts that every task of a service gets, by target. */
export function serviceMounts({ Mounts }: RawContainerSpec, followLinks: FollowLinks) {
  const mounts = Mounts.map((mount) => ({
    type: known(mountTypes, mount.Type, 'type of mount'),
    source: mount.Source,
    ...behindMount(mount, followLinks),
    target: mount.Target,
    readOnly: mount.ReadOnly,
    propagation: known(propagations, mount.BindOptions?.Propagation ?? '', 'propagation'),
    ...(mount.Type === 'tmpfs' ? { sizeBytes: mount.TmpfsOptions?.SizeBytes ?? 0 } : {}),
  }));
  return mounts.toSorted((a, b) => (a.target < b.target ? -1 : 1));
}

function behindMount(
  mount: RawContainerSpec['Mounts'][number],
  followLinks: FollowLinks,
): BehindVolume {
  if (mount.Type === 'bind' || mount.Type === 'npipe') {
    return { hostPath: followLinks(mount.Source) };
  }
  if (mount.Type !== 'volume') return { hostPath: null };
  const driver = mount.VolumeOptions?.DriverConfig;
  return behindVolume(
    { driver: driver?.Name || 'local', options: driver?.Options ?? {} },
    (path) => ({ hostPath: followLinks(path) }),
  );
}

/** The options of the volumes that the mounts of a service make which look like secrets; no fact where there is none. */
export function serviceVolumeSecrets(spec: RawContainerSpec) {
  const found = read(() =>
    spec.Mounts.flatMap(({ Source: volume, VolumeOptions }) =>
      secretOptionsOf(VolumeOptions?.DriverConfig?.Options ?? {}).map((secret) => ({
        volume,
        ...secret,
      })),
    ),
  );
  return !isMissing(found) && found.length === 0 ? {} : { secretVolumeOptions: found };
}

/** Through the mesh or on the node itself, a published port listens on all interfaces. */
export function servicePorts(endpoint: RawService['Endpoint']): readonly Port[] {
  const ports = (endpoint?.Ports ?? []).flatMap(({ Protocol, TargetPort, PublishedPort }) =>
    ['0.0.0.0', '::'].map((hostAddress): Port => ({
      hostAddress,
      hostPort: PublishedPort > 0 ? PublishedPort : null,
      containerPort: TargetPort,
      protocol: Protocol === 'udp' || Protocol === 'sctp' ? Protocol : 'tcp',
    })),
  );
  return ports.toSorted(comparePorts);
}

/** What each task of a service may use; what a Swarm cannot limit is unset. */
export function serviceResources(
  template: RawService['Spec']['TaskTemplate'],
  spec: RawContainerSpec,
) {
  const { Limits, Reservations } = template.Resources ?? {};
  return {
    memoryBytes: Limits?.MemoryBytes ?? 0,
    memoryReservationBytes: Reservations?.MemoryBytes ?? 0,
    memorySwapBytes: 0,
    cpus: (Limits?.NanoCPUs ?? 0) / 1e9,
    cpuShares: 0,
    cpuset: '',
    pidsLimit: Limits?.Pids ?? 0,
    ulimits: ulimitsOf(spec.Ulimits),
    blkioWeight: 0,
    blkioLimits: [],
    storageBytes: 0,
    oomKillDisabled: false,
    shmBytes: 0,
    cgroupParent: '',
  };
}
