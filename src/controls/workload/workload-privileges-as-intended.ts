import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { namespaceParts } from '../blocks/drift/namespaces.ts';
import { comparedWithFile } from '../blocks/drift/pair.ts';
import { agreesWithFile, ignoring } from '../blocks/drift/part.ts';
import { privilegeParts } from '../blocks/drift/privileges.ts';

export const workloadPrivilegesAsIntended = defineControl({
  id: 'workload-privileges-as-intended',
  subject: workload,
  // Usually a capability more, or root; the privileged mode is judged by itself as well.
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container’s rights match its Compose file',
    zh: '容器的运行权限与其 Compose 文件一致',
  },
  failingTitle: {
    en: 'The container’s rights differ from its Compose file',
    zh: '容器的运行权限与其 Compose 文件不一致',
  },
  rationale: {
    en: 'The file was reviewed, and not the container that somebody made anew by hand to get something working: privileged, with a capability more, as root. What was approved then runs nowhere.',
    zh: '经过评审的是文件；为排障手工重建的容器（特权模式、多加权能、以 root 运行）则没有。获批的配置实际上并未运行。',
  },
  remediation: {
    en: 'Make it anew from the file: docker compose up -d --force-recreate SERVICE, or docker stack deploy. Where the change was meant, write it into the file and have it reviewed.',
    zh: '按文件重新创建：docker compose up -d --force-recreate 服务名，或 docker stack deploy。若变更确有必要，应写入文件并经过评审。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/reference/compose-file/services/',
  ],
  params: ignoring([
    'privileged',
    'capabilities',
    'user',
    'groups',
    'noNewPrivileges',
    'seccomp',
    'apparmor',
    'selinux',
    'systemPaths',
    'readOnly',
    'runtime',
    'sysctls',
    'devices',
    'namespaces',
  ]),
  applies: comparedWithFile,
  check: agreesWithFile([...privilegeParts, ...namespaceParts]),
});
