import { defineControl } from '../../core/controls/control.ts';
import { volume, type VolumeFacts } from '../../core/subjects/volume.ts';
import { text } from '../../core/text.ts';
import { comparedResource, heldToResource } from '../blocks/drift/resource.ts';

export const volumeAsIntended = defineControl({
  id: 'volume-as-intended',
  subject: volume,
  rating: ['breach', 'remote'],
  title: {
    en: 'A volume of a Compose project is as its file says',
    zh: 'Compose 项目的卷与其文件一致',
  },
  failingTitle: {
    en: 'A volume of a Compose project differs from its file',
    zh: 'Compose 项目的卷与其文件不一致',
  },
  rationale: {
    en: 'Compose uses a volume that exists, whatever is behind it. Where the file says encrypted storage and the engine has a plain directory, or a path of the host, data lies where nobody planned it.',
    zh: '对已存在的卷，Compose 不论其后端为何都会直接使用。若文件写的是加密存储，实际却是普通目录或宿主机路径，数据便存放在了计划之外的位置。',
  },
  remediation: {
    en: 'Save what is in it, remove it, docker volume rm NAME, and let docker compose up -d make it as the file says.',
    zh: '先备份数据，再删除该卷：docker volume rm 卷名，由 docker compose up -d 按文件重建。',
  },
  references: [
    'https://docs.docker.com/reference/compose-file/volumes/',
    'https://docs.docker.com/reference/cli/docker/volume/rm/',
  ],
  applies: comparedResource(),
  check: heldToResource<VolumeFacts>(volume, [
    [text('driver', '驱动'), (v) => v.driver],
    [text('file system', '文件系统'), (v) => v.fileSystem],
    [text('device', '设备'), (v) => v.device],
    [text('mount options', '挂载选项'), (v) => v.mountOptions],
  ]),
});
