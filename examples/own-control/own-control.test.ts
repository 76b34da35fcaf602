import { expect, test } from 'vitest';
import { bindMount, testControl, aWorkload } from 'plimsoll/testing';
import { hostConfigurationIsReadOnly } from './plimsoll.config.ts';

test('acme-host-configuration-read-only', () => {
  const tested = testControl(
    hostConfigurationIsReadOnly,
    {
      pass: {
        'the compliant workload': aWorkload(),
        'nothing is mounted': aWorkload({ mounts: [] }),
        'read-only': aWorkload({ mounts: [bindMount('/etc', { readOnly: true })] }),
        'a name that only begins alike': aWorkload({ mounts: [bindMount('/etcetera')] }),
      },
      fail: {
        privileged: aWorkload({ privileged: true }),
        'all of it': aWorkload({ mounts: [bindMount('/etc')] }),
        'a file in it': aWorkload({ mounts: [bindMount('/etc/cron.d')] }),
        'by way of the root': aWorkload({ mounts: [bindMount('/')] }),
        'by way of a link': aWorkload({ mounts: [bindMount('/srv/x', { hostPath: '/etc' })] }),
      },
      unknown: [aWorkload({}, { denied: ['/mounts'] })],
    },
    { mutate: true },
  );
  expect(tested.problems).toEqual([]);
});
