import { expect, it } from 'vitest';
import { workloadNoRootExec } from '../../../src/controls/workload/workload-no-root-exec.ts';
import {
  compliantWorkload,
  declaredWith,
  hookOf,
  sessionOf,
  stopped,
} from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { judge } from '../../support/judge.ts';

const root = { configured: '0', name: null, uid: 0, gid: null };
const named = { configured: 'app', name: 'app', uid: null, gid: null };
const sessions = (...all: readonly unknown[]) => ({ facts: { sessions: all } });

it('says of a pass that ended sessions leave no trace', () => {
  const { status, message } = judge(workloadNoRootExec, compliantWorkload);
  expect([status, message.en]).toEqual(['pass', expect.stringContaining('leave no trace')]);
});

describeControl(workloadNoRootExec, compliantWorkload, {
  pass: {
    'from the host, as another user': {
      facts: { processes: [{ pid: 9, uid: 5, program: 'sh', entered: true }] },
    },
    'as another user': sessions(sessionOf()),
    'the health check of a container of root': sessions(
      sessionOf({ user: root, healthCheck: true }),
    ),
    'a hook that names nobody': declaredWith(hookOf()),
    'a hook as another user': declaredWith(
      hookOf({ user: { configured: '1000', name: null, uid: 1000, gid: null } }),
    ),
  },
  fail: {
    'from the host, past the engine': {
      facts: { processes: [{ pid: 9, uid: 0, program: 'sh', entered: true }] },
    },
    'likewise, as root of a user namespace': {
      facts: { rootUid: 7, processes: [{ pid: 9, uid: 7, program: 'a b', entered: true }] },
    },
    'as root': sessions(sessionOf({ user: root })),
    'as root by name': sessions(
      sessionOf({ user: { configured: 'root', name: 'root', uid: 0, gid: null } }),
    ),
    'as root, ended just now': sessions(sessionOf({ user: root, running: false })),
    'a hook before it stops': declaredWith(hookOf({ when: 'before-stop', user: root })),
    'a command of a dev container': declaredWith(hookOf({ name: 'postCreateCommand', user: root })),
    'one beside others': sessions(sessionOf(), sessionOf({ user: root })),
    'as root, though another was not read': {
      ...sessions(sessionOf(), sessionOf({ user: root })),
      denied: ['/sessions/0'],
    },
  },
  notApplicable: { 'it does not run': { facts: stopped } },
  unknown: {
    'what else runs in it was not read': { denied: ['/processes'] },
    'they were not read': { denied: ['/sessions'] },
    'one was not read': { ...sessions(sessionOf()), denied: ['/sessions/0'] },
    'a hook with a name that may be any number': declaredWith(hookOf({ user: named })),
    'a name that may be any number': sessions(sessionOf({ user: named })),
  },
  says: {
    'from the host, past the engine':
      'By the kernel, processes in it came in as root past the engine: sh (9)',
    'likewise, as root of a user namespace':
      'By the kernel, processes in it came in as root past the engine: "a b" (9)',
    'a hook with a name that may be any number':
      'The number of the user app of chown (hook post_start) is not known',
    'a hook before it stops': 'Entered as root: chown (hook pre_stop)',
    'a command of a dev container': 'Entered as root: chown (postCreateCommand)',
    'a name that may be any number':
      'The number of the user app of sh (running, exec eeeeeeeeeeee) is not known',
  },
});
