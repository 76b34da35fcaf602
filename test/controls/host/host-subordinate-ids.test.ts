import { hostSubordinateIds } from '../../../src/controls/host/host-subordinate-ids.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { subjectOf } from '../../support/judge.ts';

const range = (owner: string, start: number, count = 65_536, line = 1) => ({
  owner,
  start,
  count,
  line,
});
const users = (...ranges: object[]) => ({ facts: { subordinateIds: { users: ranges } } });
const engineAt = (dataRoot: string) => subjectOf('engine', { ...compliantEngine, dataRoot });
const none = { facts: { subordinateIds: { users: [], groups: [] } } };

describeControl(hostSubordinateIds, compliantHost, {
  around: [engineAt('/var/lib/docker/231072.231072')],
  pass: {
    'two that lie side by side': users(
      range('dockremap', 231_072),
      range('li', 296_608, 65_536, 2),
    ),
    'two of one account': users(range('dockremap', 231_072), range('dockremap', 231_072, 10, 2)),
    'a range of nothing': users(range('dockremap', 231_072), range('li', 231_072, 0, 2)),
    'no engine that remaps': { others: [engineAt('/var/lib/docker')] },
  },
  fail: {
    'two that share a number': users(range('dockremap', 231_072), range('li', 296_607, 65_536, 2)),
    'a real account': users(range('dockremap', 1000, 500_000)),
    'groups that share a number': {
      facts: {
        subordinateIds: { groups: [range('dockremap', 231_072), range('li', 231_072, 65_536, 2)] },
      },
    },
    'a real group': { facts: { subordinateIds: { groups: [range('dockremap', 900, 500_000)] } } },
    'not what the engine maps to': { others: [engineAt('/var/lib/docker/100000.100000')] },
    'nothing, and an engine that remaps': none,
  },
  notApplicable: {
    'none, and no engine that remaps': { ...none, others: [engineAt('/var/lib/docker')] },
  },
  unknown: {
    'not read': { denied: ['/subordinateIds'] },
    'the accounts were not read': { denied: ['/accounts'] },
    'the engines were not read': {
      ...none,
      others: [
        subjectOf('engine', compliantEngine, {
          gaps: [{ path: '/dataRoot', reason: 'denied', detail: 'test' }],
        }),
      ],
    },
  },
  says: {
    'a real account':
      'Shared numbers: /etc/subuid:1 dockremap / li (1000); /etc/subuid:1 dockremap / wang (1001)',
    'a real group':
      'Shared numbers: /etc/subgid:1 dockremap / docker (998); /etc/subgid:1 dockremap / ops (1500)',
  },
});
