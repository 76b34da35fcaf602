import { workloadNoAddedGroups } from '../../../src/controls/workload/workload-no-added-groups.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const groups = (...all: readonly string[]) => ({ facts: { groups: all } });
const user = (uid: number, gid: number | null) => ({
  facts: { user: { configured: '', name: null, uid, gid } },
});
const host = [subjectOf('host', compliantHost, { id: 'host-1' })];

describeControl(workloadNoAddedGroups, compliantWorkload, {
  pass: {
    'root, who needs no group': user(0, 0),
    'a user of whose group nothing is said': user(1000, null),
    'a group of the application beside the user': { ...user(1000, 10_001), others: host },
    'a group of the application': { ...groups('10001'), others: host },
    'a group by name': groups('app'),
    'a number that is a harmless group of the host': { ...groups('1500'), others: host },
    'one that was taken off the list': { ...groups('disk'), params: { refused: ['root'] } },
  },
  fail: {
    'the group of root beside the user': user(1000, 0),
    "the number of the host's docker group beside the user": { ...user(1000, 998), others: host },
    'root by number': groups('0'),
    'root by number, with zeros before it': groups('00'),
    'root by name': groups('root'),
    'docker by name': groups('docker'),
    'disk by number': groups('6'),
    "the number of the host's docker group": { ...groups('998'), others: host },
    'one beside a harmless one': groups('10001', 'kmem'),
  },
  unknown: {
    'the user was not read': { denied: ['/user'] },
    'they were not read': { denied: ['/groups'] },
    "the number of the host's docker group, with no host in sight": groups('998'),
  },
});
