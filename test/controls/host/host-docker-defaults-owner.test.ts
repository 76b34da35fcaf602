import { hostDockerDefaultsOwner } from '../../../src/controls/host/host-docker-defaults-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: object) => ({ facts: { files: { dockerDefaults: change } } });

describeControl(hostDockerDefaultsOwner, compliantHost, {
  fail: {
    'another user': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 998, group: 'docker' }),
    'a user that is only called root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { dockerDefaults: null } } } },
  unknown: {
    'not read': { denied: ['/files/dockerDefaults'] },
    'the group was not read': { denied: ['/files/dockerDefaults/gid'] },
    'a link that was not followed': file({ type: 'symlink', uid: 1000 }),
  },
  says: {
    'another group': '/etc/default/docker belongs to user 0 and group 998',
  },
});
