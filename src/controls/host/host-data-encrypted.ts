import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notRead } from '../blocks/host/not-read.ts';

export const hostDataEncrypted = defineControl({
  id: 'host-data-encrypted',
  subject: host,
  rating: ['breach', 'remote'],
  title: {
    en: 'The disks below the engine’s data are encrypted',
    zh: '引擎数据所在磁盘已加密',
  },
  failingTitle: {
    en: 'The disks below the engine’s data are not encrypted',
    zh: '引擎数据所在磁盘未加密',
  },
  rationale: {
    en: 'Volumes, writable layers and secrets of containers lie below the data root. A disk that is returned, sold or stolen, or a copy of it at a provider, shows them to anyone who mounts it.',
    zh: '容器的卷、可写层和凭据都在数据根目录下。磁盘退换、出售、被盗，或其副本留在服务商处时，任何人挂载即可读取。',
  },
  remediation: {
    en: 'Stop the engine, make an encrypted device (cryptsetup luksFormat /dev/sdb1 && cryptsetup open /dev/sdb1 data && mkfs.ext4 /dev/mapper/data), copy the data over and mount it there. Where the provider’s storage encrypts below the host, state that in an attestation: a host cannot see it.',
    zh: '停止引擎，建立加密设备（cryptsetup luksFormat /dev/sdb1 && cryptsetup open /dev/sdb1 data && mkfs.ext4 /dev/mapper/data），迁移数据并挂载。若由服务商存储在宿主机之下加密，请以证明说明：宿主机无法看到。',
  },
  references: ['https://docs.kernel.org/admin-guide/device-mapper/dm-crypt.html'],
  applies: ({ dataRootSpace }) =>
    dataRootSpace !== null ||
    notApplicable(text('The host has no data root', '宿主机没有数据根目录')),
  check: ({ dataRootSpace }) => {
    if (dataRootSpace?.encrypted === undefined) return notRead;
    return (
      dataRootSpace.encrypted ||
      fail(
        text(
          `No dm-crypt is below ${dataRootSpace.path}`,
          `${dataRootSpace.path} 之下没有 dm-crypt 加密`,
        ),
      )
    );
  },
});
