import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { atLeastVersion } from '../../syntax/compare-versions.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';

/** The first release whose rootless mode publishes ports without the proxy. */
const rootlessWithout = '29.5.0';

export const engineUserlandProxyOff = defineControl({
  id: 'engine-userland-proxy-off',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'Published ports are forwarded by the kernel, not by a proxy',
    zh: '端口映射由内核转发，不使用用户态代理',
  },
  failingTitle: {
    en: 'A proxy forwards published ports, not the kernel',
    zh: '端口映射由用户态代理转发',
  },
  rationale: {
    en: 'For each published port the proxy runs one more process with the engine’s rights, and hides the client’s address from the container and its logs. The kernel does the same work by itself.',
    zh: '用户态代理会为每个映射端口多运行一个具有引擎权限的进程，并使容器及其日志看不到真实的客户端地址；内核本身即可完成转发。',
  },
  remediation: {
    en: 'Write "userland-proxy": false into /etc/docker/daemon.json and restart: systemctl restart docker. Test access by 127.0.0.1 from the host itself afterwards.',
    zh: '在 /etc/docker/daemon.json 中写入 "userland-proxy": false 并重启：systemctl restart docker。之后验证宿主机自身经 127.0.0.1 的访问是否正常。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://docs.docker.com/engine/network/port-publishing/',
  ],
  applies: (e) => {
    if (e.product === 'podman') {
      return notApplicable(text('Podman has no such proxy', 'Podman 没有这种代理'));
    }
    return (
      !e.rootless ||
      atLeastVersion(e.version, rootlessWithout) !== false ||
      notApplicable(
        text(
          `Before ${rootlessWithout} a rootless engine publishes ports by the proxy alone`,
          `${rootlessWithout} 之前的无根模式引擎只能通过该代理映射端口`,
        ),
      )
    );
  },
  check: settingInForce(
    (e) => e.userlandProxy,
    (on) =>
      !on ||
      fail(text('A proxy in user space forwards published ports', '端口映射经由用户态代理转发')),
  ),
});
