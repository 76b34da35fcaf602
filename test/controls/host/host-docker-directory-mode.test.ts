import { hostDockerDirectoryMode } from '../../../src/controls/host/host-docker-directory-mode.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { dockerDirectory: { mode: bits } } } });

describeControl(hostDockerDirectoryMode, compliantHost, {
  pass: {
    'mode 0700': mode(0o700),
    'mode 0750': mode(0o750),
  },
  fail: {
    'the group may write': mode(0o775),
    'everybody may write, sticky or not': mode(0o1777),
    'a smaller number with a bit too many': mode(0o722),
    'beyond a tailored mode': { params: { allowed: 0 } },
  },
  notApplicable: { 'there is none': { facts: { files: { dockerDirectory: null } } } },
  unknown: {
    'not read': { denied: ['/files/dockerDirectory'] },
    'a link that was not followed': {
      facts: { files: { dockerDirectory: { type: 'symlink', mode: 0o777 } } },
    },
  },
  says: {
    'the group may write': '/etc/docker has mode 0775, and 0755 is the most',
  },
});
