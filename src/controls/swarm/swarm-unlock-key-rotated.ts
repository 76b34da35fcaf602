import { defineManualControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';

export const swarmUnlockKeyRotated = defineManualControl({
  id: 'swarm-unlock-key-rotated',
  subject: swarm,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The key that unlocks managers is rotated on a schedule',
    zh: '管理节点解锁密钥定期轮换',
  },
  failingTitle: {
    en: 'The key that unlocks managers is not rotated on a schedule',
    zh: '管理节点解锁密钥未定期轮换',
  },
  rationale: {
    en: 'Everyone who ever restarted a manager has seen the unlock key. Until it is rotated, a copy of a manager’s disk and that memory are enough for all secrets of the Swarm.',
    zh: '凡重启过管理节点的人都见过解锁密钥。未轮换之前，一份管理节点磁盘副本加上这把密钥，就能取得集群的全部 Secret（敏感凭据）。',
  },
  remediation: {
    en: 'Rotate with docker swarm unlock-key --rotate, keep the old key until every manager has been seen to come back with the new one, and write down the date.',
    zh: '用 docker swarm unlock-key --rotate 轮换；在确认所有管理节点均能用新密钥恢复之前保留旧密钥，并记录轮换日期。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/swarm_manager_locking/#rotate-the-unlock-key',
    'https://docs.docker.com/reference/cli/docker/swarm/unlock-key/',
  ],
  applies: (s) =>
    s.autoLock ||
    notApplicable(
      text('Managers do not lock, so there is no key', '管理节点未启用自动锁定，不存在解锁密钥'),
    ),
  question: {
    en: 'When was the unlock key of this Swarm last rotated, how often must it be, and who can read it where it is kept? Attach the record of the last two rotations and the list of those who have access.',
    zh: '该集群的解锁密钥上次何时轮换，规定的轮换周期是多久，保管处有哪些人可以读取？请附最近两次轮换记录及有权访问人员清单。',
  },
});
