import { beside } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { fail } from '../../core/controls/verdict.ts';
import { processesSaid } from '../blocks/workload/processes.ts';
import { text } from '../../core/text.ts';

const mayGain = text('may gain privileges', '可获取新的特权');

export const workloadNoNewPrivileges = defineControl({
  id: 'workload-no-new-privileges',
  subject: workload,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The container’s processes cannot gain privileges',
    zh: '容器内进程无法获取新的特权',
  },
  failingTitle: {
    en: 'The container’s processes can gain privileges',
    zh: '容器内进程可获取新的特权',
  },
  rationale: {
    en: 'Without no-new-privileges, a setuid program that the image brings along, such as su or sudo, turns an ordinary user of the container back into root.',
    zh: '未启用 no-new-privileges 时，镜像自带的 setuid 程序（如 su、sudo）可使容器内的普通用户重新取得 root 权限。',
  },
  remediation: {
    en: 'Start it with --security-opt no-new-privileges=true; in Compose security_opt: ["no-new-privileges:true"]; for all containers "no-new-privileges": true in daemon.json.',
    zh: '启动时加 --security-opt no-new-privileges=true；Compose 中写 security_opt: ["no-new-privileges:true"]；对全部容器生效则在 daemon.json 中写 "no-new-privileges": true。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
    'https://docs.kernel.org/userspace-api/no_new_privs.html',
  ],
  // The kernel's word comes first: an engine-wide default is in force without the container asking for it.
  check: beside(
    (w) => {
      if (!(w.kernel?.noNewPrivileges ?? w.security.noNewPrivileges)) {
        return fail(
          text(
            'Processes may gain privileges: no-new-privileges is not in force',
            'no-new-privileges 未生效，进程可获取新的特权',
          ),
        );
      }
      const free = (w.processes ?? []).filter(({ rights }) => rights?.noNewPrivileges === false);
      return free.length === 0 || fail(processesSaid(free, mayGain));
    },
    (w) => w.security.noNewPrivileges,
  ),
});
