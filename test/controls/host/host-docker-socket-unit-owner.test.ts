import { hostDockerSocketUnitOwner } from '../../../src/controls/host/host-docker-socket-unit-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: object) => ({ facts: { files: { dockerSocketUnit: change } } });

describeControl(hostDockerSocketUnitOwner, compliantHost, {
  fail: {
    'another user': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 998, group: 'docker' }),
    'a user that is only called root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { dockerSocketUnit: null } } } },
  unknown: {
    'not read': { denied: ['/files/dockerSocketUnit'] },
    'the group was not read': { denied: ['/files/dockerSocketUnit/gid'] },
    'a link that was not followed': file({ type: 'symlink', uid: 1000 }),
  },
  says: {
    'another group': '/usr/lib/systemd/system/docker.socket belongs to user 0 and group 998',
  },
});
