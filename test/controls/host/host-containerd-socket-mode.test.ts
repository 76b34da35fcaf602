import { hostContainerdSocketMode } from '../../../src/controls/host/host-containerd-socket-mode.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { containerdSocket: { mode: bits } } } });

describeControl(hostContainerdSocketMode, compliantHost, {
  pass: {
    'mode 0600': mode(0o600),
  },
  fail: {
    everybody: mode(0o666),
    'a smaller number with a bit too many': mode(0o606),
    'beyond a tailored mode': { params: { allowed: 0 } },
  },
  notApplicable: { 'there is none': { facts: { files: { containerdSocket: null } } } },
  unknown: {
    'not read': { denied: ['/files/containerdSocket'] },
    'a link that was not followed': {
      facts: { files: { containerdSocket: { type: 'symlink', mode: 0o777 } } },
    },
  },
  says: {
    everybody: '/run/containerd/containerd.sock has mode 0666, and 0660 is the most',
  },
});
