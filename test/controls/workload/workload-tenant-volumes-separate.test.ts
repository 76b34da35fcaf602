import { workloadTenantVolumesSeparate } from '../../../src/controls/workload/workload-tenant-volumes-separate.ts';
import { bindOf, compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const label = 'io.rancher.environment.uuid';
const data = bindOf('data', { type: 'volume', hostPath: null });
const compliant = { ...compliantWorkload, labels: { [label]: 'shop' }, mounts: [data] };

const other = (tenant: string | undefined, ...mounts: readonly unknown[]) =>
  subjectOf(
    'workload',
    { ...compliantWorkload, labels: tenant === undefined ? {} : { [label]: tenant }, mounts },
    { id: 'workload-2' },
  );
const volume = (...usedBy: readonly string[]) =>
  subjectOf('volume', { ...compliantVolume, usedBy }, { id: 'data' });
const inUse = engineBeside({ labelNames: [label] });
const diskAs = (name: string, device: string) =>
  bindOf(name, { type: 'volume', hostPath: null, device });
const alone = [inUse, volume('workload-1')];
const mounts = (...all: readonly unknown[]) => ({ facts: { mounts: all } });

describeControl(workloadTenantVolumesSeparate, compliant, {
  around: alone,
  pass: {
    'a disk that each has for itself': {
      ...mounts(diskAs('data', '/dev/sdb1')),
      others: [inUse, other('bank', diskAs('data-2', '/dev/sdc1'))],
    },
    'a volume shared with one’s own': {
      others: [inUse, volume('workload-1', 'workload-2'), other('shop', data)],
    },
    'a host path that each has for itself': {
      ...mounts(bindOf('/srv/shop')),
      others: [inUse, other('bank', bindOf('/srv/bank'))],
    },
    'a host path that all only read': {
      ...mounts(bindOf('/etc/localtime', { readOnly: true })),
      others: [inUse, other('bank', bindOf('/etc/localtime', { readOnly: true }))],
    },
    'no mounts': mounts(),
  },
  fail: {
    'one disk by way of two volumes': {
      ...mounts(diskAs('data', '/dev/sdb1')),
      others: [inUse, other('bank', diskAs('data-2', '/dev/sdb1'))],
    },
    'a volume of another tenant': {
      others: [inUse, volume('workload-1', 'workload-2'), other('bank', data)],
    },
    'a volume of nobody': {
      others: [inUse, volume('workload-1', 'workload-2'), other(undefined, data)],
    },
    'a host path that it writes and another tenant reads': {
      ...mounts(bindOf('/srv/data')),
      others: [inUse, other('bank', bindOf('/srv/data', { readOnly: true }))],
    },
    'a directory above that of another tenant': {
      ...mounts(bindOf('/srv')),
      others: [inUse, other('bank', bindOf('/srv/bank'))],
    },
    'by way of a volume with a device option': {
      ...mounts(bindOf('data', { type: 'volume', hostPath: '/srv/data' })),
      others: [inUse, volume('workload-1'), other('bank', bindOf('/srv/data'))],
    },
    'of a stopped one': {
      facts: stopped,
      others: [inUse, volume('workload-1', 'workload-2'), other('bank', data)],
    },
  },
  notApplicable: {
    'no label is in use': { others: [engineBeside({ labelNames: [] })] },
    'what a file describes': { facts: { origin: 'compose-service' } },
  },
  unknown: {
    'the mounts were not read': { denied: ['/mounts'] },
    'its labels were not read': { denied: ['/labels'] },
    'who mounts a volume was not read': {
      others: [
        inUse,
        {
          ...volume('workload-1'),
          gaps: [{ path: '/usedBy', reason: 'denied', detail: 'test' }],
        },
      ],
    },
  },
});
