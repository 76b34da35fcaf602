import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { noTenants, tenantLabel, tenantOf, tenantParams } from '../blocks/tenants.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

export const workloadTenantLabelled = defineControl({
  id: 'workload-tenant-labelled',
  subject: workload,
  rating: ['weakness', 'open'],
  title: {
    en: 'The container says whose it is',
    zh: '容器标明所属租户',
  },
  failingTitle: {
    en: 'The container does not say whose it is',
    zh: '容器未标明所属租户',
  },
  rationale: {
    en: 'Where tenants share a platform, a container of nobody is watched by nobody, and no rule that keeps tenants apart knows on which side it belongs.',
    zh: '多租户平台上，归属不明的容器无人看管，任何租户隔离规则也无从判断它属于哪一方。',
  },
  remediation: {
    en: 'Set the tenant label when it is created: --label io.rancher.project.name=shop, in Compose labels; in Rancher, start it from a stack of the environment.',
    zh: '创建时设置租户标签：--label io.rancher.project.name=shop，Compose 中写在 labels；在 Rancher 中从所属环境的应用栈启动。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/labels/',
    'https://github.com/rancher/rancher.github.io/blob/master/rancher/v1.6/en/cattle/labels/index.md',
  ],
  params: tenantParams,
  check: (w, ctx) => {
    if (ctx.params.labels.some((label) => tenantOf(w, label) !== undefined)) return true;
    if (isDescribedByFile(w)) return noTenants;
    const label = tenantLabel(ctx);
    if (label === undefined) return noTenants;
    return fail(
      text(
        `No label ${label}, with which others on this engine name their tenant`,
        `缺少标签 ${label}，而该引擎上的其他容器以此标明租户`,
      ),
    );
  },
});
