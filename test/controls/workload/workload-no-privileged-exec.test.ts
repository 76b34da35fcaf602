import { workloadNoPrivilegedExec } from '../../../src/controls/workload/workload-no-privileged-exec.ts';
import {
  compliantWorkload,
  declaredWith,
  hookOf,
  sessionOf,
  stopped,
  withRights,
} from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const sessions = (...all: readonly unknown[]) => ({ facts: { sessions: all } });

describeControl(workloadNoPrivilegedExec, compliantWorkload, {
  pass: {
    'from the host, with what the container has': {
      facts: {
        capabilities: { effective: ['SYS_ADMIN'] },
        processes: [{ ...withRights({ capabilities: ['SYS_ADMIN'] }), entered: true }],
      },
    },
    'from the host, with no more than the container': {
      facts: { processes: [{ ...withRights({ capabilities: [] }), entered: true }] },
    },
    'as root, without privileges': sessions(
      sessionOf({ user: { configured: '', name: 'root', uid: 0, gid: null } }),
    ),
    'a hook as its own user': declaredWith(hookOf()),
  },
  fail: {
    'from the host, past the engine': {
      facts: { processes: [{ ...withRights({ capabilities: ['SYS_ADMIN'] }), entered: true }] },
    },
    'a hook with every right': declaredWith(hookOf(), hookOf({ privileged: true })),
    privileged: sessions(sessionOf({ privileged: true })),
    'privileged, of another user, ended just now': sessions(
      sessionOf({ privileged: true, running: false }),
    ),
  },
  notApplicable: { 'it does not run': { facts: stopped } },
  unknown: {
    'what else runs in it was not read': { denied: ['/processes'] },
    'they were not read': { denied: ['/sessions'] },
    'hooks that were not read': { ...declaredWith(hookOf()), denied: ['/hooks'] },
    'a started one whose sessions were not read': { facts: { sessions: undefined } },
  },
  unnoticed: {
    '/processes/*/program': 'it is named in the message',
    '/processes/*/pid': 'it is named in the message',
  },
  says: {
    'a hook with every right': 'chown (hook post_start) is privileged',
    'privileged, of another user, ended just now': 'sh (ended, exec eeeeeeeeeeee) is privileged',
  },
});
