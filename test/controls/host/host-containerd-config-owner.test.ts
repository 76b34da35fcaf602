import { hostContainerdConfigOwner } from '../../../src/controls/host/host-containerd-config-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: object) => ({ facts: { files: { containerdConfig: change } } });

describeControl(hostContainerdConfigOwner, compliantHost, {
  fail: {
    'another user': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 998, group: 'docker' }),
    'a user that is only called root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { containerdConfig: null } } } },
  unknown: {
    'not read': { denied: ['/files/containerdConfig'] },
    'the group was not read': { denied: ['/files/containerdConfig/gid'] },
    'a link that was not followed': file({ type: 'symlink', uid: 1000 }),
  },
  says: {
    'another group': '/etc/containerd/config.toml belongs to user 0 and group 998',
  },
});
