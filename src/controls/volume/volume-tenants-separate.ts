import { defineControl } from '../../core/controls/control.ts';
import { volume } from '../../core/subjects/volume.ts';
import { sharedByOneTenant } from '../blocks/tenant-users.ts';
import { noTenants, tenantParams } from '../blocks/tenants.ts';

export const volumeTenantsSeparate = defineControl({
  id: 'volume-tenants-separate',
  subject: volume,
  rating: ['breach', 'open'],
  title: {
    en: 'The volume is mounted by one tenant alone',
    zh: '卷仅由同一租户挂载',
  },
  failingTitle: {
    en: 'Several tenants mount the volume',
    zh: '卷被多个租户挂载',
  },
  rationale: {
    en: 'Anyone who mounts a volume reads what the others write, and usually writes what they read. Two tenants on one volume are one tenant, whatever keeps them apart elsewhere.',
    zh: '挂载同一个卷，即可读取对方写入的内容，通常还能改写对方读取的内容。两个租户共用一个卷，其他隔离措施便都失去意义。',
  },
  remediation: {
    en: 'Give each tenant a volume of its own, docker volume create TENANT-data, copy over what it owns, and hand over what must be shared through a service with an access control of its own.',
    zh: '为每个租户建立独立的卷：docker volume create 租户-data，并迁移其数据；确需共享的数据通过带访问控制的服务提供。',
  },
  references: [
    'https://docs.docker.com/engine/storage/volumes/#share-data-between-machines',
    'https://docs.docker.com/reference/cli/docker/volume/create/',
  ],
  params: tenantParams,
  // A file alone tells nothing of the tenants of an engine.
  applies: (v) => v.declared !== true || noTenants,
  check: (v, ctx) => sharedByOneTenant(v.usedBy, ctx),
});
