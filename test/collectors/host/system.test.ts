import { release } from 'node:os';
import { expect, test } from 'vitest';
import { collectHost } from '../../../src/collectors/host/collect-host.ts';
import { factsOf, gapsOf, hostRoot, subjectOf } from '../../support/host-root.ts';

test('the kernel’s parameters: one that it does not know is left out', async () => {
  expect((await factsOf(hostRoot())).sysctls).toEqual({ 'kernel.randomize_va_space': '2' });
});

test('without a /proc they are a gap, and not unknown to the kernel', async () => {
  const root = hostRoot({
    '/proc/sys/kernel/osrelease': null,
    '/proc/sys/kernel/randomize_va_space': null,
    '/proc/1/mountinfo': null,
  });
  expect(await gapsOf(root)).toEqual([
    '/kernel/running unavailable',
    '/mounts unavailable',
    '/network/interfaces unavailable',
    '/sysctls unavailable',
  ]);
});

test('those of a network that is not the host’s are gaps', async () => {
  const root = hostRoot({}, { '/proc/1/ns/net': 'net:[1]' });
  const gaps = await gapsOf(root);
  expect(gaps).toContain('/sysctls/net.ipv4.ip_forward unavailable');
  expect(gaps).toContain('/network/interfaces unavailable');
  expect(gaps.every((gap) => /^\/(sysctls\/net\.|network\/interfaces )/.test(gap))).toBe(true);
});

test.each([
  ['on', { '/sys/module/apparmor/parameters/enabled': 'Y\n' }, 'enabled'],
  ['off', { '/sys/module/apparmor/parameters/enabled': 'N\n' }, 'disabled'],
  [
    'not there',
    { '/sys/module/apparmor/parameters/enabled': null, '/sys/module/x/y': '' },
    'absent',
  ],
])('AppArmor %s', async (_, files, expected) => {
  expect((await factsOf(hostRoot(files))).security.apparmor).toBe(expected);
});

test('AppArmor of a root without /sys is not known', async () => {
  const root = hostRoot({ '/sys/module/apparmor/parameters/enabled': null });
  expect(await gapsOf(root)).toEqual([
    '/security/apparmor unavailable',
    '/security/moduleSignatures unavailable',
  ]);
});

test.each([
  ['enforcing', { '/sys/fs/selinux/enforce': '1' }],
  ['permissive', { '/sys/fs/selinux/enforce': '0' }],
  ['disabled', { '/etc/selinux/config': 'SELINUX=enforcing\n' }],
  ['absent', {}],
])('SELinux %s', async (expected, files) => {
  expect((await factsOf(hostRoot(files))).security.selinux).toBe(expected);
});

test('SELinux that the kernel has and does not show is not known', async () => {
  const root = hostRoot({ '/sys/kernel/security/lsm': 'capability,selinux' });
  expect(await gapsOf(root)).toEqual(['/security/selinux unavailable']);
});

test.each([
  [null, {}],
  ['none', { '/sys/kernel/security/lockdown': '[none] integrity confidentiality\n' }],
  ['integrity', { '/sys/kernel/security/lockdown': 'none [integrity] confidentiality\n' }],
])('a kernel that is locked: %s', async (expected, files) => {
  expect((await factsOf(hostRoot(files))).security.lockdown).toBe(expected);
});

test('a lockdown of a word that is not known is a gap, and so is one that is not mounted', async () => {
  const odd = hostRoot({ '/sys/kernel/security/lockdown': 'none [total]\n' });
  expect(await gapsOf(odd)).toEqual(['/security/lockdown malformed']);
  expect(await gapsOf(hostRoot({ '/sys/kernel/security/lsm': null }))).toEqual([
    '/security/lockdown unavailable',
    '/security/modules unavailable',
  ]);
});

test.each([
  [null, {}],
  [false, { '/sys/module/module/parameters/sig_enforce': 'N\n' }],
  [true, { '/sys/module/module/parameters/sig_enforce': 'Y\n' }],
])('signatures of modules: %s', async (expected, files) => {
  expect((await factsOf(hostRoot(files))).security.moduleSignatures).toBe(expected);
});

test('security modules keep their order', async () => {
  const { modules } = (await factsOf(hostRoot())).security;
  expect(modules).toEqual(['lockdown', 'capability', 'apparmor']);
});

test.each([
  [2, { '/sys/fs/cgroup/cgroup.controllers': '' }],
  [1, { '/sys/fs/cgroup/cgroup.controllers': null, '/sys/fs/cgroup/memory/tasks': '' }],
  [
    1,
    {
      '/sys/fs/cgroup/cgroup.controllers': null,
      '/sys/fs/cgroup/pids/tasks': '',
      '/sys/fs/cgroup/unified/cgroup.controllers': '',
    },
  ],
])('cgroup version %d', async (version, files) => {
  expect((await factsOf(hostRoot(files))).cgroupVersion).toBe(version);
});

test('this very machine', async () => {
  const { facts } = subjectOf(await collectHost('/'));
  expect(facts['mounts']).toContainEqual(expect.objectContaining({ mountPoint: '/' }));
  expect(facts['kernel']).toMatchObject({ running: release() });
});
