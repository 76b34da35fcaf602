import type { CheckContext } from '../../core/controls/check.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, type Verdict } from '../../core/controls/verdict.ts';
import { noTenants, tenantLabel, tenantOf, type TenantParams } from './tenants.ts';

/** Whose a workload is; a container of a service that says nothing itself is whose the service is. */
function ownerOf(
  w: WorkloadFacts,
  ctx: CheckContext<TenantParams>,
  label: string,
): string | undefined {
  const own = tenantOf(w, label);
  if (own !== undefined || w.service === null || w.origin !== 'container') return own;
  const service = ctx.find(workload, w.service.id);
  return service && tenantOf(service, label);
}

const unused = notApplicable(text('No workload of a tenant uses it', '没有任何租户的工作负载使用'));

/** Judges whether all who use a thing belong to one tenant; who names none is not of that tenant. */
export function sharedByOneTenant(
  users: readonly string[],
  ctx: CheckContext<TenantParams>,
): true | Verdict {
  const label = tenantLabel(ctx);
  if (label === undefined) return noTenants;
  const owners = users.map((id) => {
    const user = ctx.find(workload, id);
    return user && ownerOf(user, ctx, label);
  });
  const tenants = [...new Set(owners.filter((owner) => owner !== undefined))].sort();
  if (tenants.length === 0) return unused;
  const others = owners.filter((owner) => owner === undefined).length;
  if (tenants.length === 1 && others === 0) return true;
  const named = tenants.join(', ');
  return fail(
    others === 0
      ? text(`Shared by the tenants ${named}`, `由多个租户共用：${tenants.join('、')}`)
      : text(
          `Shared by ${named} and by ${others} workloads that name no tenant`,
          `由 ${tenants.join('、')} 与 ${others} 个未标明租户的工作负载共用`,
        ),
  );
}
