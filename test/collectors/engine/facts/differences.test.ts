import { expect, test } from 'vitest';
import { rawContainer } from '../../../../src/collectors/engine/api-schemas/container.ts';
import { otherDifferences } from '../../../../src/collectors/engine/facts/workload/differences.ts';
import { missing } from '../../../../src/collectors/gathering/partial-facts.ts';
import { unread } from '../../../../src/collectors/gathering/unread-gap.ts';
import { text } from '../../../../src/core/text.ts';

const notRead = missing(unread('unavailable', text('not read', '未读取')));

/** What differs in a container with this bound, in which these paths are open. */
const look = (targets: readonly string[], ...paths: readonly string[]) =>
  otherDifferences(
    rawContainer.parse({
      ...{ Id: 'a1'.repeat(32), Name: '/a', State: { Status: 'running', Pid: 9 } },
      ...{ Config: {}, NetworkSettings: {} },
      Mounts: targets.map((target) => ({
        ...{
          Type: 'bind',
          Source: '/proc',
          Destination: target,
          RW: true,
          Propagation: 'rprivate',
        },
      })),
      HostConfig: { SecurityOpt: [], Privileged: false },
    }),
    {
      ...{ limits: notRead, ownLimits: notRead, ulimits: notRead, mounts: notRead },
      ...{ mountsBeside: [], otherNamespaces: [], addedInterfaces: [] },
      openPaths: paths.map((path) => ({ path, masked: true, folder: '9' })),
    },
    '/proc/9/status',
  );

test('what was hidden and is open was masked; another view of /proc never was', () => {
  expect(look([], '/proc/kcore', '/tmp')).toMatchObject([
    { value: { setting: '/proc/kcore', configured: 'masked', inForce: 'open' } },
    { value: { setting: '/tmp', configured: 'none', inForce: 'open' } },
  ]);
});

test('a view of /proc that was asked for is no difference', () => {
  expect(look(['/host/proc'], '/host/proc')).toEqual([]);
});
