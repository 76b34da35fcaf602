import { hostContainerdConfigMode } from '../../../src/controls/host/host-containerd-config-mode.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { containerdConfig: { mode: bits } } } });

describeControl(hostContainerdConfigMode, compliantHost, {
  pass: { 'less than allowed': mode(0o400) },
  fail: {
    'the group may write': mode(0o664),
    'a smaller number with a bit too many': mode(0o602),
    setuid: mode(0o4644),
    'beyond a tailored mode': { params: { allowed: 0o200 } },
  },
  notApplicable: { 'there is none': { facts: { files: { containerdConfig: null } } } },
  unknown: {
    'not read': { denied: ['/files/containerdConfig'] },
    'a link that was not followed': {
      facts: { files: { containerdConfig: { type: 'symlink', mode: 0o777 } } },
    },
  },
  says: {
    'the group may write': '/etc/containerd/config.toml has mode 0664, and 0644 is the most',
  },
});
