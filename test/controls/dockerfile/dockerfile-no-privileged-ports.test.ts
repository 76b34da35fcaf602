import { dockerfileNoPrivilegedPorts } from '../../../src/controls/dockerfile/dockerfile-no-privileged-ports.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoPrivilegedPorts, compliantDockerfile, {
  pass: {
    ...written(
      'FROM a\nEXPOSE 8080 8443/tcp 9000-9010',
      'FROM a\nEXPOSE 80:8080 1024-65535',
      'FROM a\nENV P="8080 8443"\nEXPOSE $P',
    ),
    'a range that is allowed, each port of it': {
      facts: { exposed: [{ port: '80-82/tcp', final: true }] },
      params: { allowed: [80, 81, 82] },
    },
    'a range from the threshold on': {
      facts: { exposed: [{ port: '80-82/tcp', final: true }] },
      params: { threshold: 80 },
    },
  },
  fail: {
    ...written(
      'FROM a\nEXPOSE 80',
      'FROM a\nEXPOSE 8080 443/tcp',
      'FROM a AS b\nEXPOSE 53/udp\nFROM b',
      'FROM a\nEXPOSE 8080:81',
      'FROM a\nEXPOSE 2222:22',
      'FROM a\nEXPOSE 1023-2000',
      'FROM a\nENV P="8080 22"\nEXPOSE $P',
    ),
    'a range of which one port is allowed': {
      facts: { exposed: [{ port: '80-82/tcp', final: true }] },
      params: { allowed: [80] },
    },
  },
  unknown: written('FROM a\nARG P\nEXPOSE $P', 'FROM a\nEXPOSE http'),
  says: {
    'FROM a\nEXPOSE 8080:81': '81/tcp is a privileged port',
    'FROM a\nEXPOSE 1023-2000': '1023-2000/tcp has the privileged port 1023 in it',
    'a range of which one port is allowed': '80-82/tcp has the privileged port 81 in it',
  },
});
