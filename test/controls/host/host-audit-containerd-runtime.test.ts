import { hostAuditContainerdRuntime } from '../../../src/controls/host/host-audit-containerd-runtime.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
});

describeControl(hostAuditContainerdRuntime, compliantHost, {
  pass: {
    'a directory above': { facts: watch('/run') },
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
    'under the old name of the directory': { facts: watch('/var/run/containerd') },
  },
  fail: {
    'no rule': { facts: { audit: { watches: [] } } },
    'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
    'reading and running alone': { facts: watch('/run/containerd', 'rx') },
    'a name that only begins alike': { facts: watch('/run/containerd.old') },
  },
  notApplicable: {
    'there is none': { facts: { files: { containerdDirectory: null } } },
  },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the file was not read': { denied: ['/files/containerdDirectory'] },
  },
});
