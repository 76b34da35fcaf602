import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const engineSwarmUnneeded = defineControl({
  id: 'engine-swarm-unneeded',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'Swarm mode is on only where it is needed',
    zh: '仅在需要时启用 Swarm 模式',
  },
  failingTitle: {
    en: 'Swarm mode is on though nothing needs it',
    zh: '不需要却启用了 Swarm 模式',
  },
  rationale: {
    en: 'Swarm mode opens ports for management, gossip and data on the host, and lets managers elsewhere start containers on it. Where nothing uses that, it is only surface to attack.',
    zh: 'Swarm 模式会在主机上开放管理、节点通信和数据端口，并允许其他管理节点在本机启动容器。若无业务使用，这些只是平白增加的攻击面。',
  },
  remediation: {
    en: 'Leave the Swarm: docker swarm leave (--force on the last manager). Where the host is meant to be in one, set the parameter expected to true.',
    zh: '退出 Swarm：docker swarm leave（最后一个管理节点加 --force）。如本机确需加入集群，请将参数 expected 设为 true。',
  },
  references: ['https://docs.docker.com/engine/swarm/swarm-mode/'],
  params: z.object({
    expected: z.boolean().default(false).meta({
      en: 'Whether this engine is meant to be in a Swarm.',
      zh: '该引擎是否应当加入 Swarm。',
    }),
  }),
  check: (e, { params }) => {
    const { state } = e.swarm;
    if (state === 'inactive' || params.expected) return true;
    return fail(text(`Swarm mode is on (${state})`, `Swarm 模式已启用（${state}）`));
  },
});
