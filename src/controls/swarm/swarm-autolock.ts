import { defineControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const swarmAutolock = defineControl({
  id: 'swarm-autolock',
  subject: swarm,
  // A disk or a backup must be stolen, past the host and its files' owner.
  rating: ['takeover', 'remote'],
  title: {
    en: 'A manager that restarts must be unlocked',
    zh: '管理节点重启后须解锁',
  },
  failingTitle: {
    en: 'A manager that restarts unlocks itself',
    zh: '管理节点重启后自动解锁',
  },
  rationale: {
    en: 'A manager keeps the keys to the Swarm’s log, and with them every secret in it, on its disk. Without autolock those keys lie beside the log, so a stolen disk or backup gives up all.',
    zh: '管理节点的磁盘上保存着集群日志的密钥，也就掌握了其中的全部 Secret（敏感凭据）。未启用自动锁定时，密钥与日志放在一起，磁盘或备份一旦失窃即全部泄露。',
  },
  remediation: {
    en: 'Switch it on with docker swarm update --autolock=true, and keep the key that it prints in a safe outside the Swarm; docker swarm unlock-key --rotate makes a new one.',
    zh: '执行 docker swarm update --autolock=true 启用，并把输出的解锁密钥保存在集群之外的保险处；用 docker swarm unlock-key --rotate 更换密钥。',
  },
  references: ['https://docs.docker.com/engine/swarm/swarm_manager_locking/'],
  check: (s) =>
    s.autoLock || fail(text('A manager starts without being unlocked', '管理节点重启无需解锁')),
});
