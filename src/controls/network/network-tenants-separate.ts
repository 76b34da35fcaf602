import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { sharedByOneTenant } from '../blocks/tenant-users.ts';
import { noTenants, tenantParams } from '../blocks/tenants.ts';

export const networkTenantsSeparate = defineControl({
  id: 'network-tenants-separate',
  subject: network,
  // The service of the other tenant has an access control of its own, or a flaw.
  rating: ['breach', 'one step'],
  title: {
    en: 'The network joins workloads of one tenant alone',
    zh: '网络仅连接同一租户的工作负载',
  },
  failingTitle: {
    en: 'The network joins workloads of several tenants',
    zh: '网络连接了多个租户的工作负载',
  },
  rationale: {
    en: 'On one network every container reaches every other, on any port, without a rule in between. One that is taken over at one tenant’s is then at the door of all the others’ services.',
    zh: '同一网络中的容器可访问彼此的任意端口，其间没有任何访问控制。一个租户的容器失陷，即可直接触及其他租户的全部服务。',
  },
  remediation: {
    en: 'Make a network for each tenant, docker network create TENANT, and move the containers: docker network connect TENANT NAME, docker network disconnect SHARED NAME. Put a proxy that serves several on each of their networks instead of all of them on its own.',
    zh: '为每个租户建立独立网络并迁移容器：docker network create 租户网络；docker network connect 租户网络 容器；docker network disconnect 共用网络 容器。共用的代理应分别接入各租户网络，而不是让各租户都接入代理的网络。',
  },
  references: [
    'https://docs.docker.com/engine/network/',
    'https://docs.docker.com/engine/network/drivers/bridge/',
  ],
  params: tenantParams,
  applies: (n) => {
    // A file alone tells nothing of the tenants of an engine.
    if (n.declared === true) return noTenants;
    if (n.driver === 'null') {
      return notApplicable(text('Nothing is on this network', '该网络不连接任何容器'));
    }
    return (
      n.interContainerTraffic !== false ||
      notApplicable(text('Those on it cannot talk to one another', '网络内的容器之间已禁止互访'))
    );
  },
  check: (n, ctx) => sharedByOneTenant(n.usedBy, ctx),
});
