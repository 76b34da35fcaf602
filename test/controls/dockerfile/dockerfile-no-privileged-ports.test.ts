import { dockerfileNoPrivilegedPorts } from '../../../src/controls/dockerfile/dockerfile-no-privileged-ports.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoPrivilegedPorts, compliantDockerfile, {
  pass: written('FROM a\nEXPOSE 8080 8443/tcp 9000-9010'),
  fail: written(
    'FROM a\nEXPOSE 80',
    'FROM a\nEXPOSE 8080 443/tcp',
    'FROM a AS b\nEXPOSE 53/udp\nFROM b',
  ),
  unknown: written('FROM a\nARG P\nEXPOSE $P'),
});
