import { swarmNodeCertificateLifetime } from '../../../src/controls/swarm/swarm-node-certificate-lifetime.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

const days = (count: number) => ({ facts: { nodeCertificateSeconds: count * 86_400 } });

describeControl(swarmNodeCertificateLifetime, compliantSwarm, {
  pass: { 'what a Swarm starts with': days(90), 'an hour': days(1 / 24) },
  fail: {
    'an hour too long': days(90 + 1 / 24),
    'over a tailored limit': { ...days(30), params: { maxDays: 7 } },
    'zero is no lifetime': days(0),
  },
  unknown: {
    'an external authority decides': { facts: { externalAuthorities: 1 } },
    'not read': { denied: ['/nodeCertificateSeconds'] },
  },
});
