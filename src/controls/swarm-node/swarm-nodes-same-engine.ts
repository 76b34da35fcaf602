import { defineControl } from '../../core/controls/control.ts';
import { swarmNode } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';

export const swarmNodesSameEngine = defineControl({
  id: 'swarm-nodes-same-engine',
  subject: swarmNode,
  rating: ['weakness', 'open'],
  title: {
    en: 'The node’s engine is of the leader’s release',
    zh: '节点引擎版本与 leader 一致',
  },
  failingTitle: {
    en: 'The node’s engine is of another release than the leader’s',
    zh: '节点引擎版本与 leader 不一致',
  },
  rationale: {
    en: 'A node that was left out of an upgrade keeps the flaws that the upgrade was for, and services end up there like everywhere. Mixed releases of managers are made for the days of an upgrade only.',
    zh: '升级时遗漏的节点仍带有本应修复的漏洞，而服务照样会调度过去。管理节点混用版本只适用于升级期间的短暂过渡。',
  },
  remediation: {
    en: 'Drain it, upgrade its engine, and let it back in: docker node update --availability drain NODE, apt-get install docker-ce, docker node update --availability active NODE. The leader comes last.',
    zh: '排空后升级引擎再恢复：docker node update --availability drain 节点名；apt-get install docker-ce；docker node update --availability active 节点名。leader 最后升级。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/admin_guide/',
    'https://docs.docker.com/engine/swarm/manage-nodes/',
  ],
  applies: (n) =>
    !n.leader ||
    notApplicable(
      text(
        'This is the leader, with which the others are compared',
        '该节点即为 leader，是比对的基准',
      ),
    ),
  check: (n, ctx) => {
    const leader = ctx.all(swarmNode).find((node) => node.leader);
    if (leader === undefined || leader.engineVersion === '' || n.engineVersion === '') {
      return unknown(text('The release of one of them is not known', '无法获知其中一方的版本'));
    }
    if (n.engineVersion === leader.engineVersion) return true;
    return fail(
      text(
        `Engine version ${n.engineVersion}; the leader has ${leader.engineVersion}`,
        `该节点为 ${n.engineVersion}，leader 为 ${leader.engineVersion}`,
      ),
    );
  },
});
