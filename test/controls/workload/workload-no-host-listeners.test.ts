import { workloadNoHostListeners } from '../../../src/controls/workload/workload-no-host-listeners.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const hosted = {
  ...compliantWorkload.namespaces,
  network: { mode: 'host', chain: [], resolved: 'host' },
};
const compliant = { ...compliantWorkload, namespaces: hosted, listeners: [] };
const on = (address: string, port = 9100) => ({ facts: { listeners: [{ address, port }] } });

describeControl(workloadNoHostListeners, compliant, {
  pass: {
    'on loopback': on('127.0.0.1'),
    'on loopback of IPv6': on('::1'),
    'on a port that is allowed': { ...on('0.0.0.0'), params: { allowed: ['9100'] } },
  },
  fail: {
    'on every interface': on('0.0.0.0'),
    'on every interface of IPv6': on('::'),
    'on one address': on('192.0.2.10'),
    'on another port than the allowed one': { ...on('::', 9101), params: { allowed: ['9100'] } },
    'through another container': {
      facts: {
        namespaces: { network: { mode: 'container', chain: ['workload-2'] } },
        ...on('0.0.0.0').facts,
      },
    },
  },
  notApplicable: {
    'a network of its own': {
      facts: { namespaces: { network: { mode: 'private', resolved: 'private' } } },
    },
    'it does not run': { facts: { ...stopped, listeners: undefined } },
  },
  unknown: {
    'they could not be read': { denied: ['/listeners'] },
    'they were not read': { facts: { listeners: undefined } },
  },
});
