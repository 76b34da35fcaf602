import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostBackupRestored = defineManualControl({
  id: 'host-backup-restored',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Volumes and configuration are backed up, and a restore was tried',
    zh: '卷与配置已备份，且做过恢复演练',
  },
  failingTitle: {
    en: 'Volumes or configuration are not backed up, or no restore was tried',
    zh: '卷或配置未备份，或未做过恢复演练',
  },
  rationale: {
    en: 'Containers can be started anew; what is in volumes, in a Swarm’s state and in the engine’s configuration cannot. A backup that was never restored is a hope: missing keys and half-written databases show only then.',
    zh: '容器可以重新启动，卷、Swarm 状态和引擎配置中的数据却不能。从未恢复过的备份只是希望，缺失的密钥、写了一半的数据库到恢复时才会暴露。',
  },
  remediation: {
    en: 'Back up volumes in a state that their application can start from, /etc/docker and, on a manager, /var/lib/docker/swarm; keep copies off the host; restore one of each kind on another host at least once a year.',
    zh: '以应用可启动的一致状态备份卷，并备份 /etc/docker；管理节点还应备份 /var/lib/docker/swarm。副本存放在主机之外，每年至少在另一台主机上各恢复一次。',
  },
  question: {
    en: 'Which volumes and configuration of this host are backed up, how often and where to, and when was each kind last restored, with what result? Attach the backup plan, the log of the last run and the record of the last restore.',
    zh: '该宿主机备份了哪些卷和配置？频率和存放位置如何？各类备份最近一次恢复是何时、结果如何？请附备份方案、最近一次备份日志和恢复演练记录。',
  },
  references: [
    'https://docs.docker.com/engine/storage/volumes/',
    'https://csrc.nist.gov/pubs/sp/800/34/r1/upd1/final',
  ],
});
