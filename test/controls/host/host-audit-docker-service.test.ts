import { hostAuditDockerService } from '../../../src/controls/host/host-audit-docker-service.ts';
import {
  compliantHost,
  ordinarySystem,
  readOnlySystem,
  rootFile,
  silenced,
} from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
});

describeControl(
  hostAuditDockerService,
  { ...compliantHost, unitDropIns: [] },
  {
    pass: {
      'a read-only file system of an ordinary system, with a rule': {
        facts: { ...readOnlySystem, ...ordinarySystem },
      },
      'a directory above': { facts: watch('/usr/lib/systemd/system') },
      'in the rule files, where nothing more could be read': {
        facts: { audit: { state: 'files' } },
      },
      'a drop-in of another unit': {
        facts: {
          unitDropIns: [rootFile('/run/systemd/system/containerd.service.d/a.conf', 0o644)],
        },
      },
    },
    fail: {
      'a rule before it keeps it silent': { facts: silenced },
      'no rule': { facts: { audit: { watches: [] } } },
      'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
      'reading and running alone': { facts: watch('/usr/lib/systemd/system/docker.service', 'rx') },
      'a name that only begins alike': {
        facts: watch('/usr/lib/systemd/system/docker.service.old'),
      },
      'a drop-in without a rule': {
        facts: { unitDropIns: [rootFile('/run/systemd/system/docker.service.d/a.conf', 0o644)] },
      },
      'the name of the unit that is not in force': {
        facts: watch('/etc/systemd/system/docker.service'),
      },
    },
    notApplicable: {
      'it is part of a container OS that is mounted read-only': { facts: readOnlySystem },
      'there is none': { facts: { files: { dockerService: null }, unitDropIns: [] } },
    },
    unknown: {
      'the rules were not read': { denied: ['/audit/watches'] },
      'the file was not read': { denied: ['/files/dockerService'] },
      'the drop-ins were not read': { denied: ['/unitDropIns'] },
    },
    says: {
      'in the rule files, where nothing more could be read':
        'The rule files say so; what the kernel has loaded was not read',
    },
  },
);
