import { expect, test } from 'vitest';
import { bindMount, testControl, workload } from 'plimsoll/testing';
import { hostConfigurationIsReadOnly } from './plimsoll.config.ts';

test('acme-host-configuration-read-only', () => {
  const tested = testControl(
    hostConfigurationIsReadOnly,
    {
      pass: {
        'the compliant workload': workload(),
        'nothing is mounted': workload({ mounts: [] }),
        'read-only': workload({ mounts: [bindMount('/etc', { readOnly: true })] }),
        'a name that only begins alike': workload({ mounts: [bindMount('/etcetera')] }),
      },
      fail: {
        privileged: workload({ privileged: true }),
        'all of it': workload({ mounts: [bindMount('/etc')] }),
        'a file in it': workload({ mounts: [bindMount('/etc/cron.d')] }),
        'by way of the root': workload({ mounts: [bindMount('/')] }),
        'by way of a link': workload({ mounts: [bindMount('/srv/x', { hostPath: '/etc' })] }),
      },
      unknown: [workload({}, { denied: ['/mounts'] })],
    },
    { mutate: true },
  );
  expect(tested.problems).toEqual([]);
});
