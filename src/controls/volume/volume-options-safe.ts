import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { volume } from '../../core/subjects/volume.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { isBind, optionsOf } from '../blocks/mount-options.ts';

export const volumeOptionsSafe = defineControl({
  id: 'volume-options-safe',
  subject: volume,
  // The device cgroup and no-new-privileges stand before what it lets in.
  rating: ['weakness', 'open'],
  title: {
    en: 'A volume with a file system of its own allows neither devices nor setuid',
    zh: '自带文件系统的卷以 nosuid、nodev 挂载',
  },
  failingTitle: {
    en: 'A volume with a file system of its own allows devices or setuid',
    zh: '自带文件系统的卷未以 nosuid、nodev 挂载',
  },
  rationale: {
    en: 'A disk or a share holds what others wrote on it. Mounted without nosuid and nodev, a setuid file or a device node that lies there is taken at its word.',
    zh: '磁盘或共享中的内容由他人写入。若未以 nosuid、nodev 挂载，其中的 setuid 文件和设备节点将照常生效。',
  },
  remediation: {
    en: 'Make the volume anew with the options: docker volume create --opt type=ext4 --opt device=/dev/sdb1 --opt o=nosuid,nodev NAME; in Compose driver_opts: {o: "nosuid,nodev"}.',
    zh: '以相应选项重新创建卷：docker volume create --opt type=ext4 --opt device=/dev/sdb1 --opt o=nosuid,nodev 卷名；Compose 中写 driver_opts: {o: "nosuid,nodev"}。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/volume/create/#opt',
    'https://man7.org/linux/man-pages/man8/mount.8.html',
  ],
  params: z.object({
    required: z.array(z.string()).default(['nosuid', 'nodev']).meta({
      en: 'Options that must be given. Add noexec where a volume holds data alone.',
      zh: '必须具备的挂载选项。仅存放数据的卷可再加 noexec。',
    }),
  }),
  applies: (v) => {
    if (v.driver !== 'local' || (v.fileSystem === '' && v.device === '')) {
      return notApplicable(
        text('There is no file system that the engine mounts', '该卷没有由引擎挂载的独立文件系统'),
      );
    }
    return (
      !isBind(v) ||
      notApplicable(
        text(
          'Binds a path of the host, and has the mount options of that path',
          '该卷绑定宿主机目录，挂载选项由所在文件系统决定',
        ),
      )
    );
  },
  check: (v, { params }) => {
    const options = optionsOf(v);
    const missing = params.required.filter((option) => !options.includes(option));
    if (missing.length === 0) return true;
    return fail(text(`Mounted without ${missing.join(', ')}`, `挂载时缺少 ${missing.join('、')}`));
  },
});
