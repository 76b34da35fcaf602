import { hostAuditContainerdSocket } from '../../../src/controls/host/host-audit-containerd-socket.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
});

describeControl(hostAuditContainerdSocket, compliantHost, {
  pass: {
    'a directory above': { facts: watch('/run/containerd') },
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
  },
  fail: {
    'no rule': { facts: { audit: { watches: [] } } },
    'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
    'reading and running alone': { facts: watch('/run/containerd/containerd.sock', 'rx') },
    'a name that only begins alike': { facts: watch('/run/containerd/containerd.sock.old') },
    'not the one that an engine started for itself': {
      facts: { files: { containerdSocket: { path: '/run/docker/containerd/containerd.sock' } } },
    },
  },
  notApplicable: {
    'there is none': { facts: { files: { containerdSocket: null } } },
  },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the file was not read': { denied: ['/files/containerdSocket'] },
  },
});
