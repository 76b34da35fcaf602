import type { CheckContext } from '../../core/controls/check.ts';
import { defineControl } from '../../core/controls/control.ts';
import { volume } from '../../core/subjects/volume.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, type Verdict } from '../../core/controls/verdict.ts';
import { diskOf } from '../blocks/data-disks.ts';
import { pathsMeet } from '../../syntax/paths/listed-paths.ts';
import {
  noTenants,
  tenantLabel,
  tenantOf,
  tenantParams,
  type TenantParams,
} from '../blocks/tenants.ts';
import type { Mount } from '../blocks/workload/host-path-mounts.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

/** All that is needed to tell who else has what a workload mounts. */
interface Question {
  readonly label: string;
  readonly tenant: string | undefined;
  readonly ctx: CheckContext<TenantParams>;
}

const shared = (what: string, other: string | undefined): Verdict =>
  fail(
    text(
      `${what} is mounted by ${other === undefined ? 'a workload that names no tenant' : `the tenant ${other}`} as well`,
      `${what} 同时被${other === undefined ? '未标明租户的容器' : `租户 ${other} `}挂载`,
    ),
  );

/** A volume knows who mounts it. */
function volumeShared({ source }: Mount, { label, tenant, ctx }: Question): Verdict | undefined {
  for (const id of ctx.find(volume, source)?.usedBy ?? []) {
    const user = ctx.find(workload, id);
    if (user === undefined) continue;
    const other = tenantOf(user, label);
    if (other !== tenant) return shared(source, other);
  }
  return undefined;
}

/** Volumes of any name are one where they mount the same disk. */
function diskShared(disk: string, { label, tenant, ctx }: Question): Verdict | undefined {
  for (const other of ctx.all(workload)) {
    const theirs = tenantOf(other, label);
    if (theirs === tenant) continue;
    if (other.mounts.some((mount) => diskOf(mount) === disk)) return shared(disk, theirs);
  }
  return undefined;
}

/** A host path is one with another that holds it; what all only read is no way from one to the other. */
function pathShared(path: string, { label, tenant, ctx }: Question): Verdict | undefined {
  for (const other of ctx.all(workload)) {
    const theirs = tenantOf(other, label);
    if (theirs === tenant) continue;
    const meets = other.mounts.some(
      (mount) =>
        diskOf(mount) === undefined && mount.hostPath !== null && pathsMeet(path, mount.hostPath),
    );
    if (meets) return shared(path, theirs);
  }
  return undefined;
}

function findShared(w: WorkloadFacts, question: Question): Verdict | undefined {
  for (const mount of w.mounts) {
    if (mount.type === 'volume') {
      const found = volumeShared(mount, question);
      if (found) return found;
    }
    const disk = diskOf(mount);
    if (disk !== undefined) {
      const found = diskShared(disk, question);
      if (found) return found;
      continue;
    }
    const { hostPath } = mount;
    if (hostPath === null || mount.readOnly) continue;
    const found = pathShared(hostPath, question);
    if (found) return found;
  }
  return undefined;
}

export const workloadTenantVolumesSeparate = defineControl({
  id: 'workload-tenant-volumes-separate',
  subject: workload,
  rating: ['breach', 'open'],
  title: {
    en: 'The container shares no volume and no writable path with another tenant',
    zh: '容器未与其他租户共享卷或可写目录',
  },
  failingTitle: {
    en: 'The container shares a volume or a writable path with another tenant',
    zh: '容器与其他租户共享卷或可写目录',
  },
  rationale: {
    en: 'What two tenants mount, each can read and, if it writes, falsify of the other: no network rule and no user of the container stands between them.',
    zh: '两个租户共同挂载的内容可被对方读取，可写时还能被篡改：任何网络规则或容器用户都无法阻隔。',
  },
  remediation: {
    en: 'Give each tenant a volume or a directory of its own: docker volume create shop-data and --volume shop-data:/data. What must pass between tenants goes over an interface that authenticates.',
    zh: '为每个租户创建独立的卷或目录：docker volume create shop-data，并以 --volume shop-data:/data 挂载。租户间确需交换的数据应通过有身份鉴别的接口传递。',
  },
  references: [
    'https://docs.docker.com/engine/storage/volumes/',
    'https://docs.docker.com/engine/manage-resources/labels/',
  ],
  params: tenantParams,
  check: (w, ctx) => {
    if (isDescribedByFile(w)) return noTenants;
    const label = tenantLabel(ctx);
    if (label === undefined) return noTenants;
    return findShared(w, { label, tenant: tenantOf(w, label), ctx }) ?? true;
  },
});
