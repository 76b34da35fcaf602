import { defineManualControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';

export const engineBackup = defineManualControl({
  id: 'engine-backup',
  subject: engine,
  rating: ['disruption', 'remote'],
  title: {
    en: 'The engine’s data is backed up, and a restore was tested',
    zh: '引擎数据已备份并经恢复验证',
  },
  failingTitle: {
    en: 'The engine’s data is not backed up, or no restore was tested',
    zh: '引擎数据未备份或未经恢复验证',
  },
  rationale: {
    en: 'Volumes, the state of a Swarm and the daemon’s configuration are nowhere else. Without a copy that somebody has once restored, the loss of a disk, or an extortionist, ends the service.',
    zh: '卷数据、Swarm 状态和守护进程配置别无他处。若没有经过恢复验证的副本，一块磁盘的损坏或一次勒索即可终结业务。',
  },
  remediation: {
    en: 'Back up each volume with a container that mounts it read-only, /etc/docker, and on a stopped manager /var/lib/docker/swarm; keep the copies where no account of this host can delete them, and restore one at set intervals.',
    zh: '用只读挂载的容器备份每个卷，并备份 /etc/docker，在停止引擎的管理节点上备份 /var/lib/docker/swarm；副本存放在本机账户无法删除之处，并定期做恢复演练。',
  },
  references: [
    'https://docs.docker.com/engine/storage/volumes/#back-up-restore-or-migrate-data-volumes',
    'https://docs.docker.com/engine/swarm/admin_guide/#back-up-the-swarm',
  ],
  question: {
    en: 'When were the volumes, the configuration and the state of this engine last backed up, where does the copy lie, and when was one last restored? Attach the log of the last backup and the record of the last restore.',
    zh: '该引擎的卷、配置与集群状态最近一次备份是何时，副本存放在何处，最近一次恢复验证是何时？请附最近一次备份日志和恢复演练记录。',
  },
});
