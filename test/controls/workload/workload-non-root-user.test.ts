import { workloadNonRootUser } from '../../../src/controls/workload/workload-non-root-user.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const stoppedAs = (uid: number | null, ...spellings: readonly string[]) =>
  Object.fromEntries(
    spellings.map((configured) => [
      `written as ${configured}, with ${uid === null ? 'no number' : 'the number 0'}`,
      { facts: { ...stopped, user: { configured, uid } } },
    ]),
  );

describeControl(workloadNonRootUser, compliantWorkload, {
  pass: {
    'an image that begins as root and drops it': { facts: { user: { configured: '', uid: 0 } } },
    'root that a user namespace maps to somebody else': {
      facts: { user: { configured: 'root', uid: 0 }, kernel: { uid: 100_000 } },
    },
    'a name whose number is not known, but the kernel knows': {
      facts: { user: { configured: 'web', uid: null } },
    },
    'one that does not run, by number': { facts: stopped },
    'one that does not run, by a name that was resolved': {
      facts: { ...stopped, user: { configured: 'web', name: 'web', uid: 10_001 } },
    },
    'a number that only begins with zeros': {
      facts: { ...stopped, user: { configured: '0010', uid: 10 } },
    },
  },
  fail: {
    'the kernel says root, whatever was configured': { facts: { kernel: { uid: 0 } } },
    'another process in it runs as root': {
      facts: { processes: [{ pid: 9, uid: 0, program: 'sh' }] },
    },
    'nothing is set': { facts: { ...stopped, user: { configured: '', uid: 0 } } },
    'nothing is set, and no number came with it': {
      facts: { ...stopped, user: { configured: '', uid: null } },
    },
    ...stoppedAs(null, '0', 'root', '0:0', '00', '000:10', 'root:root', ':0', '+0', '-0'),
    ...stoppedAs(0, '0', 'root', '0:0', '00', 'root:root', 'toor'),
    'a group does not help': {
      facts: { ...stopped, user: { configured: '0:10001', uid: 0, gid: 10_001 } },
    },
  },
  unknown: {
    'the kernel was not read': { denied: ['/kernel'] },
    'what else runs in it was not read': { denied: ['/processes'] },
    'a name that could not be resolved': {
      facts: { ...stopped, user: { configured: 'web', name: 'web', uid: null } },
    },
    'a stopped one whose user was not read': { facts: stopped, denied: ['/user'] },
  },
  beside: ['/user/configured', '/user/uid'],
  unnoticed: {
    '/processes/*/program': 'it is named in the message',
    '/processes/*/pid': 'it is named in the message',
  },
});
