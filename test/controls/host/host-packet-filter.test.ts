import { hostPacketFilter } from '../../../src/controls/host/host-packet-filter.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [first] = compliantHost.defence?.firewall ?? [];
const firewall = (...changes: readonly object[]) => ({
  facts: { defence: { firewall: changes.map((change) => ({ ...first, ...change })) } },
});

describeControl(hostPacketFilter, compliantHost, {
  pass: { 'one of two': firewall({ service: 'ufw', incoming: 'not-filtered' }, {}) },
  fail: {
    none: firewall(),
    'one that lets through': firewall({ incoming: 'let-through' }),
    'one without rules': firewall({ service: 'ufw', incoming: 'not-filtered' }),
  },
  unknown: {
    'not read': { denied: ['/defence'] },
    'one was not understood': {
      ...firewall({ incoming: 'let-through' }),
      denied: ['/defence/firewall/0/incoming'],
    },
    'a snapshot of an older release': { facts: { defence: undefined } },
  },
  says: {
    none: 'No packet filter starts with the host',
    'one that lets through': 'Lets in what no rule is about: nftables (/etc/nftables.conf)',
  },
});
