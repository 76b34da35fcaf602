import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { limitParts } from '../blocks/drift/limits.ts';
import { comparedWithFile } from '../blocks/drift/pair.ts';
import { agreesWithFile, ignoring } from '../blocks/drift/part.ts';

export const workloadLimitsAsIntended = defineControl({
  id: 'workload-limits-as-intended',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container’s limits and restart policy match its Compose file',
    zh: '容器的资源限制与重启策略同其 Compose 文件一致',
  },
  failingTitle: {
    en: 'The container’s limits or restart policy differ from its Compose file',
    zh: '容器的资源限制或重启策略与其 Compose 文件不一致',
  },
  rationale: {
    en: 'docker update changes limits of a container that runs, and nothing of it is in any file. The next slip or attack takes what the limit was to hold back, from everybody else on the host.',
    zh: 'docker update 可直接修改运行中容器的限制，文件中毫无痕迹。下一次故障或攻击便会越过原有限制，侵占同一宿主机上其他容器的资源。',
  },
  remediation: {
    en: 'Make it anew from the file, docker compose up -d --force-recreate SERVICE, or set it back with docker update. A limit that was too low is changed in the file.',
    zh: '按文件重新创建：docker compose up -d --force-recreate 服务名，或用 docker update 改回。确属过低的限制应在文件中调整。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/update/',
    'https://docs.docker.com/reference/compose-file/deploy/#resources',
  ],
  params: ignoring([
    'memory',
    'swap',
    'cpus',
    'pids',
    'ulimits',
    'blockIo',
    'storage',
    'oomKill',
    'shm',
    'cgroup',
    'restart',
  ]),
  applies: comparedWithFile,
  check: agreesWithFile(limitParts),
});
