import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { fail, pass } from '../../core/controls/verdict.ts';
import { differenceSaid } from '../blocks/workload/changed-since.ts';
import { whileRunning } from '../blocks/workload/while-running.ts';

export const workloadConfigurationInForce = defineControl({
  id: 'workload-configuration-in-force',
  subject: workload,
  // The limits and mounts in force are judged by controls of their own: what is left is that someone changed them.
  rating: ['breach', 'remote'],
  title: {
    en: 'Limits and mounts in force allow no more than those that the container was made with',
    zh: '生效的资源限制与挂载不比容器创建时的配置宽松',
  },
  failingTitle: {
    en: 'Limits or mounts in force are not those that the container was made with',
    zh: '生效的资源限制或挂载与容器创建时的配置不一致',
  },
  rationale: {
    en: 'docker inspect shows what a container was made with. Root of the host can lift a limit, mount a folder or make a mount writable while it runs, and no inspection, review or backup of the configuration shows it. After the next start the container is another one. Of ulimits only a hard limit that was raised counts: a process lowers its own by itself, and raises a soft one up to the hard one. What is stricter than configured, as a lower limit, is said and is no failure.',
    zh: 'docker inspect 显示的是容器创建时的配置。宿主机 root 可在其运行期间解除限制、挂载目录或把挂载改为可写，而检查、评审和配置备份均看不到这一变化；容器下次启动后又会是另一副样子。ulimit 仅在硬限制被提高时计入：进程本可自行降低限制，或将软限制提高至硬限制。比配置更严格的情况（如更低的限制）仅作说明，不算未通过。',
  },
  remediation: {
    en: 'Find out who changed it (the audit log of the host names mount, prlimit and writes to cgroups). Change limits by docker update, and mounts by a new container; then restart the container so that what is configured is in force.',
    zh: '查明更改者（宿主机审计日志会记录 mount、prlimit 及对 cgroup 的写入）。限制应通过 docker update 更改，挂载应重建容器；随后重启容器，使配置生效。',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html',
    'https://man7.org/linux/man-pages/man7/cgroups.7.html',
    'https://man7.org/linux/man-pages/man2/getrlimit.2.html',
  ],
  applies: whileRunning('differences'),
  check: noneFails(
    (w) => w.differences ?? [],
    // What is stricter than it was made harms nobody, and is said.
    (difference) => (difference.stricter === true ? pass : fail)(differenceSaid(difference)),
  ),
});
