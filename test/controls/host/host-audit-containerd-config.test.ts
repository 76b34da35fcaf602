import { hostAuditContainerdConfig } from '../../../src/controls/host/host-audit-containerd-config.ts';
import { compliantHost, ordinarySystem, readOnlySystem, silenced } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
});

describeControl(hostAuditContainerdConfig, compliantHost, {
  pass: {
    'a read-only file system of an ordinary system, with a rule': {
      facts: { ...readOnlySystem, ...ordinarySystem },
    },
    'a directory above': { facts: watch('/etc/containerd') },
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
  },
  fail: {
    'a rule before it keeps it silent': { facts: silenced },
    'no rule': { facts: { audit: { watches: [] } } },
    'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
    'reading and running alone': { facts: watch('/etc/containerd/config.toml', 'rx') },
    'a name that only begins alike': { facts: watch('/etc/containerd/config.toml.old') },
  },
  notApplicable: {
    'it is part of a container OS that is mounted read-only': { facts: readOnlySystem },
    'there is none': { facts: { files: { containerdConfig: null } } },
  },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the file was not read': { denied: ['/files/containerdConfig'] },
  },
  says: {
    'in the rule files, where nothing more could be read':
      'The rule files say so; what the kernel has loaded was not read',
  },
});
