import { posix } from 'node:path';
import type { RawContainer } from '../../api-schemas/container.ts';
import type { RawVolume } from '../../api-schemas/volume.ts';
import type { FollowLinks } from '../../reading/follow-links.ts';
import { known } from '../../../gathering/known-value.ts';
import {
  type Missing,
  type More,
  isMissing,
  missing,
  more,
  read,
  whenRead,
  whyMissing,
} from '../../../gathering/partial-facts.ts';
import type { Unread } from '../../../gathering/unread-gap.ts';
import { type SecretOption, secretOptionsOf } from '../../../redaction/redact-volume-options.ts';
import type { Product } from '../../../workload/engine-traits.ts';
import { mountTypes, propagations } from '../../../workload/mount-words.ts';
import { tmpfsReadOnly, tmpfsSize } from '../../../workload/tmpfs-size.ts';
import {
  type BehindVolume,
  behindVolume,
  boundPath,
  notTold,
} from '../../../workload/volume-device.ts';
import { text } from '../../../../core/text.ts';
import { guardsOf } from './tmpfs-guards.ts';

/** What lies behind the mounts of an engine's containers. */
export interface MountSurroundings {
  readonly followLinks: FollowLinks;
  /** Volumes by name; missing when they could not be listed. */
  readonly volumes: ReadonlyMap<string, RawVolume> | Missing;
  readonly product: Product | undefined;
}

/**
 * Everything mounted into a container as it was made: each with its target, and the folder on the host that the engine
 * mounts there, also where that is its own business. Both are `''` where they are not known, or there is none.
 */
export function configuredMounts(container: RawContainer, around: MountSurroundings) {
  const { Tmpfs, Mounts } = container.HostConfig;
  const sizeOf = (target: string) => {
    const sizeBytes = Mounts.find((mount) => mount.Target === target)?.TmpfsOptions?.SizeBytes;
    return sizeBytes === undefined ? tmpfsSize(Tmpfs[target] ?? '') : { sizeBytes };
  };
  const isDocker = around.product === 'docker';
  const guardsAt = (target: string) => {
    const options = Mounts.find((mount) => mount.Target === target)?.TmpfsOptions?.Options ?? [];
    return guardsOf(
      [...options.map(([name = '']) => name), ...(Tmpfs[target]?.split(',') ?? [])],
      isDocker,
    );
  };
  const mounts = container.Mounts.map((mount) => {
    const behind = read(() => behindMount(mount, around));
    const size = read(() => (mount.Type === 'tmpfs' ? sizeOf(mount.Destination) : {}));
    const from = read(() => mount.Source);
    const facts = {
      type: read(() => known(mountTypes, mount.Type, 'type of mount')),
      source: read(() => (mount.Type === 'volume' ? mount.Name : mount.Source)),
      ...(isMissing(behind) ? notTold(behind) : behind),
      target: read(() => mount.Destination),
      readOnly: read(() => !mount.RW),
      propagation: read(() => known(propagations, mount.Propagation, 'propagation')),
      ...(isMissing(size) ? { sizeBytes: size } : size),
    };
    const guards = read(() => (mount.Type === 'tmpfs' ? guardsAt(mount.Destination) : []));
    return {
      facts,
      target: orEmpty(facts.target),
      from: orEmpty(from),
      guards: isMissing(guards) ? [] : guards,
    };
  });
  // What --tmpfs makes stands apart from the other mounts.
  const tmpfs = Object.entries(Tmpfs)
    .filter(([target]) => mounts.every((mount) => mount.target !== target))
    .map(([target, options]) => ({
      facts: {
        type: 'tmpfs' as const,
        source: '',
        hostPath: null,
        target,
        readOnly: tmpfsReadOnly(options),
        propagation: '' as const,
        ...tmpfsSize(options),
      },
      target,
      from: '',
      guards: guardsOf(options.split(','), isDocker),
    }));
  return [...mounts, ...tmpfs];
}

/**
 * What there may be beside the mounts that an engine lists: one that it was asked for and does not list, such as where a
 * proxy took it out of the answer.
 */
export function unlistedMounts({ HostConfig, Mounts }: RawContainer): readonly More[] {
  const { Binds, Tmpfs } = HostConfig;
  const listed = new Set(
    [...Mounts.map((mount) => mount.Destination), ...Object.keys(Tmpfs)].map(clean),
  );
  const asked = [
    ...Binds.flatMap((bind) => /^[^:]*:(\/[^:]*)/.exec(bind)?.slice(1) ?? []),
    ...HostConfig.Mounts.map((mount) => mount.Target).filter((target) => target.startsWith('/')),
  ].map(clean);
  return asked
    .filter((target) => !listed.has(target))
    .map((target) =>
      more({
        reason: 'malformed',
        detail: text(
          `HostConfig asks for a mount at ${target}, and Mounts lists none there`,
          `HostConfig 要求在 ${target} 挂载，而 Mounts 中没有`,
        ),
      }),
    );
}

const clean = (target: string): string => posix.resolve('/', target);

const orEmpty = (value: string | Missing): string => (isMissing(value) ? '' : value);

function behindMount(
  mount: Pick<RawContainer['Mounts'][number], 'Type' | 'Name' | 'Source'>,
  { followLinks, volumes }: MountSurroundings,
): BehindVolume {
  if (mount.Type === 'bind' || mount.Type === 'npipe') {
    return { hostPath: followLinks(mount.Source) };
  }
  if (mount.Type !== 'volume') return { hostPath: null };
  if (isMissing(volumes)) return notTold(volumes);
  const volume = volumes.get(mount.Name);
  if (volume) {
    const { Driver: driver, Options: options } = volume;
    return behindVolume({ driver, options }, (path) => ({ hostPath: followLinks(path) }));
  }
  return notTold(missing(notRead(mount.Name)));
}

const notRead = (volume: string): Unread => ({
  reason: 'unavailable',
  detail: text(`the volume ${volume} was not read`, `未读取卷 ${volume}`),
});

/** The options of the volumes that are mounted into a container which look like secrets; no fact where there is none. */
export function volumeSecretsOf(
  container: Pick<RawContainer, 'Mounts'>,
  { volumes }: Pick<MountSurroundings, 'volumes'>,
): VolumeSecrets {
  const found = read(() => {
    const named = container.Mounts.filter(({ Type }) => Type === 'volume');
    if (named.length === 0) return [];
    return whenRead(volumes, (byName) =>
      named.flatMap(({ Name: volume }): readonly (VolumeSecret | More)[] => {
        const raw = byName.get(volume);
        if (!raw) return [more(notRead(volume))];
        const secrets = read(() => secretOptionsOf(raw.Options));
        if (isMissing(secrets)) return [more(whyMissing(secrets))];
        return secrets.map((secret) => ({ volume, ...secret }));
      }),
    );
  });
  return !isMissing(found) && found.length === 0 ? {} : { secretVolumeOptions: found };
}

/** A secret among the options of a volume. */
export interface VolumeSecret extends SecretOption {
  readonly volume: string;
}

/** What is known of the secrets among the options of volumes. */
export interface VolumeSecrets {
  /** Absent where there is none. */
  readonly secretVolumeOptions?: Missing | readonly (VolumeSecret | More)[];
}

/** The host path behind a volume, symbolic links followed. */
export function volumeHostPath(
  volume: RawVolume,
  followLinks: FollowLinks,
): string | null | Missing {
  const path = boundPath({ driver: volume.Driver, options: volume.Options });
  return typeof path === 'string' ? followLinks(path) : path;
}
