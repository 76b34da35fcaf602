import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { askedLabels, isScheduled } from '../blocks/placement.ts';
import { idle } from '../blocks/workload/while-running.ts';

/** What gives a container the rights of its host, whatever it is called. */
const isPrivileged = (w: WorkloadFacts): boolean =>
  w.privileged || w.capabilities.added.some((name) => name === 'ALL' || name === 'SYS_ADMIN');

export const workloadPrivilegedApart = defineControl({
  id: 'workload-privileged-apart',
  subject: workload,
  rating: ['takeover', 'one step'],
  title: {
    en: 'A privileged container runs on a host that is set aside for such',
    zh: '特权容器仅运行在专用宿主机上',
  },
  failingTitle: {
    en: 'A privileged container runs on a host beside others',
    zh: '特权容器与其他容器同处一台宿主机',
  },
  rationale: {
    en: 'A privileged container is root on its host: taken over, it takes every container beside it along. Where one cannot be done without, what it can take along is limited by giving it a host of its own.',
    zh: '特权容器等同于宿主机 root，一旦失陷，同机的所有容器随之失陷。确需使用特权容器时，应为其分配专用宿主机以限制波及范围。',
  },
  remediation: {
    en: 'Set a host aside: label its daemon (dockerd --label dedicated=privileged) or node (docker node update --label-add dedicated=privileged NODE), hold the privileged containers to it, --constraint node.labels.dedicated==privileged, and move all others away.',
    zh: '划出专用宿主机：为其守护进程（dockerd --label dedicated=privileged）或节点（docker node update --label-add dedicated=privileged NODE）打标签，用 --constraint node.labels.dedicated==privileged 将特权容器限定于此，并移走其他容器。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/labels/',
    'https://docs.docker.com/engine/swarm/services/#placement-constraints',
  ],
  params: z.object({
    labels: z.array(z.string()).default(['dedicated=privileged']).meta({
      en: 'Labels, name=value, of hosts that are set aside for privileged containers; one of them is enough.',
      zh: '表示宿主机专供特权容器使用的主机标签（名称=值），具有其中之一即可。',
    }),
  }),
  applies: (w) =>
    isPrivileged(w) || notApplicable(text('Not privileged', '该工作负载并非特权容器')),
  check: (w, { params, all }) => {
    const isAside = (label: string): boolean => params.labels.includes(label);
    if (w.origin !== 'container') {
      if (askedLabels(w).some(isAside)) return true;
      return isScheduled(w)
        ? fail(text('A scheduler may place it on any host', '调度器可将其放到任意宿主机'))
        : unknown(text('On which host it will run is not known', '将运行于哪台宿主机尚不可知'));
    }
    const engines = all(engine);
    if (engines.length === 0 || engines.some(({ hostLabels }) => hostLabels === undefined)) {
      return unknown(text('The labels of its host were not read', '未读取其宿主机的标签'));
    }
    const isOnSuch = engines.some(({ hostLabels = {} }) =>
      Object.entries(hostLabels).some(([name, value]) => isAside(`${name}=${value}`)),
    );
    // What it says of its host itself does not count: the host's labels were read.
    if (!isOnSuch) {
      return fail(
        text(
          'No label sets its host aside for privileged containers',
          '其宿主机没有专用于特权容器的标签',
        ),
      );
    }
    const beside = all(workload).filter(
      (other) => other.origin === 'container' && !isPrivileged(other) && !idle.has(other.state),
    ).length;
    return (
      beside === 0 ||
      fail(
        text(
          `Containers that are not privileged run beside it: ${beside}`,
          `同机运行的非特权容器：${beside} 个`,
        ),
      )
    );
  },
});
