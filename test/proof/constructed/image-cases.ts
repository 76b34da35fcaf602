import type { Expected } from '../../support/judge-harvest.ts';
import type { MadeEntry } from '../../support/tar.ts';

/** An image that is made of layers, and what is true of it. */
export interface ImageCase {
  readonly name: string;
  /** Lowest first; absent means one with a program. */
  readonly layers?: readonly (readonly MadeEntry[])[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly created?: string;
  readonly expect: Expected;
}

const f = (name: string, mode = 0o644, body = 'x', more: Partial<MadeEntry> = {}): MadeEntry => ({
  name,
  mode,
  body,
  ...more,
});
const d = (name: string, mode = 0o755): MadeEntry => ({ name, mode, flag: '5' });
const link = (name: string, target: string): MadeEntry => ({
  name,
  target,
  flag: '2',
  mode: 0o777,
});
const pem = `-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIHNpntVDdXTNPanp1gnWHuRLZi0pDyYXWerzD28rTHZm\n-----END PRIVATE KEY-----\n`;
const setuid = 'image-no-setuid',
  user = 'image-non-root-user',
  sudo = 'image-no-sudo',
  shell = 'image-no-remote-shell',
  single = 'image-single-function',
  health = 'image-health-check',
  fresh = 'image-fresh',
  keys = 'image-no-private-keys',
  ww = 'image-files-not-world-writable',
  acc = 'image-account-files-protected',
  os = 'image-os-supported',
  pk = 'image-packages-minimal',
  auth = 'image-authentication-required',
  cred = 'image-no-credentials';
const dpkg = (names: readonly string[], status = 'install ok installed') =>
  f(
    'var/lib/dpkg/status',
    0o644,
    names.map((n) => `Package: ${n}\nStatus: ${status}\nVersion: 1.0\n`).join('\n'),
  );
/** Images, and what is true of them by their layers and their configuration. */
export const imageCases: readonly ImageCase[] = [
  { name: 'setuid', layers: [[f('usr/bin/su', 0o4755)]], expect: { [setuid]: 'fail' } },
  {
    name: 'setuid whited out',
    layers: [[f('usr/bin/su', 0o4755)], [f('usr/bin/.wh.su', 0)]],
    expect: { [setuid]: 'pass' },
  },
  {
    name: 'setuid opaque folder',
    layers: [[f('usr/bin/su', 0o4755)], [f('usr/bin/.wh..wh..opq', 0), f('usr/bin/ls', 0o755)]],
    expect: { [setuid]: 'pass' },
  },
  {
    name: 'setuid back in a later layer',
    layers: [[f('usr/bin/su', 0o4755)], [f('usr/bin/.wh.su', 0)], [f('usr/bin/su', 0o4755)]],
    expect: { [setuid]: 'fail' },
  },
  {
    name: 'setuid chmod in a later layer',
    layers: [[f('usr/bin/su', 0o4755)], [f('usr/bin/su', 0o755)]],
    expect: { [setuid]: 'pass' },
  },
  {
    name: 'setgid',
    layers: [[f('usr/bin/wall', 0o2755, 'x', { gid: 5 })]],
    expect: { [setuid]: 'fail' },
  },
  { name: 'setgid folder', layers: [[d('var/mail', 0o2775)]], expect: { [setuid]: 'pass' } },
  {
    name: 'setgid not executable',
    layers: [[f('usr/bin/x', 0o2644)]],
    expect: { [setuid]: 'pass' },
  },
  {
    name: 'setuid in an odd place',
    layers: [[f('opt/x/y/z/q', 0o4711)]],
    expect: { [setuid]: 'fail' },
  },
  {
    name: 'folder replaced by a file',
    layers: [[f('usr/bin/su', 0o4755)], [f('usr/bin', 0o644)]],
    expect: { [setuid]: 'pass' },
  },
  {
    name: 'hard link to setuid',
    layers: [
      [f('usr/bin/su', 0o4755), { name: 'bin/su2', flag: '1', target: 'usr/bin/su', mode: 0o4755 }],
      [f('usr/bin/.wh.su', 0)],
    ],
    expect: { [setuid]: 'fail' },
  },
  { name: 'key', layers: [[f('root/.ssh/id_ed25519', 0o600, pem)]], expect: { [keys]: 'fail' } },
  {
    name: 'key removed later',
    layers: [[f('root/.ssh/id_ed25519', 0o600, pem)], [f('root/.ssh/.wh.id_ed25519', 0)]],
    expect: { [keys]: 'fail' },
  },
  {
    name: 'certificate only',
    layers: [
      [
        f(
          'etc/ssl/certs/a.pem',
          0o644,
          '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
        ),
      ],
    ],
    expect: { [keys]: 'pass' },
  },
  {
    name: 'public key only',
    layers: [
      [
        f(
          'root/.ssh/id_ed25519.pub',
          0o644,
          'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNpntVDdXTNPanp a@b\n',
        ),
      ],
    ],
    expect: { [keys]: 'pass' },
  },
  { name: 'user root', config: { User: 'root' }, expect: { [user]: 'fail' } },
  { name: 'user none', config: { User: '' }, expect: { [user]: 'fail' } },
  { name: 'user 0:1000', config: { User: '0:1000' }, expect: { [user]: 'fail' } },
  { name: 'user 1000:0', config: { User: '1000:0' }, expect: { [user]: 'pass' } },
  { name: 'user 00', config: { User: '00' }, expect: { [user]: 'fail' } },
  {
    name: 'user app, known',
    config: { User: 'app' },
    layers: [[f('etc/passwd', 0o644, 'root:x:0:0::/:/bin/sh\napp:x:1000:1000::/:/bin/sh\n')]],
    expect: { [user]: 'pass' },
  },
  {
    name: 'user app who is 0',
    config: { User: 'app' },
    layers: [[f('etc/passwd', 0o644, 'root:x:0:0::/:/bin/sh\napp:x:0:0::/:/bin/sh\n')]],
    expect: { [user]: 'fail' },
  },
  {
    name: 'user app overwritten in a later layer',
    config: { User: 'app' },
    layers: [
      [f('etc/passwd', 0o644, 'app:x:1000:1000::/:/bin/sh\n')],
      [f('etc/passwd', 0o644, 'app:x:0:0::/:/bin/sh\n')],
    ],
    expect: { [user]: 'fail' },
  },
  { name: 'sudo installed', layers: [[dpkg(['sudo', 'libc6'])]], expect: { [sudo]: 'fail' } },
  {
    name: 'sudo removed, configuration left',
    layers: [[dpkg(['sudo'], 'deinstall ok config-files')]],
    expect: { [sudo]: 'pass' },
  },
  { name: 'sudo program', layers: [[f('usr/bin/sudo', 0o4755)]], expect: { [sudo]: 'fail' } },
  { name: 'doas program', layers: [[f('usr/bin/doas', 0o4755)]], expect: { [sudo]: 'fail' } },
  { name: 'sshd started', config: { Cmd: ['/usr/sbin/sshd', '-D'] }, expect: { [shell]: 'fail' } },
  {
    name: 'sshd by shell',
    config: { Cmd: ['/bin/sh', '-c', 'exec /usr/sbin/sshd -D'] },
    expect: { [shell]: 'fail' },
  },
  { name: 'port 22', config: { ExposedPorts: { '22/tcp': {} } }, expect: { [shell]: 'fail' } },
  {
    name: 'openssh-server package',
    layers: [[dpkg(['openssh-server'])]],
    expect: { [shell]: 'fail' },
  },
  {
    name: 'openssh-client package',
    layers: [[dpkg(['openssh-client'])]],
    expect: { [shell]: 'pass' },
  },
  { name: 'sshd file', layers: [[f('usr/sbin/sshd', 0o755)]], expect: { [shell]: 'fail' } },
  {
    name: 'ssh removed',
    layers: [[f('usr/sbin/sshd', 0o755)], [f('usr/sbin/.wh.sshd', 0)]],
    expect: { [shell]: 'pass' },
  },
  {
    name: 'supervisord',
    config: { Entrypoint: ['/usr/bin/supervisord', '-n'], Cmd: null },
    expect: { [single]: 'fail' },
  },
  {
    name: 'several by shell',
    config: { Cmd: ['/bin/sh', '-c', 'nginx & php-fpm'] },
    expect: { [single]: 'fail' },
  },
  {
    name: 'tini and one',
    config: { Entrypoint: ['/sbin/tini', '--'], Cmd: ['node', 'a.js'] },
    expect: { [single]: 'pass' },
  },
  { name: 'systemd', config: { Cmd: ['/lib/systemd/systemd'] }, expect: { [single]: 'fail' } },
  { name: 's6', config: { Entrypoint: ['/init'], Cmd: null }, expect: { [single]: 'fail' } },
  {
    name: 'health check',
    config: { Healthcheck: { Test: ['CMD', 'true'] } },
    expect: { [health]: 'pass' },
  },
  {
    name: 'health check NONE',
    config: { Healthcheck: { Test: ['NONE'] } },
    expect: { [health]: 'fail' },
  },
  {
    name: 'health check none lower',
    config: { Healthcheck: { Test: ['none'] } },
    expect: { [health]: 'fail' },
  },
  {
    name: 'health check empty',
    config: { Healthcheck: { Test: [], Interval: 30e9 } },
    expect: { [health]: 'fail' },
  },
  { name: 'health check absent', expect: { [health]: 'fail' } },
  { name: 'old', created: '2024-01-01T00:00:00Z', expect: { [fresh]: 'fail' } },
  { name: 'zero date', created: '0001-01-01T00:00:00Z', expect: { [fresh]: 'unknown' } },
  { name: 'epoch', created: '1970-01-01T00:00:00Z', expect: { [fresh]: 'unknown' } },
  { name: '1980', created: '1980-01-01T00:00:01Z', expect: { [fresh]: 'unknown' } },
  { name: 'future', created: '2027-11-01T00:00:00Z', expect: { [fresh]: 'unknown' } },
  {
    name: 'offset date',
    created: '2026-11-20T10:00:00.123456789+08:00',
    expect: { [fresh]: 'pass' },
  },
  { name: 'world-writable file', layers: [[f('srv/x', 0o666)]], expect: { [ww]: 'fail' } },
  {
    name: 'world-writable tmp sticky',
    layers: [[d('tmp', 0o1777), d('var/tmp', 0o1777)]],
    expect: { [ww]: 'pass' },
  },
  {
    name: 'world-writable folder no sticky',
    layers: [[d('srv', 0o777)]],
    expect: { [ww]: 'fail' },
  },
  { name: 'world-writable link', layers: [[link('srv/l', '/x')]], expect: { [ww]: 'pass' } },
  {
    name: 'world-writable chmod later',
    layers: [[f('srv/x', 0o666)], [f('srv/x', 0o644)]],
    expect: { [ww]: 'pass' },
  },
  {
    name: 'passwd writable',
    layers: [[f('etc/passwd', 0o666, 'root:x:0:0::/:/bin/sh\n')]],
    expect: { [acc]: 'fail' },
  },
  {
    name: 'passwd writable by group 0 (OpenShift)',
    layers: [[f('etc/passwd', 0o664, 'root:x:0:0::/:/bin/sh\n')]],
    expect: { [acc]: 'fail' },
  },
  {
    name: 'shadow owned by app',
    layers: [[f('etc/shadow', 0o640, 'root:*:1::::::\n', { uid: 1000 })]],
    expect: { [acc]: 'fail' },
  },
  {
    name: 'os old',
    layers: [[f('etc/os-release', 0o644, 'ID=debian\nVERSION_ID="9"\n'), dpkg(['a'])]],
    expect: { [os]: 'fail' },
  },
  {
    name: 'os by link',
    layers: [
      [
        link('etc/os-release', '../usr/lib/os-release'),
        f('usr/lib/os-release', 0o644, 'ID=debian\nVERSION_ID="13"\n'),
      ],
    ],
    expect: { [os]: 'pass' },
  },
  { name: 'os none', expect: { [os]: 'not-applicable' } },
  {
    name: 'alpine',
    layers: [
      [
        f('etc/os-release', 0o644, 'ID=alpine\nVERSION_ID=3.12.0\n'),
        f('lib/apk/db/installed', 0o644, 'P:musl\nV:1\n\nP:gcc\nV:2\n'),
      ],
    ],
    expect: { [os]: 'fail', [pk]: 'fail' },
  },
  {
    name: 'packages minimal',
    layers: [[dpkg(['libc6', 'ca-certificates'])]],
    expect: { [pk]: 'pass' },
  },
  {
    name: 'packages distroless',
    layers: [[f('var/lib/dpkg/status.d/gcc', 0o644, 'Package: gcc\nVersion: 1\n')]],
    expect: { [pk]: 'fail' },
  },
  {
    name: 'packages half-installed',
    layers: [[dpkg(['gcc'], 'install ok half-configured')]],
    expect: { [pk]: 'fail' },
  },
  {
    name: 'mysql empty password',
    config: { Env: ['MYSQL_ALLOW_EMPTY_PASSWORD=yes'], Cmd: ['mysqld'] },
    expect: { [auth]: 'fail' },
  },
  {
    name: 'mysql empty password no',
    config: { Env: ['MYSQL_ALLOW_EMPTY_PASSWORD=no'], Cmd: ['mysqld'] },
    expect: { [auth]: 'fail' },
  },
  {
    name: 'mysql empty password unset',
    config: { Env: ['MYSQL_ALLOW_EMPTY_PASSWORD='], Cmd: ['mysqld'] },
    expect: { [auth]: 'pass' },
  },
  {
    name: 'postgres trust',
    config: { Env: ['POSTGRES_HOST_AUTH_METHOD=trust'], Cmd: ['postgres'] },
    expect: { [auth]: 'fail' },
  },
  {
    name: 'npmrc token',
    layers: [
      [
        f(
          'root/.npmrc',
          0o600,
          '//registry.npmjs.org/:_authToken=npm_abcdefghijklmnopqrstuvwxyz0123456789\n',
        ),
      ],
    ],
    expect: { [cred]: 'fail' },
  },
  {
    name: 'docker config with auth',
    layers: [
      [f('root/.docker/config.json', 0o600, '{"auths":{"r":{"auth":"dXNlcjpzM2NyM3RQYXNz"}}}')],
    ],
    expect: { [cred]: 'fail' },
  },
  {
    name: 'docker config without auth',
    layers: [[f('root/.docker/config.json', 0o600, '{"auths":{},"credsStore":"pass"}')]],
    expect: { [cred]: 'pass' },
  },
  {
    name: 'secret variable',
    config: { Env: ['DB_PASSWORD=s3cr3t-Pa55'] },
    expect: { 'image-no-secrets': 'fail' },
  },
  {
    name: 'labels',
    config: {
      Labels: {
        'org.opencontainers.image.source': 'https://x',
        'org.opencontainers.image.revision': 'a',
      },
    },
    expect: { 'image-source-labelled': 'pass' },
  },
];
