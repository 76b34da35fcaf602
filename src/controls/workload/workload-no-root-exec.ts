import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { eachSeenSession, enteredBeside, mayBeEntered } from '../blocks/workload/seen-sessions.ts';

export const workloadNoRootExec = defineControl({
  id: 'workload-no-root-exec',
  subject: workload,
  // Who enters was let in; what is lost is that the container is what its image says.
  rating: ['disruption', 'one step'],
  title: {
    en: 'No session as root was seen in the container',
    zh: '未发现以 root 身份进入容器的会话',
  },
  failingTitle: {
    en: 'A session or a hook in the container runs as root',
    zh: '容器内的会话或钩子以 root 身份运行',
  },
  rationale: {
    en: 'A session as root may change what the application may not, install tools, and remove the traces of both. It undoes a user that was set with care, and leaves the container unlike its image.',
    zh: '以 root 身份进入容器可修改应用本无权修改的内容、安装工具并清除痕迹，使精心设置的运行用户形同虚设，容器也不再与镜像一致。',
  },
  remediation: {
    en: 'Enter as the user of the application: docker exec --user 10001 NAME …, and give hooks of Compose no user: root. Let an authorization plugin refuse POST /containers/*/exec with the user root, and watch for the event exec_create.',
    zh: '以应用用户进入：docker exec --user 10001 NAME …，Compose 的钩子不设 user: root。通过授权插件拒绝以 root 用户调用 POST /containers/*/exec，并监控 exec_create 事件。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/exec/',
    'https://docs.docker.com/engine/extend/plugins_authorization/',
  ],
  applies: mayBeEntered,
  check: all(
    enteredBeside(
      ({ uid }, w) => uid !== 0 && uid !== w.rootUid,
      text('came in as root past the engine', '绕过引擎以 root 身份进入'),
    ),
    eachSeenSession(({ user }, shown) => {
      // A hook that names nobody runs as the container's own user, who is judged elsewhere.
      if (user === null) return true;
      const { configured, uid } = user;
      if (uid !== null && uid !== 0) return true;
      if (uid === null) {
        return unknown(
          text(
            `The number of the user ${configured} of ${shown.en} is not known`,
            `无法解析 ${shown.zh} 所用用户 ${configured} 的数字 ID`,
          ),
        );
      }
      return fail(text(`Entered as root: ${shown.en}`, `root 会话：${shown.zh}`));
    }),
  ),
});
