import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { stateAccess } from '../../../src/collectors/collect/state-access.ts';
import { parseTarget } from '../../../src/collectors/gathering/parse-target.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
  syncBuiltinESMExports();
});

/** Paths that are opened, listed or followed from here on, be they there or not. */
function watchReads(): ReadonlySet<string> {
  const seen = new Set<string>();
  const spy = (owner: object, name: string): void => {
    const before = Reflect.get(owner, name) as (...rest: unknown[]) => unknown;
    Reflect.set(owner, name, (path: unknown, ...rest: unknown[]) => {
      if (typeof path === 'string') seen.add(path);
      return before(path, ...rest);
    });
    undo.push(() => Reflect.set(owner, name, before));
  };
  for (const name of ['openSync', 'readFileSync', 'readdirSync', 'opendirSync']) spy(fs, name);
  for (const name of ['open', 'readFile', 'readdir', 'opendir']) spy(fs.promises, name);
  syncBuiltinESMExports();
  return seen;
}

/** Systems differ in what is there, and so in what is looked for. */
const systems = {
  debian: {
    '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
    '/var/lib/dpkg/status': 'Package: docker-ce\nStatus: install ok installed\nVersion: 1\n',
  },
  alpine: {
    '/etc/os-release': 'ID=alpine\nVERSION_ID=3.20.1\n',
    '/lib/apk/db/installed': 'P:docker\nV:1\n',
    '/etc/apk/repositories': '',
  },
  fedora: { '/etc/os-release': 'ID=fedora\nVERSION_ID=41\n', '/var/lib/rpm/rpmdb.sqlite': '' },
};

/** What makes readers go on to what it names. */
const rich = {
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n',
  '/etc/group': 'root:x:0:\ndocker:x:999:ann\n',
  '/etc/shadow': 'root:*:20000:0:99999:7:::\n',
  '/etc/login.defs': 'PASS_MAX_DAYS 90\n',
  '/etc/sudoers': 'root ALL=(ALL) ALL\n@includedir /etc/sudoers.d\n',
  '/etc/sudoers.d/ann': 'ann ALL=(ALL) /usr/bin/docker\n',
  '/etc/audit/auditd.conf': 'log_file = /var/log/audit/audit.log\n',
  '/etc/audit/rules.d/docker.rules': '-w /etc/docker -p wa\n',
  '/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n',
  '/etc/ssh/sshd_config.d/a.conf': 'PermitRootLogin no\n',
  '/etc/pam.d/sshd': '@include common-auth\n',
  '/etc/pam.d/common-auth': 'auth required pam_faillock.so\nauth required pam_unix.so\n',
  '/etc/docker/daemon.json': '{"data-root":"/var/lib/docker"}\n',
  '/etc/docker/certs.d/registry.example/ca.crt': 'x\n',
  '/etc/containerd/config.toml': 'version = 2\n',
  '/etc/logrotate.conf': 'include /etc/logrotate.d\n/var/log/docker { weekly }\n',
  '/etc/ufw/ufw.conf': 'ENABLED=yes\n',
  '/etc/apt/apt.conf.d/10x': 'Dir::State "var/lib/apt";\n',
  '/usr/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n',
  '/usr/lib/systemd/system/ssh.service': '[Service]\nExecStart=/usr/sbin/sshd -D\n',
  '/usr/bin/dockerd': '',
  '/usr/sbin/sshd': '',
  '/usr/sbin/auditd': '',
  '/usr/bin/aide': '',
  '/etc/aide/aide.conf': 'database_in=file:/var/lib/aide/aide.db\n',
  '/var/lib/clamav/daily.cvd': 'ClamAV-VDB:\n',
  '/root/.docker/key.pem': 'x\n',
};

describe('what is said to be read of a host', () => {
  it.each(Object.entries(systems))('holds all that a collection opens: %s', async (_, files) => {
    const root = temporaryRoot({ ...rich, ...files });
    const input = { targets: [parseTarget(`host:${root}`)], env: {}, home: '/nonexistent' };
    const [said] = await stateAccess(input);
    const reads = said?.reads ?? [];
    const seen = watchReads();
    await collect({ ...input, now: new Date('2026-11-24T12:00:00Z') });
    const opened = Array.from(seen, (path) => path.slice(root.length)).filter(
      (path, at) => Array.from(seen)[at]?.startsWith(root) === true && path !== '',
    );
    expect(opened).toContain('/etc/sudoers.d/ann');
    // Folders on the way to a place are passed through.
    const isSaid = (path: string): boolean =>
      reads.some(
        (each) => path === each || path.startsWith(`${each}/`) || `${each}/`.startsWith(`${path}/`),
      );
    expect(opened.filter((path) => !isSaid(path))).toEqual([]);
  });
});
