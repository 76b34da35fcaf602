import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const engineUserNamespaces = defineControl({
  id: 'engine-user-namespaces',
  subject: engine,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Root in a container is not root on the host',
    zh: '容器内的 root 不等于宿主机的 root',
  },
  failingTitle: {
    en: 'Root in a container is root on the host',
    zh: '容器内的 root 就是宿主机的 root',
  },
  rationale: {
    en: 'Without a user namespace, number 0 inside and outside are the same user. A process that breaks out, or that writes to a mounted directory, does so as the host’s root.',
    zh: '没有用户命名空间时，容器内外的 UID 0 是同一个用户。进程一旦逃逸，或向挂载的目录写入，就是以宿主机 root 的身份进行。',
  },
  remediation: {
    en: 'Write "userns-remap": "default" into /etc/docker/daemon.json and restart the engine (it starts with an empty store, so plan for pulling images again), or run the engine rootless: dockerd-rootless-setuptool.sh install.',
    zh: '在 /etc/docker/daemon.json 中写入 "userns-remap": "default" 并重启引擎（重启后使用新的存储目录，需重新拉取镜像）；或以无根模式运行引擎：dockerd-rootless-setuptool.sh install。',
  },
  references: [
    'https://docs.docker.com/engine/security/userns-remap/',
    'https://docs.docker.com/engine/security/rootless/',
  ],
  check: (e) =>
    e.rootless ||
    e.userNamespaces ||
    fail(
      text(
        'Root in a container is root on the host: users are not mapped',
        '未启用用户命名空间映射，容器内的 root 即宿主机的 root',
      ),
    ),
});
