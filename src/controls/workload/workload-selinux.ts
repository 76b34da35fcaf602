import { z } from 'zod';
import type { Check } from '../../core/controls/check.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, type Verdict } from '../../core/controls/verdict.ts';
import { whereEngineHas } from '../blocks/workload/where-engine-has.ts';

interface Params {
  readonly unconfinedTypes: readonly string[];
}

/** Whether it asks to go without a label, or for a type that is as good as none. */
const asksForNone: Check<WorkloadFacts, Params> = ({ security }, { params }) => {
  const { disabled, type } = security.selinux;
  return disabled || (type !== undefined && params.unconfinedTypes.includes(type));
};

/** The engine drops the label of a container by itself where it could not work with one. */
const labelWouldBeDropped = (w: WorkloadFacts): boolean =>
  w.privileged || w.namespaces.pid.resolved === 'host' || w.namespaces.ipc.resolved === 'host';

const confinesNothing = (type: string): Verdict =>
  fail(text(`SELinux type ${type} confines nothing`, `其 SELinux 类型 ${type} 不起任何约束作用`));

export const workloadSelinux = defineControl({
  id: 'workload-selinux',
  subject: workload,
  rating: ['takeover', 'remote'],
  title: {
    en: 'An SELinux label confines the container',
    zh: '容器受 SELinux 标签约束',
  },
  failingTitle: {
    en: 'No SELinux label confines the container',
    zh: '容器未受 SELinux 标签约束',
  },
  rationale: {
    en: "SELinux keeps a container's processes away from the files of the host and of other containers, even when they run as root and a path was left open to them.",
    zh: 'SELinux 可将容器进程与宿主机及其他容器的文件强制隔离，即使进程以 root 运行且路径可达也无法访问，是强制访问控制的关键措施。',
  },
  remediation: {
    en: 'Remove --security-opt label=disable or label=type:spc_t (in Compose: security_opt), and switch it on for the engine with "selinux-enabled": true in daemon.json.',
    zh: '去掉 --security-opt label=disable 或 label=type:spc_t（Compose 中为 security_opt），并在 daemon.json 中写 "selinux-enabled": true 为引擎启用 SELinux。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
    'https://docs.docker.com/reference/cli/dockerd/',
  ],
  params: z.object({
    unconfinedTypes: z
      .array(z.string())
      .default(['spc_t', 'unconfined_t', 'unconfined_service_t'])
      .meta({
        en: 'Types of a process that confine nothing, though they look like a label.',
        zh: '虽有标签形式但不作任何限制的进程类型。',
      }),
  }),
  applies: whereEngineHas(
    (_, ctx) =>
      ctx.all(engine).some((one) => one.security.selinux) ||
      notApplicable(
        text('The engine does not label containers with SELinux', '引擎未对容器启用 SELinux 标签'),
      ),
    asksForNone,
  ),
  check: (w, { params }) => {
    const { selinux } = w.security;
    if (selinux.disabled) {
      return fail(text('The SELinux label is switched off', '该工作负载已关闭 SELinux 标签'));
    }
    const { type: asked } = selinux;
    if (asked !== undefined && params.unconfinedTypes.includes(asked)) {
      return confinesNothing(asked);
    }
    const { label } = selinux;
    // user:role:type:level
    const type = label.split(':')[2];
    if (type !== undefined && params.unconfinedTypes.includes(type)) {
      return confinesNothing(type);
    }
    if (label !== '') return true;
    if (w.state === 'declared' && !labelWouldBeDropped(w)) return true;
    return fail(text('No SELinux label is applied to it', '未对其应用任何 SELinux 标签'));
  },
});
