import { hostDataRootSpace } from '../../../src/controls/host/host-data-root-space.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const space = (change: object) => ({ facts: { dataRootSpace: change } });

describeControl(hostDataRootSpace, compliantHost, {
  pass: {
    'just enough': space({ size: 100, free: 10 }),
    'no fixed number of files': space({ files: 0, freeFiles: 0 }),
    'less, which is enough for one’s own policy': {
      ...space({ size: 100, free: 5 }),
      params: { freePercent: 5 },
    },
  },
  fail: {
    'hardly any bytes': space({ size: 100, free: 9 }),
    'hardly any files': space({ files: 1000, freeFiles: 3 }),
    'an empty answer': space({ size: 0, free: 0 }),
  },
  notApplicable: { 'no data root': { facts: { dataRootSpace: null } } },
  unknown: {
    'not read': { denied: ['/dataRootSpace'] },
    'the files were not read': { denied: ['/dataRootSpace/freeFiles'] },
  },
  says: {
    'hardly any bytes': '/var/lib/docker: 9 % of the space and 83 % of the files are left',
  },
});
