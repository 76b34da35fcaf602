import { hostContainerOs } from '../../../src/controls/host/host-container-os.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const debian = {
  id: 'debian',
  version: '13',
  name: 'Debian GNU/Linux 13 (trixie)',
  containerOs: false,
};

describeControl(hostContainerOs, compliantHost, {
  pass: {
    'an image of one’s own': {
      facts: { os: { id: 'acme-box', containerOs: false } },
      params: { alsoAccepted: ['acme-box'] },
    },
  },
  fail: {
    'a general system': { facts: { os: debian } },
    'a name that only sounds like one': {
      facts: { os: { ...debian, name: 'Flatcar' } },
    },
  },
  unknown: { 'not read': { denied: ['/os'] } },
  says: {
    'a name that only sounds like one': 'Flatcar is a general-purpose system',
  },
});
