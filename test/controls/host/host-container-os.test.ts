import { hostContainerOs } from '../../../src/controls/host/host-container-os.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const flatcar = {
  id: 'flatcar',
  version: '4230.2.1',
  name: 'Flatcar Container Linux',
  containerOs: true,
};

describeControl(
  hostContainerOs,
  { ...compliantHost, os: flatcar },
  {
    pass: {
      'an image of one’s own': {
        facts: { os: { id: 'acme-box', containerOs: false } },
        params: { alsoAccepted: ['acme-box'] },
      },
    },
    fail: {
      'a general system': { facts: { os: compliantHost.os } },
      'a name that only sounds like one': {
        facts: { os: { ...compliantHost.os, name: 'Flatcar' } },
      },
    },
    unknown: { 'not read': { denied: ['/os'] } },
  },
);
