import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const engineNoNewPrivileges = defineControl({
  id: 'engine-no-new-privileges',
  subject: engine,
  rating: ['takeover', 'remote'],
  title: {
    en: 'By default no container process can gain privileges',
    zh: '默认禁止容器进程提升权限',
  },
  failingTitle: {
    en: 'Container processes can gain privileges by default',
    zh: '默认允许容器进程提升权限',
  },
  rationale: {
    en: 'A setuid program left in an image turns an ordinary user in the container into root again. With this default the kernel refuses that for every container that says nothing of it.',
    zh: '镜像中残留的 setuid 程序会让容器内的普通用户重新变成 root。启用该默认值后，凡未另行声明的容器，内核一律拒绝这种提权。',
  },
  remediation: {
    en: 'Write "no-new-privileges": true into /etc/docker/daemon.json, restart the engine and create the containers again.',
    zh: '在 /etc/docker/daemon.json 中写入 "no-new-privileges": true，重启引擎并重建容器。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://docs.kernel.org/userspace-api/no_new_privs.html',
  ],
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.noNewPrivileges,
    (on) =>
      on ||
      fail(
        text(
          'Container processes may gain privileges unless a container is set otherwise',
          '默认未禁止容器进程提升权限，须逐个容器设置',
        ),
      ),
  ),
});
