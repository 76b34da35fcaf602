import { engineTcpAddress } from '../../../src/controls/engine/engine-tcp-address.ts';
import { compliantEngine, compliantListener } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const at = (address: string, allInterfaces = false) => ({
  facts: { listeners: [{ ...compliantListener, address, allInterfaces }] },
});

describeControl(engineTcpAddress, compliantEngine, {
  pass: {
    'an address of the list': { ...at('2001:db8::1'), params: { allowed: ['2001:db8::1'] } },
    'loopback, which is in no list': { ...at('127.0.0.1'), params: { allowed: ['192.0.2.1'] } },
  },
  fail: {
    'all of IPv4': at('0.0.0.0', true),
    'all of both': at('::', true),
    'all interfaces, whatever the list says': { ...at('::', true), params: { allowed: ['::'] } },
    'an address that is not of the list': { params: { allowed: ['192.0.2.11'] } },
  },
  notApplicable: { 'no TCP port at all': { facts: { listeners: [] } } },
  unknown: {
    'the sockets could not be read': { denied: ['/listeners'] },
    'seen from outside': {
      facts: { listeners: [compliantListener, null] },
      denied: ['/listeners/0/allInterfaces', '/listeners/1'],
    },
  },
  says: {
    'all of both': '[::]:2376 is all interfaces',
  },
});
