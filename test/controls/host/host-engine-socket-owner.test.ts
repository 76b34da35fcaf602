import { hostEngineSocketOwner } from '../../../src/controls/host/host-engine-socket-owner.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const socket = (engineSocket: Record<string, unknown>) => ({ facts: { files: { engineSocket } } });
const rootless = { path: '/run/user/1000/docker.sock', gid: 1000, group: 'li' };

const other = (facts: object) => ({
  facts: {
    files: { otherEngineSockets: [{ ...compliantHost.files.engineSocket, ...facts }] },
  },
});

describeControl(hostEngineSocketOwner, compliantHost, {
  pass: {
    'root’s own group': socket({ gid: 0, group: 'root' }),
    'a group of one’s own': {
      ...socket({ gid: 1500, group: 'ops' }),
      params: { groups: ['ops'] },
    },
    'the group by another name that comes before it': {
      facts: {
        files: { engineSocket: { gid: 998, group: 'moby' } },
        groups: [
          { name: 'moby', gid: 998, members: [] },
          { name: 'docker', gid: 998, members: [] },
        ],
      },
    },
    'another socket, a rootless engine’s': other({ ...rootless, uid: 1000 }),
    'a rootless engine’s': socket({ ...rootless, uid: 1000 }),
  },
  fail: {
    'a group that shares its name’s beginning alone': {
      facts: {
        files: { engineSocket: { gid: 1500, group: 'ops' } },
        groups: [{ name: 'docker-ops', gid: 1500, members: [] }],
      },
    },
    'another owner': socket({ uid: 1000 }),
    'another group': socket({ gid: 1500, group: 'ops' }),
    'another socket with another owner': other({ path: '/srv/x.sock', uid: 1000 }),
    'another socket with another group': other({ gid: 1500, group: 'ops' }),
    'another socket with another number of a group': other({ gid: 1500, group: 'docker', uid: 7 }),
    'a group without a name': socket({ gid: 4242, group: null }),
    'a rootless engine’s, in the hands of another user': socket({ ...rootless, uid: 1001 }),
  },
  notApplicable: { 'there is none': { facts: { files: { engineSocket: null } } } },
  unknown: {
    'not read': { denied: ['/files/engineSocket'] },
    'groups not read': { ...socket({ gid: 998, group: 'moby' }), denied: ['/groups'] },
    'other sockets not read': { denied: ['/files/otherEngineSockets/-'] },
    'a link that was not followed': socket({ type: 'symlink' }),
  },
  says: {
    'another socket with another group': '/run/docker.sock belongs to user 0 and group 1500',
  },
});
