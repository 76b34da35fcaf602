import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { capabilitiesBeyond } from '../blocks/workload/capabilities.ts';
import { eachSeenSession, enteredBeside, mayBeEntered } from '../blocks/workload/seen-sessions.ts';

export const workloadNoPrivilegedExec = defineControl({
  id: 'workload-no-privileged-exec',
  subject: workload,
  // Somebody who was let in must do it, and something hostile must run beside it.
  rating: ['takeover', 'remote'],
  title: {
    en: 'No privileged session was seen in the container',
    zh: '未发现特权会话进入容器',
  },
  failingTitle: {
    en: 'A session or a hook in the container is privileged',
    zh: '容器内的会话或钩子具有特权',
  },
  rationale: {
    en: 'docker exec --privileged gives one command every capability, in a container that was started without. What runs beside it, hostile perhaps, can take that command over, and with it the host.',
    zh: 'docker exec --privileged 会让一条命令在本无特权的容器内获得全部权能。同一容器内的恶意进程可借机劫持该命令，进而控制宿主机。',
  },
  remediation: {
    en: 'Leave --privileged out of docker exec; what needs a capability is started with it: --cap-add NAME. In Compose leave privileged out of hooks. Let an authorization plugin refuse POST /containers/*/exec with Privileged, and watch for the event exec_create.',
    zh: '执行 docker exec 时不加 --privileged；确需某项权能的程序应在启动容器时按名授予：--cap-add NAME。Compose 的钩子也不设置 privileged。通过授权插件拒绝带 Privileged 的 POST /containers/*/exec，并监控 exec_create 事件。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/exec/',
    'https://docs.docker.com/engine/extend/plugins_authorization/',
  ],
  applies: mayBeEntered,
  check: all(
    enteredBeside(
      ({ rights }, w) =>
        capabilitiesBeyond(rights?.capabilities ?? [], w.capabilities.effective) === '',
      text(
        'came in past the engine with more capabilities than the container has',
        '绕过引擎进入，且持有容器没有的权能',
      ),
    ),
    eachSeenSession(
      ({ privileged }, shown) =>
        !privileged || fail(text(`${shown.en} is privileged`, `特权会话：${shown.zh}`)),
    ),
  ),
});
