import { networkInterContainerTraffic } from '../../../src/controls/network/network-inter-container-traffic.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantNetwork, compliantOverlay } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const configured = (value: boolean) =>
  subjectOf('engine', {
    ...compliantEngine,
    interContainerTraffic: { effective: false, configured: value },
  });

describeControl(networkInterContainerTraffic, compliantNetwork, {
  around: [subjectOf('engine', compliantEngine)],
  pass: {
    'in force, whatever the file says': { others: [configured(true)] },
    'in force, with an engine whose configuration may not be read': {
      others: [
        subjectOf('engine', compliantEngine, {
          gaps: [{ path: '/interContainerTraffic/configured', reason: 'denied', detail: 'test' }],
        }),
      ],
    },
  },
  fail: {
    allowed: { facts: { interContainerTraffic: true }, others: [configured(true)] },
    'forbidden by the file, but not in force': {
      facts: { interContainerTraffic: true },
      others: [configured(false)],
    },
  },
  notApplicable: {
    'a network of one’s own': { facts: { defaultBridge: false, interContainerTraffic: true } },
    'an overlay': { facts: compliantOverlay },
    'a driver without the notion': { facts: { driver: 'nat', interContainerTraffic: null } },
  },
  // What is configured stands beside what is in force.
  beside: ['engine', 'engine /interContainerTraffic/configured'],
  unknown: { 'not read': { denied: ['/interContainerTraffic'] } },
});
