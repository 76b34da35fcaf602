import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installsAny } from '../../../src/build-analysis/packages/asked-packages.ts';

const asked = (script: string) =>
  installsAny(script, ['sudo', 'openssh', 'openssh-server', 'ssh'], () => undefined);

describe('what a script installs', () => {
  it.each([
    'apt-get install -y sudo',
    'apt install sudo=1.9 curl',
    'apt-get satisfy "sudo (>= 1.9)"',
    "apt-get install 'ssh*'",
    "apt-get install '^open.*'",
    "dnf install 'openssh*'",
    'apt install ./sudo_1.9.13-1_amd64.deb',
    'dpkg -i /tmp/sudo_1.9_amd64.deb',
    'rpm -Uvh https://example.org/openssh-server-9.6p1-1.el9.x86_64.rpm',
    'dnf install -y openssh-server.x86_64',
    'microdnf install sudo',
    'tdnf install -y sudo',
    'zypper -n in sudo',
    'pacman -S --noconfirm sudo',
    'opkg install sudo',
    'emerge -q app-admin/sudo',
    'rpm-ostree install sudo',
    'nix-env -iA nixpkgs.sudo',
    'nix profile install nixpkgs#sudo',
    'echo curl sudo | xargs apt-get install -y',
    'xargs apt-get install <<< "curl sudo"',
    'P=sudo; apk add $P',
    'install_packages sudo',
    'xbps-install -Sy sudo',
  ])('a package of the list: %s', (script) => {
    expect(asked(script)).toBe(true);
  });

  it.each([
    'apt-get install -y $(cat packages.txt)',
    'apt-get install -y $PACKAGES',
    'apt-get install -y ${P:-sudo}',
    'apt-get install -y ${PREFIX}ssh',
    'apt-get install -y open$REST',
    'xargs apt-get install -y < packages.txt',
    'cat packages.txt | xargs apk add',
    'grep -v "#" packages.txt | xargs -I{} apt-get install {}',
    'apt install ./x.deb',
    'dpkg -i *.deb',
    'dpkg --install "$FILE"',
    'rpm -i /tmp/a.rpm',
    'dnf install -y /tmp/*.rpm',
    'dnf install https://example.org/latest',
  ])('nobody knows: %s', (script) => {
    expect(asked(script)).toBe('open');
  });

  it.each([
    'apt-get install -y curl',
    'apt-get install -y sudoku',
    'apt-get install -y curl=$VERSION linux-headers-$(uname -r) python${V}-dev',
    'apt-get remove -y sudo',
    'apt-get update',
    'dpkg -l sudo',
    'rpm -q sudo',
    'rpm -V sudo',
    'dnf install -y --exclude sudo curl',
    'dpkg -i app_1.0_amd64.deb',
    'rpm -i app-1.0-1.x86_64.rpm',
    'pacman -Rns sudo',
    'apt-cache policy sudo',
    'xargs rm < list',
    'echo curl git | xargs apt-get install -y',
    'nix-env -q sudo',
  ])('none: %s', (script) => {
    expect(asked(script)).toBeUndefined();
  });

  it('is never nothing where a name hangs on a variable alone', () => {
    const managers = ['apt-get install -y', 'apk add', 'dnf install -y', 'zypper in', 'pacman -S'];
    const word = fc.constantFrom('curl', 'git', 'vim=1', '-y');
    fc.assert(
      fc.property(
        fc.constantFrom(...managers),
        fc.array(word, { maxLength: 4 }),
        fc.array(word, { maxLength: 4 }),
        fc.constantFrom('$X', '${X}', '$(x)', '"$@"', '${X:-y}'),
        (manager, before, after, open) => {
          expect(asked([manager, ...before, open, ...after].join(' '))).toBe('open');
        },
      ),
    );
  });
});
