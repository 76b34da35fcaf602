import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givesRoot } from '../../../src/controls/blocks/host/sudo-root-command.ts';
import { sudoRootPrograms } from '../../../src/knowledge/sudo-root-programs.ts';

test('any program of the list gives root where its arguments are left open, in any folder', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sudoRootPrograms.keys()),
      fc.constantFrom('/bin', '/usr/bin', '/opt/x/sbin'),
      fc.constantFrom('', ' *', ' * x'),
      (name, folder, rest) => {
        expect(givesRoot(`${folder}/${name}${rest}`)).toBe(true);
      },
    ),
  );
});

test.each([
  '/usr/bin/env',
  '/usr/bin/vi /etc/motd',
  '/usr/bin/vim.basic /etc/motd',
  '/usr/bin/python3.11',
  '/bin/bash -i',
  '/bin/sh ""',
  '/bin/sh -c *',
  '/usr/bin/su -',
  '/usr/bin/su - root',
  '/usr/bin/su - *',
  '/usr/bin/env A=b /bin/bash',
  '/usr/bin/env docker *',
  '/usr/bin/nice -n 5 /usr/bin/vi x',
  '/usr/bin/nsenter -t 1 -m',
  '/usr/bin/timeout 5 *',
  '/usr/bin/find /var/log -name *',
  '/usr/bin/systemctl',
  '/usr/bin/systemctl edit nginx',
  '/usr/bin/systemctl link *',
  '/usr/bin/tar *',
  '/usr/bin/apt-get install *',
  '/usr/bin/tee *',
  '/usr/bin/s*',
  '/usr/sbin/',
  'sha256:abcd= /bin/sh',
])('%s gives root', (command) => {
  expect(givesRoot(command)).toBe(true);
});

test.each([
  'ALL',
  '!/bin/sh',
  'SHELLS',
  'sudoedit /etc/motd',
  '/usr/bin/uptime',
  '/bin/sh /opt/deploy.sh',
  '/usr/bin/python3 /opt/deploy.py *',
  '/usr/bin/env A=b /opt/deploy.sh',
  '/usr/bin/su - app',
  '/usr/bin/su - root -c /opt/deploy.sh',
  '/usr/bin/timeout 5 /opt/deploy.sh',
  '/usr/bin/systemctl restart nginx',
  '/usr/bin/systemctl status *',
  '/usr/bin/tar -C /srv -xf /srv/x.tar',
  '/usr/bin/apt-get update',
  '/usr/bin/tee /etc/app.conf',
  '/usr/bin/docker ps',
])('%s does not', (command) => {
  expect(givesRoot(command)).toBe(false);
});
