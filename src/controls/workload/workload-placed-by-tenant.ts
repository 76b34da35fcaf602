import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { askedLabels, isScheduled } from '../blocks/placement.ts';
import { noTenants, tenantLabel, tenantOf, tenantParams } from '../blocks/tenants.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

export const workloadPlacedByTenant = defineControl({
  id: 'workload-placed-by-tenant',
  subject: workload,
  // Two tenants must meet on one host, and the kernel give way.
  rating: ['breach', 'remote'],
  title: {
    en: 'A scheduler may place the container on its tenant’s hosts only',
    zh: '容器仅可调度至所属租户的节点',
  },
  failingTitle: {
    en: 'A scheduler may place the container on another tenant’s hosts',
    zh: '容器可能被调度至其他租户的节点',
  },
  rationale: {
    en: 'A scheduler puts a container wherever there is room. Unless a label of the node holds it, the next failure or update moves it beside another tenant, and nobody notices.',
    zh: '调度器会把容器放到任何有余量的节点上。若没有节点标签约束，下一次故障或更新就可能把它挪到其他租户旁边而无人察觉。',
  },
  remediation: {
    en: 'Label the nodes, docker node update --label-add tenant=shop NODE, and hold the service to them: docker service update --constraint-add node.labels.tenant==shop NAME; in Rancher the label io.rancher.scheduler.affinity:host_label: tenant=shop.',
    zh: '为节点打标签：docker node update --label-add tenant=shop NODE，并约束服务：docker service update --constraint-add node.labels.tenant==shop NAME；Rancher 中使用标签 io.rancher.scheduler.affinity:host_label: tenant=shop。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/services/#placement-constraints',
    'https://github.com/rancher/rancher.github.io/blob/master/rancher/v1.6/en/cattle/scheduling/index.md',
  ],
  params: tenantParams,
  check: (w, ctx) => {
    const own = ctx.params.labels.some((label) => tenantOf(w, label) !== undefined);
    const inUse = own || (!isDescribedByFile(w) && tenantLabel(ctx) !== undefined);
    if (!inUse) return noTenants;
    if (!isScheduled(w)) {
      return notApplicable(
        text(
          'No scheduler decides where it runs; engine-tenants-separate-hosts judges where it is',
          '其运行位置不由调度器决定；实际位置由 engine-tenants-separate-hosts 判定',
        ),
      );
    }
    if (askedLabels(w).length > 0) return true;
    return fail(text('No label of a node says where it may run', '未以节点标签限定可运行的位置'));
  },
});
