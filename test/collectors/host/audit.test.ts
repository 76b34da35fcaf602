import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAuditRules } from '../../../src/collectors/host/audit-rules.ts';
import { readAudit } from '../../../src/collectors/host/read-audit.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

const watches = (text: string): readonly string[] =>
  parseAuditRules(text).map(({ path, permissions, line }) => `${path} ${permissions}:${line}`);

test.each([
  ['-w /usr/bin/dockerd -p wa -k docker', ['/usr/bin/dockerd wa:1']],
  ['-w /usr/bin/dockerd -k docker', ['/usr/bin/dockerd rwxa:1']],
  ['-w /etc/docker/ -p aw', ['/etc/docker wa:1']],
  [
    '-a always,exit -F path=/usr/bin/runc -F perm=x -F auid>=1000 -F auid!=unset -k d',
    ['/usr/bin/runc x:1'],
  ],
  ['-a exit,always -F dir=/var/lib/docker -F perm=rwxa', ['/var/lib/docker rwxa:1']],
  ['-a always,exit -F arch=b64 -S all -F path=/etc/docker -F key=d', ['/etc/docker rwxa:1']],
  ['-a always,exit -F arch=b64 -S openat -F path=/etc/docker', ['/etc/docker :1']],
  ['-a always,exit -F arch=b64 -S execve', []],
  ['# -w /etc/docker -p wa', []],
  ['-a never,exit -F path=/a\n-w /a -p wa\n-w /b -p wa', ['/b wa:3']],
  ['-w /a -p wa\n-a never,exit -F path=/a', ['/a wa:1']],
  ['-a never,exit -F path=/a -F uid=33\n-w /a -p wa', ['/a wa:2']],
  ['-w /a -p wa\n-D\n-w /b -p wa', ['/b wa:3']],
  ['-w /a -p wa\n-W /a -p wa', []],
  ['-a always,exit -F path=/a -F perm=wa -F success=0', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F uid=33', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F auid>=2000', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F auid!=1000', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F auid!=4294967295', ['/a wa:1']],
  ['-a always,user -F path=/a -F perm=wa', ['/a :1']],
  ['No rules', []],
])('%j', (text, expected) => {
  expect(watches(text)).toEqual(expected);
});

test('no text makes it throw', () => {
  const word = fc.constantFrom(
    '-w',
    '-a',
    '-F',
    '-p',
    'path=/x',
    'always,exit',
    ' ',
    '\n',
    '-D',
    '=',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(text, (any) => {
      for (const { line } of parseAuditRules(any)) expect(line).toBeGreaterThan(0);
    }),
  );
});

test('reads rule files, and names a compiled rule by where it was written', async () => {
  const root = temporaryRoot({
    '/etc/audit/rules.d/docker.rules': '-D\n-w /etc/docker -p wa\n',
    '/etc/audit/rules.d/readme.txt': '-w /nothing -p wa\n',
    '/etc/audit/audit.rules': '## made by augenrules\n-w /etc/docker -p wa\n-w /run -p wa\n',
  });
  const reading = await readAudit(root);
  const audit = 'value' in reading ? reading.value : undefined;
  expect(audit?.state).toBe('files');
  expect(audit?.watches.map(({ source }) => source)).toEqual([
    { kind: 'file', path: '/etc/audit/rules.d/docker.rules', line: 2 },
    { kind: 'file', path: '/etc/audit/audit.rules', line: 3 },
  ]);
});

test('no rule files is another thing than no rules', async () => {
  expect(await readAudit(temporaryRoot())).toMatchObject({
    value: { state: 'absent', watches: [] },
  });
  const empty = temporaryRoot({ '/etc/audit/audit.rules': '' });
  expect(await readAudit(empty)).toMatchObject({ value: { state: 'files', watches: [] } });
});

/** This machine's kernel has no audit: what auditctl prints is recorded, and played back by a script. */
function recorded(status: string, list: string): { root: string; auditctl: readonly string[] } {
  const root = temporaryRoot({ '/etc/audit/audit.rules': '-w /only/in/the/file -p wa\n' });
  const script = `#!/bin/sh\n[ "$1" = -s ] && printf %b '${status}' || printf %b '${list}'\n`;
  addFile(root, '/auditctl', script);
  chmodSync(join(root, 'auditctl'), 0o755);
  return { root, auditctl: [join(root, 'none'), join(root, 'auditctl')] };
}

