import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { noTenants, tenantOf, tenantParams } from '../blocks/tenants.ts';

/** More names than these make no sentence. */
const shown = 5;

export const engineTenantsSeparateHosts = defineControl({
  id: 'engine-tenants-separate-hosts',
  subject: engine,
  // The kernel must give way.
  rating: ['breach', 'remote'],
  title: {
    en: 'The engine runs the containers of one tenant',
    zh: '同一引擎只运行一个租户的容器',
  },
  failingTitle: {
    en: 'The engine runs containers of several tenants',
    zh: '同一引擎运行多个租户的容器',
  },
  rationale: {
    en: 'Containers share the kernel. What gets through it gets from one tenant to the next, so that tenants who must not trust one another are kept apart by machines.',
    zh: '容器共用内核，突破内核即可从一个租户进入另一个租户。互不信任的租户应以主机为界隔离。',
  },
  remediation: {
    en: 'Give each tenant hosts of its own, and hold its services to them: docker node update --label-add tenant=shop NODE and --constraint node.labels.tenant==shop; in Rancher, an environment of its own for each tenant.',
    zh: '为每个租户分配专用主机并约束其服务：docker node update --label-add tenant=shop NODE，配合 --constraint node.labels.tenant==shop；Rancher 中为每个租户建立独立环境。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/services/#placement-constraints',
    'https://github.com/rancher/rancher.github.io/blob/master/rancher/v1.6/en/environments/index.md',
  ],
  params: tenantParams,
  check: (e, { params, all }) => {
    const label = params.labels.find((each) => e.labelNames.includes(each));
    if (label === undefined) return noTenants;
    const tenants = new Set<string>();
    // A service is declared once for the whole Swarm: only its containers are here.
    for (const w of all(workload)) {
      const tenant = w.origin === 'container' ? tenantOf(w, label) : undefined;
      if (tenant !== undefined) tenants.add(tenant);
    }
    if (tenants.size === 0) {
      return notApplicable(text('No container on it says whose it is', '其上没有容器标明所属租户'));
    }
    if (tenants.size === 1) return true;
    const names = [...tenants].sort();
    const more = names.length > shown ? ', …' : '';
    return fail(
      text(
        `Containers of ${names.length} tenants are on it: ${names.slice(0, shown).join(', ')}${more}`,
        `其上有 ${names.length} 个租户的容器：${names.slice(0, shown).join('、')}${more === '' ? '' : '…'}`,
      ),
    );
  },
});
