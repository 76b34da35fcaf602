import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { whereEngineHas } from '../blocks/workload/where-engine-has.ts';

export const workloadApparmor = defineControl({
  id: 'workload-apparmor',
  subject: workload,
  rating: ['takeover', 'remote'],
  title: {
    en: 'An AppArmor profile confines the container',
    zh: '容器受 AppArmor 配置约束',
  },
  failingTitle: {
    en: 'No AppArmor profile confines the container',
    zh: '容器未受 AppArmor 配置约束',
  },
  rationale: {
    en: 'AppArmor stops a process that has already become root in its container from writing to /proc and /sys or mounting file systems. Unconfined, only capabilities and namespaces are left.',
    zh: '即使进程已在容器内取得 root 权限，AppArmor 仍会阻止其写入 /proc、/sys 或挂载文件系统。不加约束时，只剩权能和命名空间这两道防线。',
  },
  remediation: {
    en: 'Remove --security-opt apparmor=unconfined (in Compose: security_opt) so that docker-default applies, or name a profile of your own: --security-opt apparmor=NAME.',
    zh: '去掉 --security-opt apparmor=unconfined（Compose 中为 security_opt）以恢复 docker-default 配置，或指定自有配置：--security-opt apparmor=配置名。',
  },
  references: ['https://docs.docker.com/engine/security/apparmor/'],
  applies: whereEngineHas(
    (_, ctx) =>
      ctx.all(engine).some((one) => one.security.apparmor) ||
      notApplicable(
        text('The engine runs on a kernel without AppArmor', '引擎所在内核未启用 AppArmor'),
      ),
    (w) => w.security.apparmor.profile === 'unconfined',
  ),
  check: (w) => {
    const { profile, unconfined } = w.security.apparmor;
    if (unconfined || profile === 'unconfined') {
      return fail(text('AppArmor is switched off for it', '该工作负载已关闭 AppArmor'));
    }
    if (profile !== '') return true;
    // The engine settles the profile at the first start: its default, or none for a privileged container.
    const started = w.state !== 'declared' && w.state !== 'created';
    if (!started && !w.privileged) return true;
    return fail(text('No AppArmor profile is applied to it', '未对其应用任何 AppArmor 配置'));
  },
});
