import type { CheckContext } from '../core/check.ts';
import { workload, type WorkloadFacts } from '../core/subjects/workload.ts';
import { text } from '../core/text.ts';
import { fail, notApplicable, unknown, type Verdict } from '../core/verdict.ts';

/**
 * Labels that tell whose a workload is, in the order in which they count: one of the operator's own, then
 * those in which Rancher keeps its environment. Compose's project and a stack's namespace are not among
 * them: most often they tell an application, and several of one tenant's meet on purpose.
 */
export const tenantLabels: readonly string[] = [
  'tenant',
  'io.rancher.environment.uuid',
  'io.rancher.project.name',
];

/** What the parameter that names them means. */
export const tenantLabelsMeta = {
  en: 'Labels that tell whose a workload is; the first that it has counts. By default one of your own, then Rancher’s environment; add com.docker.compose.project or com.docker.stack.namespace where each project or stack is a tenant.',
  zh: '标明工作负载所属租户的标签，取其具有的第一个。默认先取自定义的 tenant 标签，再取 Rancher 的环境标签；若以 Compose 项目或 stack 划分租户，可加入 com.docker.compose.project 或 com.docker.stack.namespace。',
} as const;

/** Whose a workload is; `undefined` when no label says so. A container of a service is whose the service is. */
export function tenantOf(
  w: WorkloadFacts,
  ctx: CheckContext,
  names: readonly string[],
): string | undefined {
  const own = firstOf(w.labels, names);
  if (own !== undefined || w.service === null || w.origin !== 'container') return own;
  const service = ctx.find(workload, w.service.id);
  return service && firstOf(service.labels, names);
}

function firstOf(labels: WorkloadFacts['labels'], names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = labels[name];
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** Judges whether those who share something belong to one tenant; without any label there is nothing to judge. */
export function judgeTenants(
  ids: readonly string[],
  ctx: CheckContext<{ labels: readonly string[] }>,
): boolean | Verdict {
  const users = ids.flatMap((id) => ctx.find(workload, id) ?? []);
  const owners = users.map((user) => tenantOf(user, ctx, ctx.params.labels));
  const tenants = [...new Set(owners.filter((owner) => owner !== undefined))].sort();
  if (tenants.length > 1) {
    return fail(
      text(
        `It is shared by the tenants ${tenants.join(', ')}`,
        `由多个租户共用：${tenants.join('、')}`,
      ),
    );
  }
  const [tenant] = tenants;
  if (tenant === undefined) {
    return notApplicable(
      text('Nothing that uses it bears the label of a tenant', '使用方均未带租户标签'),
    );
  }
  const others = owners.filter((owner) => owner === undefined).length;
  if (others === 0) return true;
  return unknown(
    text(
      `Beside ${tenant}, ${others} of its users bear no label of a tenant`,
      `除租户 ${tenant} 外，另有 ${others} 个使用方未带租户标签，无法判断归属`,
    ),
  );
}
