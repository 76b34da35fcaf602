import { workloadSystemFilesUnchanged } from '../../../src/controls/workload/workload-system-files-unchanged.ts';
import { bindOf, compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { expect, it } from 'vitest';
import { judge } from '../../support/judge.ts';

const added = (path: string) => ({ path, change: 'added' as const });
const modified = (path: string) => ({ path, change: 'modified' as const });

it('names the first files and counts the others', () => {
  const changes = Array.from({ length: 9 }, (_, at) => added(`/usr/bin/tool${at}`));
  const { message } = judge(workloadSystemFilesUnchanged, { ...compliantWorkload, changes });
  expect(message.en).toContain('/usr/bin/tool0 was added');
  expect(message.en).toContain('4 more');
});

describeControl(workloadSystemFilesUnchanged, compliantWorkload, {
  pass: {
    'accounts that may be others': {
      facts: { mounts: [bindOf('/srv/accounts', { target: '/etc/passwd' })] },
      params: { allowed: ['/etc/passwd'] },
    },
    'work in places that are made for it': {
      facts: { changes: [modified('/tmp'), added('/tmp/a'), modified('/var/log/web.log')] },
    },
    'a place that only begins like one': { facts: { changes: [added('/etcetera')] } },
    'what the engine writes, and the directory that holds it': {
      facts: { changes: [modified('/etc'), modified('/etc/resolv.conf'), modified('/etc/hosts')] },
    },
    'a directory in which something came and went': { facts: { changes: [modified('/etc')] } },
    'a place that something is mounted on': {
      facts: {
        mounts: [bindOf('/srv/shop', { target: '/etc/shop/conf.d' })],
        changes: [modified('/etc'), added('/etc/shop'), added('/etc/shop/conf.d')],
      },
    },
    'the place for the engine’s init': {
      facts: { init: true, changes: [modified('/sbin'), added('/sbin/docker-init')] },
    },
    'the place for the engine’s init, and its directory': {
      facts: { init: true, changes: [added('/sbin'), added('/sbin/docker-init')] },
    },
    'the place for the engine’s init, where /sbin is a link': {
      facts: {
        init: true,
        changes: [modified('/usr'), modified('/usr/sbin'), added('/usr/sbin/docker-init')],
      },
    },
    'that nothing is known of an init, where no place was made for one': {
      facts: { init: null, changes: [modified('/etc/hosts')] },
    },
    'one that was set aside': {
      facts: { changes: [modified('/usr/local/app/cache.db')] },
      params: { allowed: ['/usr/local/app'] },
    },
  },
  fail: {
    'other accounts are mounted over those of the image': {
      facts: { mounts: [bindOf('/srv/accounts', { target: '/etc/passwd' })] },
      message: 'Another /etc/passwd is mounted at /etc/passwd',
    },
    'a rule of sudo is mounted': {
      facts: { mounts: [bindOf('/srv/rule', { target: '/etc/sudoers.d/web' })] },
    },
    'all of the configuration is mounted': {
      facts: { mounts: [bindOf('/srv/etc', { target: '/etc' })] },
    },
    'a program was added': { facts: { changes: [modified('/usr/bin'), added('/usr/bin/nc')] } },
    'a program was replaced': { facts: { changes: [modified('/bin/login')] } },
    'a library was deleted': {
      facts: { changes: [{ path: '/lib/libpam.so', change: 'deleted' }] },
    },
    'an account was added': { facts: { changes: [modified('/etc'), modified('/etc/passwd')] } },
    'beside what the engine writes': {
      facts: { changes: [modified('/etc/hosts'), modified('/etc/hosts.allow')] },
    },
    'a file is no mount point for its name alone': {
      facts: {
        mounts: [bindOf('/srv/shop', { target: '/usr/share/shop' })],
        changes: [added('/usr/*'), added('/usr/share/shop2')],
      },
    },
    'a file below a mount point, which the mount hides': {
      facts: {
        mounts: [bindOf('/srv/shop', { target: '/usr/share' })],
        changes: [added('/usr/share/tool')],
      },
    },
    'a place for an init that the engine does not start': {
      facts: { init: false, changes: [added('/sbin/docker-init')] },
    },
    'a place for an init of which an older snapshot tells nothing': {
      facts: { changes: [added('/sbin/docker-init')] },
    },
    'beside the place for an init': {
      facts: {
        init: true,
        changes: [added('/sbin'), added('/sbin/docker-init'), added('/sbin/docker-init2')],
      },
    },
    'a file that is called as the init, elsewhere': {
      facts: { init: true, changes: [added('/sbin/docker-init'), added('/usr/sbin/docker-init')] },
    },
    'an init of the image that was replaced': {
      facts: { init: true, changes: [modified('/sbin/docker-init')] },
    },
    'a program, whatever is known of an init': {
      facts: { init: null, changes: [added('/sbin/docker-init'), added('/sbin/nc')] },
    },
    'one that was added to the list': {
      facts: { changes: [added('/opt/tool')] },
      params: { paths: ['/opt'] },
    },
  },
  notApplicable: {
    'it has stopped': { facts: stopped },
    'only a file describes it': {
      facts: { ...stopped, state: 'declared', origin: 'compose-service' },
    },
  },
  unknown: {
    'the changes were not read': { denied: ['/changes'] },
    'whether the engine made a place for its init is not known': {
      facts: { init: null, changes: [added('/sbin'), added('/sbin/docker-init')] },
    },
    'it is paused, and nobody looked': { facts: { ...stopped, state: 'paused' } },
  },
});
