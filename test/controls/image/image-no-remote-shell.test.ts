import { imageNoRemoteShell } from '../../../src/controls/image/image-no-remote-shell.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

const files = (found: object) => ({ files: { ...compliantImage.files, ...found } });
const imported = stepOf('', '').facts;

describeControl(imageNoRemoteShell, compliantImage, {
  pass: {
    ...runs('apt-get install -y openssh-client', 'apt-get install -y libssh-4 # openssh-server'),
    'files that were not read, beside a history that tells': { denied: ['/files'] },
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
    'an imported image whose packages were not read': {
      facts: imported,
      denied: ['/files/packages'],
    },
    'an imported image, asked for a program that is not looked for': {
      facts: imported,
      params: { programs: ['mosh-server'] },
    },
    'the history was not read': { denied: ['/history'] },
    'the command was not read': { denied: ['/command'] },
  },
  // Where the history tells, what the files tell stands beside it.
  beside: ['/files', '/files/programs', '/files/packages/installed'],
});
