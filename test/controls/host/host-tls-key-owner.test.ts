import { hostTlsKeyOwner } from '../../../src/controls/host/host-tls-key-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: object) => ({ facts: { files: { tlsServerKey: change } } });

describeControl(hostTlsKeyOwner, compliantHost, {
  fail: {
    'another user': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 998, group: 'docker' }),
    'a user that is only called root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { tlsServerKey: null } } } },
  unknown: {
    'not read': { denied: ['/files/tlsServerKey'] },
    'the group was not read': { denied: ['/files/tlsServerKey/gid'] },
    'a link that was not followed': file({ type: 'symlink', uid: 1000 }),
  },
  says: {
    'another group': '/etc/docker/server-key.pem belongs to user 0 and group 998',
  },
});
