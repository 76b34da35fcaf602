import { missing, type Missing } from '../../partly.ts';
import { text } from '../../../core/text.ts';

/** What a volume says of itself; the same in its own answer and in a service's mount. */
export interface VolumeDevice {
  readonly driver: string;
  readonly options: Readonly<Record<string, string>>;
}

/** File systems that come over a network or from memory: nothing of the host's own tree is behind them. */
const elsewhere = /^(?:nfs[34]?|cifs|smb3?|tmpfs|glusterfs|ceph|9p|sshfs|fuse\..*)$/;

/**
 * The host path behind a volume before symbolic links are followed: the device of a bind. `null` when
 * nothing of the host's own tree is behind it.
 */
export function boundPath({ driver, options }: VolumeDevice): string | null | Missing {
  if (driver !== 'local') {
    return missing({
      reason: 'unsupported',
      detail: text(
        `the volume driver ${driver} does not tell what is behind its volumes`,
        `卷驱动 ${driver} 不说明卷的实际位置`,
      ),
    });
  }
  const { type = '', device = '', o = '' } = options;
  const binds = type === 'bind' || o.split(',').some((option) => /^r?bind$/.test(option.trim()));
  if (binds && device.startsWith('/')) return device;
  // A file system on a device of its own is not the host's tree, and neither is a plain volume.
  if (device === '' || device.startsWith('/dev/') || elsewhere.test(type)) return null;
  return missing({
    reason: 'unsupported',
    detail: text(
      `what a volume of the type ${JSON.stringify(type)} exposes of the host cannot be told`,
      `无法得知类型为 ${JSON.stringify(type)} 的卷暴露了宿主机的哪些内容`,
    ),
  });
}
