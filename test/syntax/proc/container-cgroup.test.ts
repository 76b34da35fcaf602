import { expect, test } from 'vitest';
import { containerCgroups, innermostContainer } from '../../../src/syntax/proc/container-cgroup.ts';

const outer = 'a'.repeat(64);
const inner = 'b'.repeat(64);

test.each([
  ['cgroup v2, systemd driver', `0::/system.slice/docker-${outer}.scope\n`],
  ['cgroup v2, cgroupfs driver', `0::/docker/${outer}\n`],
  ['cgroup v1', `12:pids:/docker/${outer}\n11:memory:/docker/${outer}\n0::/\n`],
  ['a parent of its own', `0::/team/blue/${outer}\n`],
  ['as seen from another cgroup namespace', `0::/../../docker/${outer}\n`],
  ['below its own cgroup', `0::/docker/${outer}/init\n`],
  ['out of all but one hierarchy', `12:pids:/\n11:memory:/docker/${outer}\n`],
])('%s', (_, text) => {
  expect(innermostContainer(text)?.id).toBe(outer);
});

test('a container inside a container is the inner one, and counts as in both', () => {
  const text = `0::/docker/${outer}/docker/${inner}\n`;
  expect(innermostContainer(text)?.id).toBe(inner);
  expect(containerCgroups(text).map(({ id }) => id)).toEqual([outer, inner]);
});

test.each([
  ['the root', '0::/\n'],
  ['a service', '0::/system.slice/docker.service\n'],
  ['a longer run of digits', `0::/docker/${outer}0\n`],
  ['nothing', ''],
])('%s is no container', (_, text) => {
  expect(innermostContainer(text)).toBeUndefined();
});
