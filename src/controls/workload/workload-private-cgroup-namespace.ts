import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { sharesHostNamespace } from '../blocks/workload/namespaces.ts';

export const workloadPrivateCgroupNamespace = defineControl({
  id: 'workload-private-cgroup-namespace',
  subject: workload,
  rating: ['weakness', 'open'],
  title: {
    en: 'The container sees its own control groups alone',
    zh: '容器使用独立的 cgroup 命名空间',
  },
  failingTitle: {
    en: 'The container sees the host’s control groups',
    zh: '容器使用了宿主机的 cgroup 命名空间',
  },
  rationale: {
    en: "In the host's cgroup namespace a container reads where it lies among all others, by their ids, and what manages them: a map for anyone who wants to get on.",
    zh: '共享宿主机 cgroup 命名空间的容器可看到自身及其他容器的 ID 和所在层级，相当于为攻击者提供了环境地图。',
  },
  remediation: {
    en: 'Remove --cgroupns host (in Compose: cgroup: host), or start it with --cgroupns private. On cgroup v1 the default is the host\'s: set "default-cgroupns-mode": "private" in daemon.json.',
    zh: '去掉 --cgroupns host（Compose 中为 cgroup: host），或启动时加 --cgroupns private。cgroup v1 下默认共享宿主机命名空间：在 daemon.json 中写 "default-cgroupns-mode": "private"。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/',
    'https://man7.org/linux/man-pages/man7/cgroup_namespaces.7.html',
  ],
  check: not(sharesHostNamespace('cgroup')),
});
