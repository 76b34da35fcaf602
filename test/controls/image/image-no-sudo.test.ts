import { imageNoSudo } from '../../../src/controls/image/image-no-sudo.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

const { files } = compliantImage;

describeControl(imageNoSudo, compliantImage, {
  pass: {
    ...runs(
      'apt-get install -y libsudo-perl sudoku',
      'apt-get remove -y pseudo',
      'rm -rf /opt/sudo-docs',
      'passwd -d app && passwd -d root && passwd -l root',
    ),
    'the word as an argument': { facts: { command: ['serve', 'sudo'] } },
    'an imported image without one in its files': stepOf('', ''),
    'programs that were read, where the packages were not': { denied: ['/files/packages'] },
    'packages that were read, where the programs were not': { denied: ['/files/setuid'] },
  },
  fail: {
    ...runs(
      'apt-get update && apt-get install -y curl sudo',
      'apk add --no-cache sudo=1.9.15-r0',
      'apt-get install -y sudo:amd64',
      'apk add doas',
      'sudo apt-get update',
      'passwd -d root',
      "sed -i '1i auth sufficient pam_permit.so' /etc/pam.d/su",
      "usermod -p '' root",
      "echo 'root:' | chpasswd -e",
      "sed -i 's/^root:[^:]*:/root::/' /etc/shadow",
      'set -e && sudo -u app make',
      'echo "app ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers',
    ),
    'what it starts': { facts: { command: ['/usr/bin/sudo', '-E', 'serve'] } },
    'what a shell of it starts': { facts: { command: ['sh', '-c', 'exec doas serve'] } },
    'a program of it among its files': {
      facts: {
        files: { ...files, setuid: [{ path: '/usr/bin/sudo', mode: 0o4755, uid: 0, gid: 0 }] },
      },
    },
    'a program of it in an imported image': {
      facts: {
        history: stepOf('', '').facts.history,
        files: { ...files, setuid: [{ path: '/opt/bin/doas', mode: 0o4755, uid: 0, gid: 0 }] },
      },
    },
    'a package of it': {
      facts: { files: { ...files, packages: { manager: 'dpkg', installed: ['bash', 'sudo'] } } },
    },
    'what a step shows, where the files were not read': {
      ...stepOf('RUN apt-get install -y sudo'),
      denied: ['/files'],
    },
    'the classic builder’s form': stepOf('/bin/sh -c apt-get install -y sudo'),
  },
  beside: ['/files/setuid', '/files/packages', '/files/packages/installed'],
  unknown: {
    'clean steps, where neither files nor packages were read': { denied: ['/files'] },
    'an imported image whose files were not read': { ...stepOf('', ''), denied: ['/files'] },
    'accounts that nobody knows': stepOf('RUN newusers /run/list'),
    'the history was not read': { denied: ['/history'] },
    'what it starts was not read': { denied: ['/command'] },
  },
});
