import { defineManualControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';

export const swarmJoinTokenRotated = defineManualControl({
  id: 'swarm-join-token-rotated',
  subject: swarm,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Tokens to join are rotated, and kept where few can read them',
    zh: '加入令牌定期轮换且妥善保管',
  },
  failingTitle: {
    en: 'Tokens to join are not rotated, or many can read them',
    zh: '加入令牌未定期轮换或保管不当',
  },
  rationale: {
    en: 'A join token never runs out. Anyone who finds the manager’s in a script, a chat or a shell history becomes a manager, and has the whole Swarm.',
    zh: '加入令牌不会过期。任何人只要在脚本、聊天记录或命令历史中找到管理节点令牌，就能自行成为管理节点，控制整个集群。',
  },
  remediation: {
    en: 'Rotate after each use and on a schedule: docker swarm join-token --rotate worker and docker swarm join-token --rotate manager. Nodes that are in stay in.',
    zh: '每次使用后及按计划轮换：docker swarm join-token --rotate worker 与 docker swarm join-token --rotate manager。已加入的节点不受影响。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/join-nodes/',
    'https://docs.docker.com/reference/cli/docker/swarm/join-token/',
  ],
  question: {
    en: 'When was each of the two join tokens last rotated, and was that after the last node joined? Attach the record of the rotation, and a search of scripts, wikis and pipelines that shows no current token in them.',
    zh: '两种加入令牌上次各于何时轮换，是否在最近一个节点加入之后？请附轮换记录，以及对脚本、文档和流水线的检索结果，说明其中不含当前令牌。',
  },
});
