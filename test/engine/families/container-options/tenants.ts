import type { Container } from '../../harness/containers.ts';

const environment = '--label=io.rancher.environment.uuid';

/** Containers of two tenants on one engine, by the label that Rancher writes. */
export const tenants: readonly Container[] = [
  {
    name: 'tenant-a',
    options: `${environment}=a --volume=shared:/data`,
    expect: {
      'workload-tenant-labelled': 'pass',
      'workload-tenant-volumes-separate': 'fail',
      'workload-placed-by-tenant': 'fail',
    },
  },
  {
    name: 'tenant-b',
    options: `${environment}=b --volume=shared:/data:ro`,
    expect: { 'workload-tenant-labelled': 'pass', 'workload-tenant-volumes-separate': 'fail' },
  },
  {
    name: 'tenant-b-alone',
    options: `${environment}=b --volume=separate:/data`,
    expect: { 'workload-tenant-volumes-separate': 'pass' },
  },
  {
    name: 'tenant-of-nobody',
    options: '--label=tenant=a',
    expect: { 'workload-tenant-labelled': 'fail' },
  },
];
