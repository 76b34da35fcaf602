import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { describePort, publishesPorts } from '../blocks/workload/published-ports.ts';
import { portEntry, rangeInPortList } from '../blocks/port-list.ts';

export const workloadPortsAllowed = defineControl({
  id: 'workload-ports-allowed',
  subject: workload,
  // What listens there has an access control of its own.
  rating: ['breach', 'remote'],
  title: {
    en: 'The container publishes only ports on the list of allowed ones',
    zh: '容器仅发布允许清单内的端口',
  },
  failingTitle: {
    en: 'The container publishes ports that are not on the list of allowed ones',
    zh: '容器发布了允许清单之外的端口',
  },
  rationale: {
    en: 'Every published port is a way in from outside. One that nobody asked for, a debugger or an administration page, is found by anyone who looks for it, and guarded by nobody.',
    zh: '每个发布的端口都是一个外部入口。无人要求开放的调试端口或管理页面，攻击者一扫便知，却无人防护。',
  },
  remediation: {
    en: 'Remove the --publish (in Compose: ports) that is not needed, and --publish-all, which publishes whatever the image exposes. What is needed goes into the parameters of this control.',
    zh: '去掉不需要的 --publish（Compose 中为 ports），以及会发布镜像全部暴露端口的 --publish-all。确需开放的端口写入本控制项的参数。',
  },
  references: ['https://docs.docker.com/engine/network/port-publishing/'],
  params: z.object({
    allowed: z.array(portEntry).default([]).meta({
      en: 'Ports of the host that may be published: "443", "8000-8099" or "53/udp"; without a protocol any. Empty, so that the control does not apply, until somebody has approved a list.',
      zh: '允许发布的宿主机端口，如 "443"、"8000-8099"、"53/udp"，不写协议表示不限。默认为空，即在清单获批之前本控制项不适用。',
    }),
  }),
  applies: (w, ctx) =>
    ctx.params.allowed.length > 0
      ? publishesPorts(w)
      : notApplicable(text('No list of allowed ports is set', '未设置允许端口清单')),
  check: noneFails(
    (w) => w.ports,
    (port, { params }) => {
      const { hostPort, protocol } = port;
      const range = hostPort === null ? port.hostRange : { first: hostPort, last: hostPort };
      if (range && rangeInPortList(range, protocol, params.allowed)) return true;
      const shown = describePort(port);
      return fail(
        range === undefined
          ? text(`${shown} is whatever port the engine picks`, `${shown} 由引擎任意选取端口`)
          : text(`${shown} is not on the list`, `${shown} 不在清单内`),
      );
    },
  ),
});
