import { hostContainerdSocketOwner } from '../../../src/controls/host/host-containerd-socket-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: Record<string, unknown>) => ({
  facts: { files: { containerdSocket: change } },
});

describeControl(hostContainerdSocketOwner, compliantHost, {
  pass: {
    'the numbers count, not the names': file({ owner: null, group: 'wheel' }),
  },
  fail: {
    'another owner': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 1500, group: 'ops' }),
    'the docker group': file({ gid: 998, group: 'docker' }),
    'another number by the name of root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { containerdSocket: null } } } },
  unknown: {
    'not read': { denied: ['/files/containerdSocket'] },
    'a link that was not followed': file({ type: 'symlink' }),
  },
  says: {
    'the docker group': '/run/containerd/containerd.sock belongs to user 0 and group 998',
  },
});
