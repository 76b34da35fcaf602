import { hostOsSupported } from '../../../src/controls/host/host-os-supported.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

/** Snapshots of tests are taken on 2026-11-24. */
const os = (id: string, version: string) => ({
  facts: { os: { id, version, name: `${id} ${version}`, containerOs: false } },
});

describeControl(hostOsSupported, compliantHost, {
  params: { ends: { 'flatcar 4459': '2027-06-30' } },
  pass: {
    'a release of the table': os('debian', '13'),
    'a minor release': os('rhel', '9.6'),
    'its last day': { ...os('own', '1'), params: { ends: { 'own 1': '2026-11-24' } } },
  },
  fail: {
    'since August': os('debian', '11'),
    'an old one': os('centos', '7'),
    yesterday: { ...os('own', '1'), params: { ends: { 'own 1': '2026-11-23' } } },
  },
  notApplicable: { 'one that is replaced as a whole': { params: {} } },
  unknown: {
    'a system that the table does not know': os('somewhere', '1'),
    'not read': { denied: ['/os'] },
  },
  says: { yesterday: 'The support of own 1 ended on 2026-11-23' },
});
