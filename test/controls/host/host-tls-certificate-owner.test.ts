import { hostTlsCertificateOwner } from '../../../src/controls/host/host-tls-certificate-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: object) => ({ facts: { files: { tlsServerCertificate: change } } });

describeControl(hostTlsCertificateOwner, compliantHost, {
  fail: {
    'another user': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 998, group: 'docker' }),
    'a user that is only called root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { tlsServerCertificate: null } } } },
  unknown: {
    'not read': { denied: ['/files/tlsServerCertificate'] },
    'the group was not read': { denied: ['/files/tlsServerCertificate/gid'] },
    'a link that was not followed': file({ type: 'symlink', uid: 1000 }),
  },
  says: {
    'another group': '/etc/docker/server.pem belongs to user 0 and group 998',
  },
});
