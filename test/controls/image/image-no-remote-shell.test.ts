import { imageNoRemoteShell } from '../../../src/controls/image/image-no-remote-shell.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imageNoRemoteShell, compliantImage, {
  pass: {
    ...runs('apt-get install -y openssh-client', 'apt-get install -y libssh-4 # openssh-server'),
    'another port': { facts: { exposedPorts: ['2222/tcp', '22/udp'] } },
  },
  fail: {
    ...runs(
      'apt-get update && apt-get install -y openssh-server',
      'apk add --no-cache openssh',
      'yum install -y dropbear-2024.86',
    ),
    'an exposed port': { facts: { exposedPorts: ['22/tcp', '80/tcp'] } },
    'that it starts': { facts: { command: ['/usr/sbin/sshd', '-D'] } },
    'that a shell starts': {
      facts: { command: ['sh', '-c', 'service x start; /usr/sbin/sshd -D'] },
    },
    'of an imported image': { facts: { ...stepOf('', '').facts, exposedPorts: ['22/tcp'] } },
  },
  unknown: {
    'an imported image': stepOf('', ''),
    'the history was not read': { denied: ['/history'] },
    'the command was not read': { denied: ['/command'] },
  },
});