test('what the kernel has loaded goes before what the files say', async () => {
  const { root, auditctl } = recorded(
    'enabled 1\\nfailure 1\\n',
    '-w /etc/docker -p wa -k docker\\n',
  );
  expect(await readAudit(root, auditctl)).toEqual({
    value: {
      state: 'loaded',
      watches: [
        {
          fact: { path: '/etc/docker', permissions: 'wa', file: 'auditctl -l', line: 1 },
          source: { kind: 'command', command: 'auditctl -l' },
        },
      ],
      locked: false,
      lockedSource: { kind: 'command', command: 'auditctl -s' },
      daemonRunning: false,
      configured: {
        value: [
          {
            fact: {
              path: '/only/in/the/file',
              permissions: 'wa',
              file: '/etc/audit/audit.rules',
              line: 1,
            },
            source: { kind: 'file', path: '/etc/audit/audit.rules', line: 1 },
          },
        ],
        source: { kind: 'file', path: '/etc/audit/rules.d' },
      },
    },
    source: { kind: 'command', command: 'auditctl -l' },
  });
});

test('a kernel whose audit is switched off watches nothing', async () => {
  const { root, auditctl } = recorded('enabled 0\\n', '-w /etc/docker -p wa\\n');
  expect(await readAudit(root, auditctl)).toMatchObject({
    value: { state: 'loaded', watches: [] },
  });
});

test.each([
  ['enabled 2\\npid 812\\n', true, true],
  ['enabled 1\\npid 812\\n', false, true],
  ['enabled 2\\npid 0\\n', true, false],
  ['enabled 0\\npid 812\\n', false, false],
  ['AUDIT_STATUS: enabled=2 flag=1 pid=812 rate_limit=0\\n', true, true],
])('the kernel says %j of itself', async (status, locked, daemonRunning) => {
  const { root, auditctl } = recorded(status, 'No rules\\n');
  expect(await readAudit(root, auditctl)).toMatchObject({ value: { locked, daemonRunning } });
});

test.each([
  ['-w /a -p wa\n-e 2\n', true],
  ['-e 1\n', false],
  ['-e 2\n-e 1\n', false],
  ['#-e 2\n', false],
])('rules that %j are locked: %s', async (text, locked) => {
  const root = temporaryRoot({ '/etc/audit/rules.d/99-end.rules': text });
  expect(await readAudit(root)).toMatchObject({ value: { locked } });
});

test('a watch is on what links lead to, and on a file that is a link itself', async () => {
  const root = temporaryRoot({
    '/usr/bin/runc-1.1': '',
    '/run/docker.sock': '',
    '/srv/docker/x': '',
    '/etc/audit/audit.rules':
      '-w /bin/runc -p wa\n-w /var/run/docker.sock -p wa\n-w /var/lib/docker -p wa\n-w /var/run/none/x -p wa\n',
  });
  mkdirSync(join(root, 'var/lib'), { recursive: true });
  symlinkSync('usr/bin', join(root, 'bin'));
  symlinkSync('runc-1.1', join(root, 'usr/bin/runc'));
  symlinkSync('/run', join(root, 'var/run'));
  symlinkSync('/srv/docker', join(root, 'var/lib/docker'));
  const reading = await readAudit(root);
  const paths = 'value' in reading ? reading.value.watches.map(({ fact }) => fact.path) : [];
  expect(paths).toEqual(['/usr/bin/runc', '/run/docker.sock', '/srv/docker', '/run/none/x']);
});

test('a kernel that does not answer leaves the files', async () => {
  const { root, auditctl } = recorded('', '');
  addFile(root, '/auditctl', '#!/bin/sh\necho "Operation not permitted" >&2; exit 1\n');
  expect(await readAudit(root, auditctl)).toMatchObject({
    value: { state: 'files', watches: [{ fact: { path: '/only/in/the/file' } }] },
  });
});
