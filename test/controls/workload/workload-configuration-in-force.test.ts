import { expect, test } from 'vitest';
import { workloadConfigurationInForce } from '../../../src/controls/workload/workload-configuration-in-force.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { differenceSaid } from '../../../src/controls/blocks/workload/changed-since.ts';

const lifted = { setting: 'memory', configured: '128 MiB', inForce: 'none' };

const lowered = { setting: 'memory', configured: '128 MiB', inForce: '64 MiB', stricter: true };

describeControl(workloadConfigurationInForce, compliantWorkload, {
  pass: {
    'a lower limit is said': {
      facts: { differences: [lowered] },
      message: 'memory: configured 128 MiB, in force 64 MiB',
    },
  },
  fail: {
    'a link that leads elsewhere since the start': {
      facts: {
        differences: [
          {
            ...{ setting: 'mount /data', configured: '/srv/link' },
            ...{ inForce: '/srv/old', nextStart: '/etc' },
          },
        ],
      },
      message:
        'mount /data: in force /srv/old; the next start mounts /etc, where /srv/link leads now',
    },
    'a limit was lifted': { facts: { differences: [lifted] } },
    'one was lifted, and another lowered': {
      facts: { differences: [lowered, { ...lifted, setting: 'cpus' }] },
      message: 'cpus: configured 128 MiB, in force none',
    },
    'a thread is in a namespace of another container': {
      facts: {
        differences: [
          {
            ...{ setting: 'uts', configured: 'private', inForce: 'container:db' },
            processes: [{ pid: 7, program: 'web' }],
          },
        ],
      },
      message: 'uts: configured private, in force container:db for web (7)',
    },
    'something was mounted since, and the rest was not read': {
      facts: { differences: [{ setting: 'mount /srv', configured: 'none', inForce: '/etc' }] },
    },
  },
  notApplicable: { 'one that does not run': { facts: stopped } },
  unknown: {
    'it was not read': { denied: ['/differences'] },
    'it was started since it was looked at': { facts: { differences: undefined } },
  },
  says: {
    'a limit was lifted': 'memory: configured 128 MiB, in force none',
  },
});

test('an interface is one in Chinese, too', () => {
  const added = { setting: 'network', configured: 'none', inForce: 'interface eth7' };
  expect(differenceSaid(added).zh).toBe('network：配置为无，实际生效为网络接口 eth7');
});
