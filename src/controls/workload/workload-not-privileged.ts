import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { isPrivileged } from '../blocks/workload/privileged.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

export const workloadNotPrivileged = defineControl({
  id: 'workload-not-privileged',
  subject: workload,
  rating: ['takeover', 'open'],
  title: {
    en: 'The container does not run privileged',
    zh: '容器未以特权模式运行',
  },
  failingTitle: {
    en: 'The container runs privileged',
    zh: '容器以特权模式运行',
  },
  rationale: {
    en: 'A privileged container holds every capability and every device, and neither seccomp nor AppArmor watches it: anyone who takes it over owns the host.',
    zh: '特权容器拥有全部内核权能和全部设备，且不受 seccomp、AppArmor 约束：攻陷该容器即等于攻陷宿主机。',
  },
  remediation: {
    en: 'Remove --privileged (in Compose: privileged: true), and give what is really needed one by one: --cap-add NAME (cap_add), --device PATH (devices). Name what is given in the parameters of workload-capabilities and workload-no-host-devices.',
    zh: '去掉 --privileged（Compose 中为 privileged: true），按最小权限原则逐项授予真正需要的权能：--cap-add 权能名（cap_add）、--device 设备路径（devices）。所授予的写入 workload-capabilities 与 workload-no-host-devices 的参数。',
  },
  references: [
    'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
    'https://docs.docker.com/engine/security/',
  ],
  check: not(isPrivileged),
});
