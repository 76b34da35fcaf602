import { hostDockerGroup } from '../../../src/controls/host/host-docker-group.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [rootGroup, docker, ops] = compliantHost.groups;
const groups = (...members: string[]) => ({ groups: [rootGroup, { ...docker, members }, ops] });
const socketOf = (gid: number, mode = 0o660) => ({ files: { engineSocket: { gid, mode } } });

describeControl(hostDockerGroup, compliantHost, {
  pass: {
    'root itself': { facts: groups('root') },
    'an approved member': { facts: groups('li'), params: { allowed: ['li'] } },
    'a socket that its group may not write to': { facts: socketOf(1500, 0o640) },
    'a socket of root’s group': { facts: socketOf(0) },
  },
  fail: {
    'a member': { facts: groups('li') },
    'a member of another group with the same number': {
      facts: { groups: [rootGroup, docker, { ...docker, name: 'ops', members: ['li'] }] },
    },
    'one of several is not approved': {
      facts: groups('li', 'wang'),
      params: { allowed: ['li'] },
    },
    'members of the group that the socket really has': { facts: socketOf(1500) },
    'members of the group that another socket has': {
      facts: {
        files: {
          otherEngineSockets: [{ ...compliantHost.files.engineSocket, gid: 1500, group: 'ops' }],
        },
      },
    },
    'a member, though the socket was not read': {
      facts: groups('li'),
      denied: ['/files/engineSocket'],
    },
    'a member, though no engine runs': {
      facts: { ...groups('li'), files: { engineSocket: null } },
    },
  },
  notApplicable: {
    'neither group nor socket': {
      facts: { groups: [rootGroup, ops], files: { engineSocket: null } },
    },
  },
  unknown: {
    'the groups were not read': { denied: ['/groups'] },
    'the socket was not read': { denied: ['/files/engineSocket'] },
    'other sockets were not read': { denied: ['/files/otherEngineSockets/-'] },
  },
});
