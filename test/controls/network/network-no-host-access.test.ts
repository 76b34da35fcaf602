import { networkNoHostAccess } from '../../../src/controls/network/network-no-host-access.ts';
import { compliantNetwork, compliantOverlay } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(networkNoHostAccess, compliantNetwork, {
  pass: {
    'an overlay': { facts: compliantOverlay },
    'a driver that may': { facts: { driver: 'macvlan' }, params: { allowed: ['macvlan'] } },
  },
  fail: {
    macvlan: { facts: { driver: 'macvlan' } },
    ipvlan: { facts: { driver: 'ipvlan', internal: true } },
    'a driver that nobody named': { facts: { driver: 'vendor/wire:latest' } },
  },
  notApplicable: {
    'the host’s own': { facts: { driver: 'host' } },
    none: { facts: { driver: 'null' } },
  },
  unknown: { 'not read': { denied: ['/driver'] } },
});
