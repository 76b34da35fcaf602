import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { sharesHostNamespace } from '../blocks/workload/namespaces.ts';

export const workloadNoHostUts = defineControl({
  id: 'workload-no-host-uts',
  subject: workload,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The container does not share the host’s name',
    zh: '容器未共享宿主机 UTS 命名空间',
  },
  failingTitle: {
    en: 'The container shares the host’s name',
    zh: '容器共享了宿主机 UTS 命名空间',
  },
  rationale: {
    en: "In the host's UTS namespace a container with the right capability renames the host. What log lines, licences and peers know the host by is then in its hands.",
    zh: '共享宿主机 UTS 命名空间的容器只要具备相应权能，即可修改宿主机的主机名，进而干扰日志溯源、授权校验及其他系统对该主机的识别。',
  },
  remediation: {
    en: 'Remove --uts host (in Compose: uts: host); to give a container a name of its own use --hostname.',
    zh: '去掉 --uts host（Compose 中为 uts: host）；需要设置容器自身主机名时使用 --hostname。',
  },
  references: [
    'https://docs.docker.com/engine/containers/run/#uts-settings---uts',
    'https://man7.org/linux/man-pages/man7/uts_namespaces.7.html',
  ],
  check: not(sharesHostNamespace('uts')),
});
