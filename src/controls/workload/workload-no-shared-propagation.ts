import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const workloadNoSharedPropagation = defineControl({
  id: 'workload-no-shared-propagation',
  subject: workload,
  // To mount takes a capability, and a mandatory policy that lets it through.
  rating: ['breach', 'remote'],
  title: {
    en: 'Mounts of the container stay in the container',
    zh: '容器内的挂载不会传播到宿主机',
  },
  failingTitle: {
    en: 'Mounts of the container spread to the host',
    zh: '容器内的挂载会传播到宿主机',
  },
  rationale: {
    en: 'Under a shared mount, what the container mounts appears on the host and in every container that shares it too, so that it can lay files over those that others trust.',
    zh: '采用共享传播时，容器内新增的挂载会同步出现在宿主机及其他共享该挂载的容器中，可用来覆盖其他主体所信任的文件。',
  },
  remediation: {
    en: 'Leave the propagation at its default: remove :shared and :rshared from --volume, bind-propagation=shared from --mount, bind.propagation in Compose. To follow mounts of the host, rslave is enough.',
    zh: '保持默认传播方式：去掉 --volume 中的 :shared、:rshared，--mount 中的 bind-propagation=shared，以及 Compose 中的 bind.propagation。仅需感知宿主机侧挂载变化时，使用 rslave 即可。',
  },
  references: [
    'https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation',
    'https://man7.org/linux/man-pages/man7/mount_namespaces.7.html',
  ],
  check: noneFails(
    (w) => w.mounts,
    ({ propagation, source, target }) =>
      (propagation !== 'shared' && propagation !== 'rshared') ||
      fail(
        text(
          `${source}, mounted at ${target}, is ${propagation}`,
          `${source}（挂载到 ${target}）的传播方式为 ${propagation}`,
        ),
      ),
  ),
});
