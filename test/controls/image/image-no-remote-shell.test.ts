import { imageNoRemoteShell } from '../../../src/controls/image/image-no-remote-shell.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

const files = (found: object) => ({ files: { ...compliantImage.files, ...found } });
const imported = stepOf('', '').facts;

describeControl(imageNoRemoteShell, compliantImage, {
  pass: {
    ...runs('apt-get install -y openssh-client', 'apt-get install -y libssh-4 # openssh-server'),
    'programs that were read, where the packages were not': { denied: ['/files/packages'] },
    'packages that were read, where the programs were not': { denied: ['/files/programs'] },
    'an imported image without one in its files': { facts: imported },
    'a client in its files': { facts: files({ programs: ['/usr/bin/ssh', '/bin/sh'] }) },
    'another port': { facts: { exposedPorts: ['2222/tcp', '22/udp', '24-80/tcp'] } },
  },
  fail: {
    ...runs(
      'apt-get update && apt-get install -y openssh-server',
      'apk add --no-cache openssh',
      'yum install -y dropbear-2024.86',
    ),
    'an exposed port': { facts: { exposedPorts: ['22/tcp', '80/tcp'] } },
    'a range that has one': { facts: { exposedPorts: ['20-25/tcp'] } },
    'an exposed port without its protocol': { facts: { exposedPorts: ['22'] } },
    'that it starts': { facts: { command: ['/usr/sbin/sshd', '-D'] } },
    'that a shell starts': {
      facts: { command: ['sh', '-c', 'service x start; /usr/sbin/sshd -D'] },
    },
    'a program in its files': { facts: files({ programs: ['/bin/sh', '/usr/sbin/sshd'] }) },
    'a program in the files of an imported image': {
      facts: { ...imported, ...files({ programs: ['/usr/sbin/dropbear'] }) },
    },
    'a program, where the packages were not read': {
      facts: files({ programs: ['/usr/sbin/sshd'] }),
      denied: ['/files/packages'],
    },
    'a package in its files': {
      facts: files({ packages: { manager: 'apk', installed: ['openssh-server'] } }),
      denied: ['/files/programs'],
    },
    'of an imported image': { facts: { ...stepOf('', '').facts, exposedPorts: ['22/tcp'] } },
  },
  unknown: {
    'an imported image whose files were not read': { facts: imported, denied: ['/files'] },
    'clean steps, where neither files nor packages were read': { denied: ['/files'] },
    'a program that is asked for and is not looked for': {
      params: { programs: ['mosh-server'] },
    },
    'the history was not read': { denied: ['/history'] },
    'the command was not read': { denied: ['/command'] },
  },
  beside: ['/files/programs', '/files/packages', '/files/packages/installed'],
});
