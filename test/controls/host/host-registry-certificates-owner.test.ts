import { hostRegistryCertificatesOwner } from '../../../src/controls/host/host-registry-certificates-owner.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const right = rootFile('/etc/docker/certs.d/registry.example.org/ca.crt', 0o444);
const files = (...changes: object[]) => ({
  facts: { registryCertificates: changes.map((change) => ({ ...right, ...change })) },
});

describeControl(hostRegistryCertificatesOwner, compliantHost, {
  fail: {
    'another user': files({ uid: 1000, owner: 'li' }),
    'another group': files({ gid: 998, group: 'docker' }),
    'one of several': files({}, { uid: 1000 }),
    'a directory': files({ type: 'directory', uid: 1000 }),
  },
  notApplicable: { 'there are none': files() },
  unknown: {
    'not read': { denied: ['/registryCertificates'] },
    'one was not read': { ...files({}, {}), denied: ['/registryCertificates/1/uid'] },
  },
  says: {
    'another group':
      '/etc/docker/certs.d/registry.example.org/ca.crt belongs to user 0 and group 998',
  },
});
