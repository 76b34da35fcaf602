import { defineManualControl } from '../../core/controls/control.ts';
import { volume } from '../../core/subjects/volume.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';

export const volumeEncrypted = defineManualControl({
  id: 'volume-encrypted',
  subject: volume,
  rating: ['breach', 'remote'],
  title: {
    en: 'Data in the volume is encrypted at rest',
    zh: '卷中数据静态加密',
  },
  failingTitle: {
    en: 'Data in the volume is not encrypted at rest',
    zh: '卷中数据未静态加密',
  },
  rationale: {
    en: 'A volume lies on the host’s disk as plain files. A disk that is stolen, returned or thrown away, and a snapshot that is copied, give up all that was stored in it.',
    zh: '卷以普通文件形式存放在主机磁盘上。磁盘被盗、返修、报废，或快照被复制，都会使其中的数据全部泄露。',
  },
  remediation: {
    en: 'Encrypt what lies below, cryptsetup luksFormat /dev/sdb1, and mount the data root or the volume’s device from there; or use a storage that encrypts, and keep its keys elsewhere.',
    zh: '对底层加密：cryptsetup luksFormat /dev/sdb1，并将数据根目录或卷设备置于其上；或使用自带加密的存储，密钥另行保管。',
  },
  references: [
    'https://docs.docker.com/engine/storage/volumes/',
    'https://man7.org/linux/man-pages/man8/cryptsetup.8.html',
  ],
  applies: (v) =>
    v.fileSystem !== 'tmpfs' || notApplicable(text('In memory only', '该卷仅存在于内存中')),
  question: {
    en: 'Is what this volume holds encrypted where it lies, with which algorithm, and who has the keys? Attach the output of lsblk -f and cryptsetup status for the device below it, or the storage’s own statement, and the record of the last change of keys.',
    zh: '该卷中的数据在存放处是否加密，采用何种算法，密钥由谁保管？请附其底层设备的 lsblk -f 与 cryptsetup status 输出（或存储系统的加密说明），以及最近一次更换密钥的记录。',
  },
});
