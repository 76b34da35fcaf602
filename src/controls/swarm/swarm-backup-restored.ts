import { defineManualControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';

export const swarmBackupRestored = defineManualControl({
  id: 'swarm-backup-restored',
  subject: swarm,
  rating: ['disruption', 'remote'],
  title: {
    en: 'The Swarm’s state is backed up, and a restore was tried',
    zh: '集群状态有备份且验证过恢复',
  },
  failingTitle: {
    en: 'The Swarm’s state is not backed up, or no restore was tried',
    zh: '集群状态未备份或未验证过恢复',
  },
  rationale: {
    en: 'Services, secrets and networks of a Swarm exist only in its managers’ log. When a majority of managers is lost without a backup that works, all of it has to be made again from memory.',
    zh: '集群的服务、Secret（敏感凭据）和网络只保存在管理节点的日志中。多数管理节点丢失而又没有可用备份时，一切只能凭记忆重建。',
  },
  remediation: {
    en: 'Stop the engine of one manager that is not the leader, copy /var/lib/docker/swarm with the unlock key kept apart, start it again; try the restore on a spare host: docker swarm init --force-new-cluster.',
    zh: '停止一台非 leader 管理节点的引擎，备份 /var/lib/docker/swarm（解锁密钥另行保管）后重新启动；在备用主机上演练恢复：docker swarm init --force-new-cluster。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/admin_guide/#back-up-the-swarm',
    'https://docs.docker.com/engine/swarm/admin_guide/#restore-from-a-backup',
  ],
  question: {
    en: 'When was the state of this Swarm last backed up, where does the copy lie and how is it encrypted, and when was a restore from such a copy last tried? Attach the log of the last backup and the report of the last restore.',
    zh: '该集群状态上次何时备份，副本存放于何处、如何加密，上次从副本恢复的演练在何时？请附最近一次备份日志和恢复演练报告。',
  },
});
