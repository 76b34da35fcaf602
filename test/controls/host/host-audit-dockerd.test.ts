import { hostAuditDockerd } from '../../../src/controls/host/host-audit-dockerd.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantHost, silenced } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const watch = (path: string, permissions = 'wa') => ({
  facts: { audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] } },
});
const engineAs = (executable: string) =>
  subjectOf('engine', { ...compliantEngine, process: { ...compliantEngine.process, executable } });

describeControl(hostAuditDockerd, compliantHost, {
  around: [subjectOf('engine', compliantEngine)],
  pass: {
    'the directory it lies in': watch('/usr/bin'),
    'with a slash at the end': watch('/usr/bin/'),
    'by the other name of the directory': watch('/bin/dockerd'),
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
  },
  fail: {
    'a rule before it keeps it silent': { facts: silenced },
    'no rule': { facts: { audit: { watches: [], state: 'loaded' } } },
    'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
    'execution alone': watch('/usr/bin/dockerd', 'x'),
    'writes without attributes': watch('/usr/bin/dockerd', 'rwx'),
    'another program': watch('/usr/bin/docker'),
    'a name that only begins alike': watch('/usr/bin/dockerd-rootless.sh'),
    'not the program that runs': { others: [engineAs('/opt/docker/bin/dockerd')] },
  },
  notApplicable: {
    'no engine': { others: [] },
    'it is part of a container OS that is mounted read-only': {
      facts: {
        os: { id: 'flatcar', containerOs: true },
        mounts: [{ mountPoint: '/usr', fileSystem: 'ext4', source: '/dev/dm-0', options: ['ro'] }],
      },
    },
  },
  unknown: {
    'the rules were not read': { denied: ['/audit'] },
    'the program was not read': {
      others: [
        subjectOf('engine', compliantEngine, {
          gaps: [{ path: '/process', reason: 'denied', detail: 'test' }],
        }),
      ],
    },
  },
  says: {
    'in the rule files, where nothing more could be read':
      'The rule files say so; what the kernel has loaded was not read',
  },
});
