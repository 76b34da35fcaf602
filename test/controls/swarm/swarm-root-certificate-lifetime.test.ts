import { swarmRootCertificateLifetime } from '../../../src/controls/swarm/swarm-root-certificate-lifetime.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

const ends = (rootCertificateExpiresAt: string) => ({ facts: { rootCertificateExpiresAt } });

describeControl(swarmRootCertificateLifetime, compliantSwarm, {
  pass: {
    'exactly as long as asked': { ...ends('2026-12-24T12:00:00Z'), params: { minDays: 30 } },
  },
  fail: {
    'too soon': ends('2027-02-01T00:00:00Z'),
    'it has ended': { ...ends('2026-11-24T11:59:59Z'), params: { minDays: 0 } },
    'a rotation is not done': { facts: { rootRotationInProgress: true } },
    'a rotation is not done, and the end was not read': {
      facts: { rootRotationInProgress: true },
      denied: ['/rootCertificateExpiresAt'],
    },
  },
  unknown: { 'the certificate was not read': { denied: ['/rootCertificateExpiresAt'] } },
});
