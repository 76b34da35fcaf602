import { workloadNoPrivilegedExec } from '../../../src/controls/workload/workload-no-privileged-exec.ts';
import { compliantWorkload, sessionOf, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const sessions = (...all: readonly unknown[]) => ({ facts: { sessions: all } });

describeControl(workloadNoPrivilegedExec, compliantWorkload, {
  pass: {
    'as root, without privileges': sessions(
      sessionOf({ user: { configured: '', name: 'root', uid: 0, gid: null } }),
    ),
  },
  fail: {
    privileged: sessions(sessionOf({ privileged: true })),
    'privileged, of another user, ended just now': sessions(
      sessionOf({ privileged: true, running: false }),
    ),
  },
  notApplicable: { 'it does not run': { facts: stopped } },
  unknown: {
    'they were not read': { denied: ['/sessions'] },
    'a started one whose sessions were not read': { facts: { sessions: undefined } },
  },
  says: {
    'privileged, of another user, ended just now': 'sh (ended, exec eeeeeeeeeeee) is privileged',
  },
});
