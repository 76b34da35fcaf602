import { isMissing, missing, type Missing } from '../gathering/partial-facts.ts';
import { text } from '../../core/text.ts';

/** What a volume says of itself; the same in its own answer and in a service's mount. */
export interface VolumeDevice {
  readonly driver: string;
  readonly options: Readonly<Record<string, string>>;
}

/** File systems that come over a network or from memory: nothing of the host's own tree is behind them. */
const elsewhere = /^(?:nfs[34]?|cifs|smb3?|tmpfs|glusterfs|ceph|9p|sshfs|fuse\..*)$/;

/** File systems that lie on a block device, which is all that the device of their mounts can be. */
const onDisk =
  /^(?:ext[234]|xfs|btrfs|bcachefs|f2fs|jfs|nilfs2|reiserfs|vfat|msdos|exfat|ntfs3?|hfsplus|iso9660|udf|squashfs|erofs|gfs2|ocfs2|minix)$/;

/**
 * The host path behind a volume before symbolic links are followed: the device of a bind. `null` when
 * nothing of the host's own tree is behind it.
 */
export function boundPath({ driver, options }: VolumeDevice): string | null | Missing {
  if (driver !== 'local') {
    return missing({
      reason: 'unsupported',
      detail: text(
        `the volume driver ${driver} does not report what is behind its volumes`,
        `卷驱动 ${driver} 不说明卷的实际位置`,
      ),
    });
  }
  const { type = '', device = '', o = '' } = options;
  const binds = type === 'bind' || o.split(',').some((option) => /^r?bind$/.test(option.trim()));
  if (binds && device.startsWith('/')) return device;
  // A file system on a device of its own is not the host's tree by any path, and neither is a plain volume.
  const isPlain = type === '' && device === '';
  if (isPlain || elsewhere.test(type) || isDisk(type, device)) return null;
  return missing({
    reason: 'unsupported',
    detail: text(
      `what a volume of the type ${JSON.stringify(type)} exposes of the host is not known`,
      `无法得知类型为 ${JSON.stringify(type)} 的卷暴露了宿主机的哪些内容`,
    ),
  });
}

const isDisk = (type: string, device: string): boolean =>
  onDisk.test(type) && device.startsWith('/dev/');

/** What a mount of a volume gives away of the host: a place in its tree, or a disk. */
export interface BehindVolume {
  readonly hostPath: string | null | Missing;
  /** Absent where it is no disk. */
  readonly device?: string | Missing;
}

/**
 * What of the host a container gets with a volume. Of a disk no path is known: whatever lies on it is given away, and
 * it may be the one that the host itself runs from.
 */
export function behindVolume<Followed extends BehindVolume>(
  volume: VolumeDevice,
  follow: (path: string) => Followed,
): BehindVolume | Followed {
  const path = boundPath(volume);
  if (isMissing(path)) return notTold(path);
  if (path !== null) return follow(path);
  const { type = '', device = '' } = volume.options;
  if (!isDisk(type, device)) return { hostPath: null };
  const detail = text(
    `it mounts the disk ${device}; which files of the host are on it was not read`,
    `其挂载磁盘 ${device}，未查看其上有宿主机的哪些内容`,
  );
  return { hostPath: missing({ reason: 'unsupported', detail }), device };
}

/** The same of a volume that tells nothing: a disk may be behind it as well as a path. */
export const notTold = (why: Missing): BehindVolume => ({ hostPath: why, device: why });
