import { hostDockerClientKeyMode } from '../../../src/controls/host/host-docker-client-key-mode.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({
  facts: { files: { clientKey: rootFile('/root/.docker/key.pem', bits) } },
});

describeControl(hostDockerClientKeyMode, compliantHost, {
  pass: { 'root may replace it': mode(0o600) },
  fail: {
    'the group may read it': mode(0o440),
    'everybody may read it': mode(0o444),
    'everybody but the group may read it': mode(0o404),
    '0600 where 0400 is asked for': { ...mode(0o600), params: { allowed: 0o400 } },
  },
  notApplicable: { 'there is none': { facts: { files: { clientKey: null } } } },
  unknown: { 'it could not be looked at': { denied: ['/files/clientKey'] } },
  says: {
    'the group may read it': '/root/.docker/key.pem has mode 0440, and 0600 is the most',
  },
});
