import { defineControl } from '../../core/controls/control.ts';
import { volume } from '../../core/subjects/volume.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { optionsOf } from '../blocks/mount-options.ts';

/** File systems that travel over a network, and the options of each that encrypt what travels. */
const encrypting: Readonly<Record<string, RegExp>> = {
  nfs: /^(?:sec=krb5p|xprtsec=m?tls)$/,
  nfs4: /^(?:sec=krb5p|xprtsec=m?tls)$/,
  cifs: /^seal$/,
  smb3: /^seal$/,
};

/** Other network file systems, whose mount does not show how data travels. */
const silent: readonly string[] = ['9p', 'ceph', 'glusterfs', 'lustre'];

export const volumeNetworkEncryptedOptions = defineControl({
  id: 'volume-network-encrypted-options',
  subject: volume,
  rating: ['breach', 'one step'],
  title: {
    en: 'A volume from the network is mounted encrypted',
    zh: '网络卷以加密方式挂载',
  },
  failingTitle: {
    en: 'A volume from the network is mounted unencrypted',
    zh: '网络卷未以加密方式挂载',
  },
  rationale: {
    en: 'NFS and SMB send files as they are unless set otherwise. Anyone who is on the way between the host and the server reads the data of the service, and with plain NFS can write it as well.',
    zh: 'NFS 与 SMB 默认明文传输文件。位于主机与存储服务器之间的任何人都能读取业务数据；普通 NFS 下甚至可以篡改。',
  },
  remediation: {
    en: 'Make the volume anew with encryption: docker volume create --opt type=nfs4 --opt o=addr=nas.example.com,sec=krb5p --opt device=:/data NAME, or for SMB --opt type=cifs --opt o=vers=3.1.1,seal,….',
    zh: '以加密选项重新创建卷：docker volume create --opt type=nfs4 --opt o=addr=nas.example.com,sec=krb5p --opt device=:/data 卷名；SMB 使用 --opt type=cifs --opt o=vers=3.1.1,seal,…。',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/nfs.5.html',
    'https://manpages.debian.org/trixie/cifs-utils/mount.cifs.8.en.html',
    'https://docs.docker.com/engine/storage/volumes/#create-a-service-which-creates-an-nfs-volume',
  ],
  applies: (v) =>
    v.driver !== 'local' ||
    Object.hasOwn(encrypting, v.fileSystem) ||
    silent.includes(v.fileSystem) ||
    notApplicable(text('Not mounted over a network', '该卷不经由网络')),
  check: (v) => {
    if (v.driver !== 'local') {
      return unknown(
        text(
          `The driver ${v.driver} does not show how its data travels`,
          `其驱动 ${v.driver} 未说明数据如何传输`,
        ),
      );
    }
    const wanted = encrypting[v.fileSystem];
    if (!wanted) {
      return unknown(
        text(
          `The options of ${v.fileSystem} do not show whether it is encrypted`,
          `${v.fileSystem} 的挂载选项无法说明是否加密`,
        ),
      );
    }
    const options = optionsOf(v);
    // The newest dialect that both know may be one without encryption; SMB 3 is the first with it.
    const old = options.some((option) => /^vers=[12](?:\.|$)/.test(option));
    const smb = v.fileSystem === 'cifs';
    if (options.some((option) => wanted.test(option)) && !(smb && old)) return true;
    return fail(
      text(
        `Mounted with ${v.mountOptions || 'no options'}, which does not encrypt`,
        `其挂载选项为 ${v.mountOptions || '空'}，未加密`,
      ),
    );
  },
});
