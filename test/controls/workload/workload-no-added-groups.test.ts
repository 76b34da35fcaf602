import { workloadNoAddedGroups } from '../../../src/controls/workload/workload-no-added-groups.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const groups = (...all: readonly string[]) => ({ facts: { groups: all } });
const host = [subjectOf('host', compliantHost, { id: 'host-1' })];

describeControl(workloadNoAddedGroups, compliantWorkload, {
  pass: {
    'a group of the application': { ...groups('10001'), others: host },
    'a group by name': groups('app'),
    'a number that is a harmless group of the host': { ...groups('1500'), others: host },
    'one that was taken off the list': { ...groups('disk'), params: { refused: ['root'] } },
  },
  fail: {
    'root by number': groups('0'),
    'root by number, with zeros before it': groups('00'),
    'root by name': groups('root'),
    'docker by name': groups('docker'),
    'disk by number': groups('6'),
    "the number of the host's docker group": { ...groups('998'), others: host },
    'one beside a harmless one': groups('10001', 'kmem'),
  },
  unknown: {
    'they were not read': { denied: ['/groups'] },
    "the number of the host's docker group, with no host in sight": groups('998'),
  },
});
