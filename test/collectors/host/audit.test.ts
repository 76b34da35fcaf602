import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadRules } from '../../../src/syntax/parse-audit-rules.ts';
import { parseAuditRules } from '../../../src/syntax/audit-rules/parse-audit-rules.ts';
import { readAudit } from '../../../src/collectors/host/read-audit.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

/** What a text has watched, what may keep more silent, and what of it is not understood. */
function watches(text: string): readonly string[] {
  const { tree, problems } = parseAuditRules(text);
  const { watches: found, uncertain } = loadRules(tree);
  return [
    ...found.map(({ path, permissions, rule }) => `${path} ${permissions}:${rule.line}`),
    ...uncertain.map(({ line }) => `perhaps:${line}`),
    ...problems.map(({ code, line }) => `${code}:${line}`),
  ];
}

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
  ['-a never,exit -F path=/a -F uid=33\n-w /a -p wa', ['perhaps:1']],
  // Of several rules the first decides, whatever it is called and wherever it stands.
  ['-a exit,never -F dir=/etc\n-w /etc/docker -p wa', []],
  ['-a never,exit -F dir=/etc/\n-w /etc/docker -p wa', []],
  ['-a never,exit -F dir=/\n-w /etc/docker -p wa', []],
  ['-w /a -p wa\n-A never,exit -F path=/a', []],
  ['-w /a -p wa\n-A never,exit -F path=/b', ['/a wa:1']],
  ['-a never,exit -F path=/a/b\n-w /a -p wa', ['/a wa:2']],
  ['-a never,exit -S all\n-w /a -p wa', []],
  ['-a never,exit -F arch=b64 -S all\n-w /a -p wa', []],
  ['-a never,exit -F arch=b64 -S openat,chmod\n-w /a -p wa', ['perhaps:1']],
  ['-a never,exit -F arch=b64 -S adjtimex -F auid=unset\n-w /a -p wa', ['/a wa:2']],
  ['-a never,exit -F auid=4294967295\n-w /a -p wa', ['/a wa:2']],
  ['-a never,exit -F uid=0\n-w /a -p wa', ['perhaps:1']],
  ['-a never,exit -F path=/a -F perm=r\n-w /a -p wa', ['/a wa:2']],
  ['-w /a -p wa\n-a never,task', []],
  ['-a task,never\n-w /a -p wa', []],
  ['-w /a -p wa\n-a always,exclude -F msgtype=PATH', ['perhaps:2']],
  ['-w /a -p wa\n-a never,exclude -F msgtype=1300', ['perhaps:2']],
  ['-a always,exclude -F msgtype=CWD\n-w /a -p wa', ['/a wa:2']],
  ['-a never,filesystem -F fstype=tracefs\n-w /a -p wa', ['/a wa:2']],
  ['-w /a -p wa\n-e 0', []],
  ['-e 2\n-w /a -p wa', []],
  ['-w /a -p wa -k one\n-w /b -p wa -k two\n-D -k one', ['/b wa:2']],
  ['-a always,exit -F arch=b64 -S openat -F path=/a -F perm=wa', ['/a :1']],
  // As auditctl reads a line, or refuses it.
  ['  -w   /a   -p WA  ', ['/a wa:1']],
  ['-w /a\\ b -p wa', ['/a b wa:1']],
  ['-b 8192\n-f 1\n--backlog_wait_time 60000\n-i\n-r 100\n--loginuid-immutable', []],
  ['-w a -p wa', ['bad-value:1']],
  ['-w /a -p wz', ['bad-value:1']],
  ['-w /a -p', ['incomplete:1']],
  ['-w /a -p wa -F uid=0', ['unknown-option:1']],
  ['-a exit -F path=/a', ['bad-value:1']],
  ['-a always,exit -F what=/a', ['bad-value:1']],
  ['-a always,exit -F path', ['bad-value:1']],
  ['watch /a', ['unknown-option:1']],
  ['-e 3', ['bad-value:1']],
  ['-d always,exit -F path=/a', ['unknown-option:1']],
  ['-w /a -p wa\n-D\n-w /b -p wa', ['/b wa:3']],
  ['-w /a -p wa\n-W /a -p wa', []],
  ['-a always,exit -F path=/a -F perm=wa -F success=0', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F uid=33', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F auid>=2000', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F auid!=1000', ['/a :1']],
  ['-a always,exit -F path=/a -F perm=wa -F auid!=4294967295', ['/a wa:1']],
  ['-a always,user -F path=/a -F perm=wa', ['/a :1']],
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
      const { tree, problems } = parseAuditRules(any);
      for (const { line } of [...tree, ...problems]) expect(line).toBeGreaterThan(0);
      expect(loadRules(tree).watches.length).toBeLessThanOrEqual(tree.length);
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
      uncertain: [],
      calls: [],
      uncertainCalls: [],
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
        value: {
          found: true,
          uncertain: [],
          calls: [],
          uncertainCalls: [],
          watches: [
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
        },
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

test.each([
  // The numbers in names by their size, as ls -v sorts them, and `-D` and `-e` where augenrules puts them.
  [{ '9.rules': '-a never,exit -F path=/a\n', '10.rules': '-w /a -p wa\n' }, []],
  [{ '10.rules': '-a never,exit -F path=/a\n', '9.rules': '-w /a -p wa\n' }, ['/a']],
  [{ '1.rules': '-e 2\n-w /a -p wa\n', '2.rules': '-D\n-w /b -p wa\n' }, ['/a', '/b']],
])('rule files make one program: %j', async (files, expected) => {
  const entries = Object.entries(files).map(([name, text]): [string, string] => [
    `/etc/audit/rules.d/${name}`,
    text,
  ]);
  const reading = await readAudit(temporaryRoot(Object.fromEntries<string>(entries)));
  const found = 'value' in reading ? reading.value.watches.map(({ fact }) => fact.path) : undefined;
  expect(found).toEqual(expected);
});

test('what one of the compiled and the written rules keeps silent is not recorded', async () => {
  const root = temporaryRoot({
    '/etc/audit/rules.d/a.rules': '-a never,exit -F path=/a\n-w /a -p wa\n-w /b -p wa\n',
    '/etc/audit/audit.rules': '-w /a -p wa\n-w /b -p wa\n',
  });
  const reading = await readAudit(root);
  const found = 'value' in reading ? reading.value.watches.map(({ fact }) => fact.path) : undefined;
  expect(found).toEqual(['/b']);
});

test('a line that is not understood leaves all of it open, and is named', async () => {
  const path = '/etc/audit/rules.d/a.rules';
  const root = temporaryRoot({ [path]: '-w /a -p wa\nwatch /b\n', '/etc/audit/audit.rules': '' });
  const reason = 'not-understood';
  expect(await readAudit(root)).toMatchObject({
    unread: { reason, source: { kind: 'file', path, line: 2 } },
  });
  const { root: other, auditctl } = recorded('enabled 1\n', 'LIST_RULES: exit,always watch=/a\n');
  expect(await readAudit(other, auditctl)).toMatchObject({ unread: { reason } });
});

/** What a text has recorded of system calls, and what may keep more silent. */
function calls(text: string): readonly string[] {
  const found = loadRules(parseAuditRules(text).tree);
  return [
    ...found.calls.map(({ calls: names, bits, outcome, raised, rule }) =>
      [names.join('+'), bits, outcome, ...(raised ? ['raised'] : []), rule.line].join(' '),
    ),
    ...found.uncertainCalls.map(({ line }) => `perhaps:${line}`),
  ];
}

const refused = '-a always,exit -F arch=b64 -S open,openat -F exit=-EACCES';

test.each([
  [`${refused} -F auid>=1000 -F auid!=unset -k access`, ['open+openat 64 EACCES 1']],
  ['-a always,exit -F arch=b32 -S openat -F exit=-1', ['openat 32 EPERM 1']],
  ['-a always,exit -S openat -F success=0', ['openat both failed 1']],
  ['-a always,exit -F arch=b64 -S openat -F exit=-ENOENT', []],
  ['-a always,exit -F arch=b64 -S openat -F exit!=-EACCES', []],
  ['-a always,exit -F arch=b64 -S openat -F success=1', []],
  [`${refused} -F uid=33`, []],
  [`${refused} -F auid=1000`, []],
  [`${refused} -F dir=/etc`, []],
  ['-a never,exit -S openat', []],
  ['-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0', ['execve 64 any raised 1']],
  ['-a always,exit -F arch=b64 -S execve -F auid>=1000', ['execve 64 any 1']],
  ['-a always,exit -F arch=b64', ['all 64 any 1']],
  ['-w /etc -p wa', []],
  // The first rule that an event meets decides.
  [`-a never,exit -S all\n${refused}`, []],
  [`${refused}\n-a never,exit -S all`, ['open+openat 64 EACCES 1']],
  [`-a never,exit -F dir=/proc\n${refused}`, ['perhaps:1']],
  [`-a never,exit -F perm=r -F dir=/srv\n${refused}`, ['perhaps:1']],
  [`-a never,exit -F arch=b64 -S adjtimex\n${refused}`, ['open+openat 64 EACCES 2']],
  [`-a never,exit -F auid=unset\n${refused}`, ['open+openat 64 EACCES 2']],
  [`${refused}\n-a never,task`, []],
  [`${refused}\n-e 0`, []],
])('calls recorded by %s', (text, expected) => {
  expect(calls(text)).toEqual(expected);
});

test('calls in both files are one, and where one of the two keeps them silent, they are none', async () => {
  const read = async (compiled: string) => {
    const reading = await readAudit(
      temporaryRoot({
        '/etc/audit/rules.d/a.rules': `${refused}\n`,
        '/etc/audit/audit.rules': compiled,
      }),
      [],
    );
    return 'value' in reading ? reading.value.calls.map(({ fact }) => fact.file) : reading;
  };
  expect(await read(`-D\n${refused}\n`)).toEqual(['/etc/audit/rules.d/a.rules']);
  expect(await read(`-a never,exit -S all\n${refused}\n`)).toEqual([]);
});
