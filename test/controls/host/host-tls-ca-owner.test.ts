import { hostTlsCaOwner } from '../../../src/controls/host/host-tls-ca-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: object) => ({ facts: { files: { tlsCaCertificate: change } } });

describeControl(hostTlsCaOwner, compliantHost, {
  fail: {
    'another user': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 998, group: 'docker' }),
    'a user that is only called root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { tlsCaCertificate: null } } } },
  unknown: {
    'not read': { denied: ['/files/tlsCaCertificate'] },
    'the group was not read': { denied: ['/files/tlsCaCertificate/gid'] },
    'a link that was not followed': file({ type: 'symlink', uid: 1000 }),
  },
  says: {
    'another group': '/etc/docker/ca.pem belongs to user 0 and group 998',
  },
});
