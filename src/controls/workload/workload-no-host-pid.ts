import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { sharesHostNamespace } from '../blocks/workload/namespaces.ts';

export const workloadNoHostPid = defineControl({
  id: 'workload-no-host-pid',
  subject: workload,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container does not share the PID namespace of the host',
    zh: '容器未共享宿主机进程空间',
  },
  failingTitle: {
    en: 'The container shares the PID namespace of the host',
    zh: '容器共享了宿主机进程空间',
  },
  rationale: {
    en: "Among the host's processes a container reads their arguments and environment, can stop them, and with one capability more enters them: from there the whole file system of the host is open under /proc/1/root.",
    zh: '与宿主机共享进程空间的容器可读取各进程的参数与环境变量、终止任意进程，再加一项权能即可侵入其中，并经由 /proc/1/root 访问宿主机的整个文件系统。',
  },
  remediation: {
    en: 'Remove --pid host (in Compose: pid: host), and --pid container:NAME where that container has it. What monitors the host runs on it as a service, not in a container.',
    zh: '去掉 --pid host（Compose 中为 pid: host）；若 --pid container:名称 所加入的容器共享了宿主机进程空间，也应一并去掉。监控宿主机的程序应作为宿主机服务运行，而非放入容器。',
  },
  references: [
    'https://docs.docker.com/engine/containers/run/#pid-settings---pid',
    'https://man7.org/linux/man-pages/man7/pid_namespaces.7.html',
  ],
  check: not(sharesHostNamespace('pid')),
});
