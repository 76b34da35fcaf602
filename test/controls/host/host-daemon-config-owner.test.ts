import { hostDaemonConfigOwner } from '../../../src/controls/host/host-daemon-config-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (change: Record<string, unknown>) => ({ facts: { files: { daemonConfig: change } } });

describeControl(hostDaemonConfigOwner, compliantHost, {
  pass: {
    'the numbers count, not the names': file({ owner: null, group: 'wheel' }),
  },
  fail: {
    'another owner': file({ uid: 1000, owner: 'li' }),
    'another group': file({ gid: 1500, group: 'ops' }),
    'another number by the name of root': file({ uid: 1000, owner: 'root' }),
  },
  notApplicable: { 'there is none': { facts: { files: { daemonConfig: null } } } },
  unknown: {
    'not read': { denied: ['/files/daemonConfig'] },
    'a link that was not followed': file({ type: 'symlink' }),
  },
  says: {
    'another owner': '/etc/docker/daemon.json belongs to user 1000 and group 0',
  },
});
