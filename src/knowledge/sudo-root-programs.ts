/**
 * Programs that give all that root can do to a person who runs them by sudo: they start any other, or write any file.
 *
 * @see https://gtfobins.github.io/
 */
export interface RootProgram {
  /**
   * With which arguments they do: with any (`always`), unless a script is named (`script`), or only with those that the
   * person chooses (`chosen`).
   */
  readonly with: 'always' | 'script' | 'chosen';
  /** First arguments with which they do not, whatever stands behind them. */
  readonly harmless?: readonly string[];
  /** First arguments with which they always do. */
  readonly harmful?: readonly string[];
}

const each = (names: string, program: RootProgram): readonly (readonly [string, RootProgram])[] =>
  names.split(/\s+/).map((name) => [name, program]);

/** By base name, without a version. */
export const sudoRootPrograms: ReadonlyMap<string, RootProgram> = new Map([
  // editors, pagers and consoles, which have a command that starts a shell
  ...each(
    'vi vim nvim view ex ed emacs nano pico joe jed mcedit mc less more most man info pg screen tmux byobu',
    { with: 'always' },
  ),
  ...each('gdb lldb ftp lftp sftp irb pry ipython psql sqlite3 visudo vipw vigr', {
    with: 'always',
  }),
  // shells and interpreters
  ...each('sh bash rbash dash ash ksh mksh zsh fish csh tcsh pwsh busybox toybox expect', {
    with: 'script',
  }),
  ...each(
    'python pypy perl ruby jruby node nodejs deno bun php lua luajit tclsh wish java jshell',
    {
      with: 'script',
    },
  ),
  ...each('R Rscript julia octave elixir erl guile racket sbcl groovy scala gawk awk mawk nawk', {
    with: 'script',
  }),
  // programs that start the one that their arguments name, or that an option of theirs does
  ...each('find xargs parallel env nice ionice nohup timeout time stdbuf setsid setarch taskset', {
    with: 'chosen',
  }),
  ...each('sudo doas pkexec su runuser sg setpriv capsh chroot nsenter unshare bwrap proot', {
    with: 'chosen',
  }),
  ...each('watch flock script strace ltrace valgrind start-stop-daemon systemd-run machinectl', {
    with: 'chosen',
  }),
  ...each('tar zip unzip rsync scp ssh git hg svn make gmake cmake sed dc m4 socat tcpdump nmap', {
    with: 'chosen',
  }),
  ...each('at batch crontab run-parts logrotate openvpn debugfs ansible ansible-playbook', {
    with: 'chosen',
  }),
  ...each('puppet salt-call terraform lxc incus virsh qemu-system-x86_64 kexec insmod modprobe', {
    with: 'chosen',
  }),
  ['ip', { with: 'chosen', harmless: ['addr', 'address', 'link', 'neigh', 'route', 'rule'] }],
  [
    'systemctl',
    {
      with: 'chosen',
      harmless:
        'cat daemon-reload disable is-active is-enabled is-failed kill list-timers list-unit-files list-units reload reset-failed restart show start status stop try-restart'.split(
          ' ',
        ),
      harmful: ['edit'],
    },
  ],
  // programs that install what brings scripts of its own
  ...each('apt apt-get aptitude dpkg rpm yum dnf dnf5 microdnf zypper apk pacman snap flatpak', {
    with: 'chosen',
  }),
  ...each('pip npm npx pnpm yarn gem cpan cargo go composer', { with: 'chosen' }),
  // programs that write any file, or change accounts and rights
  ...each('cp mv tee dd install ln truncate patch chmod chown chgrp setfacl setcap mount umount', {
    with: 'chosen',
  }),
  ...each('curl wget aria2c useradd usermod adduser groupadd groupmod gpasswd passwd chpasswd', {
    with: 'chosen',
  }),
]);
