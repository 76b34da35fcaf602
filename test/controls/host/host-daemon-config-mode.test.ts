import { hostDaemonConfigMode } from '../../../src/controls/host/host-daemon-config-mode.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { daemonConfig: { mode: bits } } } });

describeControl(hostDaemonConfigMode, compliantHost, {
  pass: {
    'mode 0600': mode(0o600),
    'mode 0440': mode(0o440),
  },
  fail: {
    'the group may write': mode(0o664),
    'others may write': mode(0o646),
    'a smaller number with a bit too many': mode(0o622),
    'it may be run': mode(0o744),
    'beyond a tailored mode': { params: { allowed: 0 } },
  },
  notApplicable: { 'there is none': { facts: { files: { daemonConfig: null } } } },
  unknown: {
    'not read': { denied: ['/files/daemonConfig'] },
    'a link that was not followed': {
      facts: { files: { daemonConfig: { type: 'symlink', mode: 0o777 } } },
    },
  },
  says: {
    'the group may write': '/etc/docker/daemon.json has mode 0664, and 0644 is the most',
  },
});
