import { sayingChange } from '../blocks/workload/changed-since.ts';
import { defineControl } from '../../core/controls/control.ts';
import { hasReadOnlyRoot } from '../blocks/workload/privileged.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

export const workloadReadOnlyRoot = defineControl({
  id: 'workload-read-only-root',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container’s root filesystem is read-only',
    zh: '容器的根文件系统为只读',
  },
  failingTitle: {
    en: 'The container’s root filesystem is writable',
    zh: '容器的根文件系统可写',
  },
  rationale: {
    en: 'Anyone who breaks into a container with a writable root can replace its programs and leave tools behind. Read-only, the files stay those of the image.',
    zh: '根文件系统可写时，入侵者可以替换程序、留存工具。设为只读后，容器内的文件始终与镜像保持一致，便于完整性校验。',
  },
  remediation: {
    en: 'Start it with --read-only and give it --tmpfs /tmp or a volume for what it must write; in Compose read_only: true and tmpfs: [/tmp].',
    zh: '启动时加 --read-only，对必须写入的路径使用 --tmpfs /tmp 或卷；Compose 中写 read_only: true 与 tmpfs: [/tmp]。',
  },
  references: ['https://docs.docker.com/reference/cli/docker/container/run/#read-only'],
  check: sayingChange('read-only', hasReadOnlyRoot),
});
