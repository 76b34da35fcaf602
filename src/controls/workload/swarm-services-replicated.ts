import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const swarmServicesReplicated = defineControl({
  id: 'swarm-services-replicated',
  subject: workload,
  rating: ['disruption', 'remote'],
  title: {
    en: 'The service has more than one copy',
    zh: '服务有多个副本',
  },
  failingTitle: {
    en: 'The service has only one copy',
    zh: '服务只有一个副本',
  },
  rationale: {
    en: 'A service with one copy is away whenever its node is: at every update, every patch of the host, every fault. That is a reason to put patches off.',
    zh: '单副本服务随节点一起中断：每次更新、主机打补丁或故障都会停服，这往往成为推迟打补丁的理由。',
  },
  remediation: {
    en: 'Give it copies, docker service scale NAME=2, or one on each node: docker service create --mode global. In Compose: deploy: {replicas: 2}.',
    zh: '增加副本：docker service scale 服务名=2；或每个节点一个：docker service create --mode global。Compose 中写 deploy: {replicas: 2}。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/how-swarm-mode-works/services/',
    'https://docs.docker.com/reference/cli/docker/service/scale/',
  ],
  params: z.object({
    min: z.number().int().positive().default(2).meta({
      en: 'Copies at least. 2 is what it takes to lose a node.',
      zh: '最少副本数。2 个副本即可承受一个节点失效。',
    }),
  }),
  applies: (w) => {
    if (w.origin !== 'swarm-service') {
      return notApplicable(text('This is no service of a Swarm', '不是 Swarm 服务'));
    }
    if (w.job) return notApplicable(text('A job that ends', '该服务为执行完即结束的任务'));
    return w.replicas !== 0 || notApplicable(text('Scaled to 0', '该服务副本数为 0，未在运行'));
  },
  check: (w, { params }) => {
    const { replicas } = w;
    if (replicas === null || replicas >= params.min) return true;
    return fail(
      text(
        `Has ${replicas}; required: ${params.min}`,
        `副本数为 ${replicas}，要求不少于 ${params.min}`,
      ),
    );
  },
});
