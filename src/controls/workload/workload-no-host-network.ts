import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { sharesHostNamespace } from '../blocks/workload/namespaces.ts';

export const workloadNoHostNetwork = defineControl({
  id: 'workload-no-host-network',
  subject: workload,
  rating: ['breach', 'open'],
  title: {
    en: 'The container is not on the host’s network',
    zh: '容器未使用宿主机网络',
  },
  failingTitle: {
    en: 'The container is on the host’s network',
    zh: '容器使用了宿主机网络',
  },
  rationale: {
    en: "On the host's network a container reaches every service that listens on loopback, can open any port, and no rule between networks applies to it.",
    zh: '使用宿主机网络的容器可访问所有仅监听回环地址的服务，可随意开放端口，网络隔离与访问控制规则对其全部失效。',
  },
  remediation: {
    en: 'Replace --network host (in Compose: network_mode: host) by a network of its own and publish what must be reached: --network app --publish 192.0.2.10:8443:8443. A container that joins another with --network container:NAME is on whatever network that one is.',
    zh: '将 --network host（Compose 中为 network_mode: host）改为自建网络，并仅发布必要端口：--network app --publish 192.0.2.10:8443:8443。以 --network container:名称 加入其他容器时，实际网络取决于被加入的容器。',
  },
  references: [
    'https://docs.docker.com/engine/network/drivers/host/',
    'https://man7.org/linux/man-pages/man7/network_namespaces.7.html',
  ],
  check: not(sharesHostNamespace('network')),
});
