import { swarmRootCertificateRotated } from '../../../src/controls/swarm/swarm-root-certificate-rotated.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(swarmRootCertificateRotated, compliantSwarm, {
  pass: {
    'three years, to the day': {
      facts: { rootCertificate: { notBefore: '2023-11-25T12:00:00Z' } },
    },
  },
  fail: {
    'a day more': { facts: { rootCertificate: { notBefore: '2023-11-24T11:00:00Z' } } },
    'a limit of one’s own': { params: { maxDays: 90 } },
    'a rotation that hangs': { facts: { rootRotationInProgress: true } },
  },
  unknown: { 'not read': { denied: ['/rootCertificate'] } },
});
