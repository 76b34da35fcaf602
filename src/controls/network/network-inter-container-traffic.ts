import { beside } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const networkInterContainerTraffic = defineControl({
  id: 'network-inter-container-traffic',
  subject: network,
  // As for workload-no-default-bridge.
  rating: ['breach', 'remote'],
  title: {
    en: 'Containers on the default bridge cannot talk to one another',
    zh: '默认网桥上的容器之间不能互访',
  },
  failingTitle: {
    en: 'Containers on the default bridge can talk to one another',
    zh: '默认网桥上的容器之间可以互访',
  },
  rationale: {
    en: 'Every container that names no network lands on the default bridge, whatever it belongs to. If they may all talk there, one that is taken over reaches the others on any port.',
    zh: '凡未指定网络的容器，不论归属，都会接到默认网桥。若允许互访，其中一个失陷后即可访问其余容器的任意端口。',
  },
  remediation: {
    en: 'Write "icc": false into /etc/docker/daemon.json and restart: systemctl restart docker. Put containers that belong together on a network of their own: docker network create NAME.',
    zh: '在 /etc/docker/daemon.json 中写入 "icc": false 并重启：systemctl restart docker。需要互通的容器放到专用网络：docker network create 网络名。',
  },
  references: [
    'https://docs.docker.com/engine/network/drivers/bridge/',
    'https://docs.docker.com/reference/cli/dockerd/',
  ],
  applies: (n) => {
    if (!n.defaultBridge) {
      return notApplicable(text('This is not the default bridge', '不是默认网桥'));
    }
    return (
      n.interContainerTraffic !== null ||
      notApplicable(text('The driver has no such setting', '其网络驱动没有此项设置'))
    );
  },
  check: beside(
    (n) =>
      n.interContainerTraffic === false ||
      fail(text('Containers on it reach one another', '该网络上的容器可以互访')),
    (_, ctx) => ctx.all(engine).map((e) => e.interContainerTraffic.configured),
  ),
});
