import { hostDataEncrypted } from '../../../src/controls/host/host-data-encrypted.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(hostDataEncrypted, compliantHost, {
  fail: { 'a plain disk': { facts: { dataRootSpace: { encrypted: false } } } },
  notApplicable: { 'no data root': { facts: { dataRootSpace: null } } },
  unknown: {
    'not read': { denied: ['/dataRootSpace'] },
    'what is below it was not read': { denied: ['/dataRootSpace/encrypted'] },
    'a snapshot of an older release': { facts: { dataRootSpace: { encrypted: undefined } } },
  },
  says: { 'a plain disk': 'No dm-crypt is below /var/lib/docker' },
});
