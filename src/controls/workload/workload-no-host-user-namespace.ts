import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { sharesHostNamespace } from '../blocks/workload/namespaces.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

export const workloadNoHostUserNamespace = defineControl({
  id: 'workload-no-host-user-namespace',
  subject: workload,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The container’s users are mapped away from those of the host',
    zh: '容器未共享宿主机用户命名空间',
  },
  failingTitle: {
    en: 'The container shares the users of the host',
    zh: '容器共享了宿主机用户命名空间',
  },
  rationale: {
    en: 'An engine can map root of its containers to a user without rights. A container that opts out is root of the host again, beside others that trust in the mapping.',
    zh: '引擎可将容器内的 root 映射为宿主机上的无特权用户。擅自退出映射的容器重新以宿主机 root 身份运行，使整套隔离措施形同虚设。',
  },
  remediation: {
    en: 'Remove --userns host (in Compose: userns_mode: host). A privileged container cannot be mapped: remove --privileged first.',
    zh: '去掉 --userns host（Compose 中为 userns_mode: host）。特权容器无法启用映射，应先去掉 --privileged。',
  },
  references: [
    'https://docs.docker.com/engine/security/userns-remap/',
    'https://man7.org/linux/man-pages/man7/user_namespaces.7.html',
  ],
  applies: (w, ctx) =>
    // A file that asks for it opts out of whatever mapping the engine has that runs it.
    (isDescribedByFile(w) && w.namespaces.user.mode === 'host') ||
    ctx.all(engine).some((one) => one.userNamespaces || one.rootless) ||
    notApplicable(
      text(
        'The engine maps no users, so there is no mapping to opt out of; engine-user-namespaces judges that',
        '引擎未启用用户命名空间映射，不存在退出映射的问题；该事项由 engine-user-namespaces 判定',
      ),
    ),
  check: not(sharesHostNamespace('user')),
});
