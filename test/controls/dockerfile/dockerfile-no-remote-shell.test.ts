import { dockerfileNoRemoteShell } from '../../../src/controls/dockerfile/dockerfile-no-remote-shell.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoRemoteShell, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN apt-get install -y openssh-client',
    'FROM a AS b\nRUN apk add openssh\nFROM c',
  ),
  fail: written(
    'FROM a\nEXPOSE 22',
    'FROM a\nCMD ["/usr/sbin/sshd","-D"]',
    'FROM a\nRUN apk add openssh',
  ),
  unknown: written('FROM a\nARG P\nEXPOSE $P'),
});
