import { hostEngineSocketMode } from '../../../src/controls/host/host-engine-socket-mode.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { engineSocket: { mode: bits } } } });

const other = (facts: object) => ({
  facts: {
    files: {
      otherEngineSockets: [{ ...compliantHost.files.engineSocket, path: '/srv/x.sock', ...facts }],
    },
  },
});

describeControl(hostEngineSocketMode, compliantHost, {
  pass: {
    'mode 0600': mode(0o600),
    'mode 0440': mode(0o440),
    'another socket that is closed as well': other({}),
  },
  fail: {
    everybody: mode(0o666),
    'everybody may write, the group may not': mode(0o602),
    'a smaller number with a bit too many': mode(0o604),
    setgid: mode(0o2660),
    'another socket of the host’s engines': other({ mode: 0o666 }),
    'beyond a tailored mode': { params: { allowed: 0 } },
  },
  notApplicable: { 'there is none': { facts: { files: { engineSocket: null } } } },
  unknown: {
    'not read': { denied: ['/files/engineSocket'] },
    'other sockets not read': { denied: ['/files/otherEngineSockets/-'] },
    'a link that was not followed': {
      facts: { files: { engineSocket: { type: 'symlink', mode: 0o777 } } },
    },
  },
  says: {
    'another socket of the host’s engines': '/srv/x.sock has mode 0666, and 0660 is the most',
    everybody: '/run/docker.sock has mode 0666, and 0660 is the most',
  },
});
