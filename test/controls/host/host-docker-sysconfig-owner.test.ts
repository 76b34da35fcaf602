import { hostDockerSysconfigOwner } from '../../../src/controls/host/host-docker-sysconfig-owner.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: object) => ({ facts: { files: { dockerSysconfig: change } } });

describeControl(
  hostDockerSysconfigOwner,
  {
    ...compliantHost,
    files: { ...compliantHost.files, dockerSysconfig: rootFile('/etc/sysconfig/docker', 0o644) },
  },
  {
    fail: {
      'another user': file({ uid: 1000, owner: 'li' }),
      'another group': file({ gid: 998, group: 'docker' }),
      'a user that is only called root': file({ uid: 1000, owner: 'root' }),
    },
    notApplicable: { 'there is none': { facts: { files: { dockerSysconfig: null } } } },
    unknown: {
      'not read': { denied: ['/files/dockerSysconfig'] },
      'the group was not read': { denied: ['/files/dockerSysconfig/gid'] },
      'a link that was not followed': file({ type: 'symlink', uid: 1000 }),
    },
    says: {
      'another group': '/etc/sysconfig/docker belongs to user 0 and group 998',
    },
  },
);
