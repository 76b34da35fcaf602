import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMissing } from '../../../src/collectors/gathering/partial-facts.ts';
import { readSudoers } from '../../../src/collectors/host/read-sudoers.ts';
import { parseSudoers } from '../../../src/syntax/sudoers/parse-sudoers.ts';
import { splitStatements } from '../../../src/syntax/sudoers/split-statements.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

const statements = (text: string) =>
  parseSudoers(text).tree.map(({ line: _line, ...rest }) =>
    rest.kind === 'rules'
      ? { ...rest, rules: rest.rules.map(({ runAs: _, someHosts: _hosts, ...rule }) => rule) }
      : rest,
  );

test('joins continued lines and cuts comments off, but not numbers of users', () => {
  const text = `# one
root ALL=(ALL) ALL # two
alice ALL = /bin/ls, \\
  /bin/cat
#1000 ALL=ALL
%#27 ALL=ALL
bob ALL = (#0) /bin/echo \\#three
Defaults badpass_message="no # here"
#includedir /etc/sudoers.d
# no backslash continues a comment \\
carol ALL=ALL
Defaults badpass_message="a\\
b"
`;
  expect(splitStatements(text)).toEqual([
    { text: 'root ALL=(ALL) ALL', line: 2 },
    { text: 'alice ALL = /bin/ls,    /bin/cat', line: 3 },
    { text: '#1000 ALL=ALL', line: 5 },
    { text: '%#27 ALL=ALL', line: 6 },
    { text: 'bob ALL = (#0) /bin/echo \\#three', line: 7 },
    { text: 'Defaults badpass_message="no # here"', line: 8 },
    { text: '#includedir /etc/sudoers.d', line: 9 },
    { text: 'carol ALL=ALL', line: 11 },
    { text: 'Defaults badpass_message="ab"', line: 12 },
  ]);
});

const rule = (user: string, commands: readonly string[], noPassword: boolean | null = null) => ({
  user,
  commands,
  noPassword,
});

test.each([
  ['root ALL=(ALL:ALL) ALL', [rule('root', ['ALL'])]],
  ['%docker ALL=(ALL) NOPASSWD: ALL', [rule('%docker', ['ALL'], true)]],
  [
    '%docker ALL=(root)NOPASSWD:/usr/bin/docker ps',
    [rule('%docker', ['/usr/bin/docker ps'], true)],
  ],
  ['alice, bob ALL = /bin/ls', [rule('alice', ['/bin/ls']), rule('bob', ['/bin/ls'])]],
  ['ADMINS SERVERS = (OPS) NOEXEC: SERVICES, !SHELLS', [rule('ADMINS', ['SERVICES', '!SHELLS'])]],
  [
    'a ALL = /bin/x, NOPASSWD: /bin/y, PASSWD: /bin/z',
    [rule('a', ['/bin/x']), rule('a', ['/bin/y'], true), rule('a', ['/bin/z'], false)],
  ],
  ['a ALL = NOPASSWD: !/bin/x', [rule('a', ['!/bin/x'])]],
  ['a ALL = NOPASSWD: ALL, !/bin/x', [rule('a', ['ALL', '!/bin/x'], true)]],
  ['a ALL = CWD=/tmp SETENV: NOPASSWD: /bin/x', [rule('a', ['/bin/x'], true)]],
  ['a ALL = !!/bin/x, ! /bin/y', [rule('a', ['/bin/x', '!/bin/y'])]],
  ['!!a, ! ! b, !c ALL = /bin/x', ['a', 'b', '!c'].map((user) => rule(user, ['/bin/x']))],
  [
    'a, %:g ALL, fe80::1 = ^/bin/(x|y)$ ^a, b$, /bin/z',
    ['a', '%:g'].map((user) => rule(user, ['^/bin/(x|y)$ ^a, b$', '/bin/z'])),
  ],
  ['\\x61 ALL = NOPASSWD :ALL', [rule('a', ['ALL'], true)]],
  ['a ALL = sha256:abcd= /bin/x a\\, b', [rule('a', ['sha256:abcd= /bin/x a\\, b'])]],
  ['a H1 = /bin/x : H2 = NOPASSWD: /bin/y', [rule('a', ['/bin/x']), rule('a', ['/bin/y'], true)]],
  ['"DOM users" ALL = ALL', [rule('DOM users', ['ALL'])]],
  ['%dom\\ users ALL = ALL', [rule('%dom users', ['ALL'])]],
  ['a ALL = (ALL) NOPASSWD: /bin/x --k\\=v', [rule('a', ['/bin/x --k\\=v'], true)]],
  ['a ALL = /bin/x NOPASSWD', [rule('a', ['/bin/x NOPASSWD'])]],
  ['a ALL = NOPASSWD:\\\nALL', [rule('a', ['ALL'], true)]],
])('%s', (text, rules) => {
  expect(statements(text)).toEqual([{ kind: 'rules', rules }]);
});

const setting = (name: string, off: boolean, value?: string) => ({ name, off, value });

test.each([
  ['@include /etc/x', { kind: 'include', path: '/etc/x' }],
  ['#include "/etc/with space"', { kind: 'include', path: '/etc/with space' }],
  ['@includedir sudoers.d', { kind: 'include-folder', path: 'sudoers.d' }],
  [
    'Cmnd_Alias SHELLS = /bin/sh, sha256:ab= /bin/bash',
    {
      kind: 'aliases',
      aliases: [{ type: 'command', name: 'SHELLS', members: ['/bin/sh', 'sha256:ab= /bin/bash'] }],
    },
  ],
  [
    'User_Alias ADMINS = alice : OPS = bob, %ops',
    {
      kind: 'aliases',
      aliases: [
        { type: 'user', name: 'ADMINS', members: ['alice'] },
        { type: 'user', name: 'OPS', members: ['bob', '%ops'] },
      ],
    },
  ],
  [
    'Host_Alias NET = 10.0.0.0/8, fe80::1',
    {
      kind: 'aliases',
      aliases: [{ type: 'other', name: 'NET', members: ['10.0.0.0/8', 'fe80::1'] }],
    },
  ],
  [
    'Defaults !syslog, logfile="/var/log/a,b"',
    {
      kind: 'defaults',
      scope: '',
      settings: [setting('syslog', true), setting('logfile', false, '/var/log/a,b')],
    },
  ],
  [
    'Defaults:bob !syslog',
    { kind: 'defaults', scope: ':bob', settings: [setting('syslog', true)] },
  ],
  [
    'Defaults:bob, %ops !authenticate',
    { kind: 'defaults', scope: ':bob,%ops', settings: [setting('authenticate', true)] },
  ],
  [
    'Defaults !!syslog, env_keep += "A B"',
    {
      kind: 'defaults',
      scope: '',
      settings: [setting('syslog', false), setting('env_keep', false)],
    },
  ],
  [
    'Defaults@host syslog=auth',
    { kind: 'defaults', scope: '@host', settings: [setting('syslog', false, 'auth')] },
  ],
])('%s', (text, statement) => {
  expect(statements(text)).toEqual([statement]);
});

// Each of these visudo refuses as well.
test.each([
  'what is this',
  'Cmnd_Alias lower = /bin/sh',
  'User_Alias ALL = a',
  'a ALL',
  'a b c = ALL',
  'a ALL = FOO: /bin/x',
  'a ALL = docker',
  'a ALL = ALL ps',
  'a ALL = /bin/d\\ocker',
  'a ALL = /bin/x a#1',
  'a ALL = /bin/x --k:v',
  'a ALL = /bin/x,',
  'a ALL = NOPASSWD: (root) /bin/x',
  'a ALL = NOPASSWD: CWD=/tmp /bin/x',
  'a ALL = (root) (b) /bin/x',
  'a ALL = NOPASSWD: ALL : x',
  'Defaults !authenticate,',
  'Defaults :a !authenticate',
  'Defaults:a',
  'Defaults !aut\\\nhenticate',
  '@include',
  '@include /etc/x y',
  'a\\ \nb ALL = ALL',
])('does not understand %j', (text) => {
  expect(parseSudoers(text)).toMatchObject({ problems: [{ code: 'syntax', line: 1 }] });
});

test('follows includes in order, and names file and line of each rule', async () => {
  const root = temporaryRoot({
    '/etc/sudoers':
      'root ALL=ALL\n@includedir sudoers.d\n@include /etc/none\n@include local\nlast ALL=ALL\n',
    '/etc/sudoers.d/20-b': 'b ALL=ALL\n',
    '/etc/sudoers.d/10-a': '\na ALL=NOPASSWD: ALL\n',
    '/etc/sudoers.d/30.off': 'off ALL=ALL\n',
    '/etc/sudoers.d/40~': 'off ALL=ALL\n',
    '/etc/local': 'local ALL=ALL\n',
  });
  mkdirSync(join(root, 'etc/sudoers.d/folder'));
  const reading = await readSudoers(root);
  const rules = 'value' in reading ? reading.value.rules : [];
  expect(rules.map(({ user, file, line }) => `${user} ${file}:${line}`)).toEqual([
    'root /etc/sudoers:1',
    'a /etc/sudoers.d/10-a:2',
    'b /etc/sudoers.d/20-b:1',
    'local /etc/local:1',
    'last /etc/sudoers:5',
  ]);
});

test.each([
  ['nothing said', '', undefined, false],
  ['a log file', 'Defaults logfile=/var/log/sudo.log', '/var/log/sudo.log', false],
  ['a quoted one', 'Defaults !x, logfile="/var/log/sudo.log"', '/var/log/sudo.log', false],
  ['switched off again', 'Defaults logfile=/a\nDefaults !logfile', '', false],
  ['one for a single user is not everybody’s', 'Defaults:bob logfile=/a', undefined, false],
  ['no syslog', 'Defaults !syslog', undefined, true],
  ['no syslog for a single user', 'Defaults>root !syslog', undefined, true],
  ['syslog switched on again', 'Defaults !syslog\nDefaults syslog=auth', undefined, false],
])('logging: %s', async (_, text, logFile, disabled) => {
  const reading = await readSudoers(temporaryRoot({ '/etc/sudoers': `${text}\n` }));
  const sudo = 'value' in reading ? reading.value : undefined;
  expect(sudo?.logFile?.value).toBe(logFile);
  expect(sudo?.syslogDisabled !== undefined).toBe(disabled);
});

test('aliases are replaced by what they stand for, wherever they are defined', async () => {
  const root = temporaryRoot({
    '/etc/sudoers': `ADMINS ALL = TOOLS, !SHELLS, NONE, LOOP
ALL, !ADMINS ALL = /bin/ls
User_Alias ADMINS = alice, OPS : OPS = %ops
Cmnd_Alias SHELLS = /bin/sh, !/bin/rbash
Cmnd_Alias LOOP = LOOP, /bin/loop
@include tools
`,
    '/etc/tools': 'Cmnd_Alias TOOLS = /usr/bin/docker, /usr/bin/docker ps\n',
  });
  const reading = await readSudoers(root);
  const rules = 'value' in reading ? reading.value.rules : [];
  const commands = [
    '/usr/bin/docker',
    '/usr/bin/docker ps',
    '!/bin/sh',
    '/bin/rbash',
    'NONE',
    'LOOP',
    '/bin/loop',
  ];
  expect(rules.map((one) => [one.user, one.commands])).toEqual([
    ['alice', commands],
    ['%ops', commands],
    ['ALL', ['/bin/ls']],
  ]);
});

test.each([
  ['nothing said', '', false, false],
  ['what commands print', 'Defaults log_output', true, false],
  ['and not any more', 'Defaults log_output\nDefaults !log_output', false, false],
  ['of one user alone', 'Defaults:bob log_output', false, false],
  ['no allowed command', 'Defaults !log_allowed', false, true],
  ['no allowed command of one user', 'Defaults:bob !log_allowed', false, true],
])('recording: %s', async (_, text, output, unlogged) => {
  const reading = await readSudoers(temporaryRoot({ '/etc/sudoers': `${text}\n` }));
  const sudo = 'value' in reading ? reading.value : undefined;
  expect(sudo?.outputLogged !== undefined).toBe(output);
  expect(sudo?.allowedUnlogged !== undefined).toBe(unlogged);
});

test.each([
  ['nothing said', 'alice ALL=ALL', ['alice ALL false']],
  ['for everyone', 'Defaults !authenticate\nalice ALL=ALL', ['alice ALL true']],
  ['said below it', 'alice ALL=ALL\nDefaults !authenticate', ['alice ALL true']],
  ['a tag wins', 'Defaults !authenticate\nalice ALL=PASSWD: ALL', ['alice ALL false']],
  [
    'for one user',
    'Defaults:alice !authenticate\nalice, bob ALL=ALL',
    ['alice ALL true', 'bob ALL false'],
  ],
  [
    'for all but one',
    'Defaults !authenticate\nDefaults:alice authenticate\nalice ALL=ALL',
    ['alice ALL false'],
  ],
  ['for who may be in the group', 'Defaults:alice !authenticate\n%ops ALL=ALL', ['%ops ALL true']],
  ['for another group', 'Defaults:%web !authenticate\n%ops ALL=ALL', ['%ops ALL ?']],
  ['for a number', 'Defaults:#1000 !authenticate\nalice ALL=ALL', ['alice ALL ?']],
  ['for another user', 'Defaults:bob !authenticate\nalice ALL=ALL', ['alice ALL false']],
  [
    'for all but one, said before',
    'Defaults:alice authenticate\nDefaults !authenticate\nalice ALL=ALL',
    ['alice ALL ?'],
  ],
  [
    'twice, with another between',
    'Defaults:a,b !authenticate\nDefaults:a authenticate\nDefaults:a,b !authenticate\na ALL=ALL',
    ['a ALL true'],
  ],
  [
    'for an alias',
    'User_Alias A = alice\nDefaults:A !authenticate\nalice ALL=ALL',
    ['alice ALL true'],
  ],
  ['on a host', 'Defaults@web !authenticate\nalice ALL=ALL', ['alice ALL true']],
  [
    'of commands',
    'Defaults!/bin/a,/bin/b !authenticate\nalice ALL=/bin/a, /bin/c',
    ['alice /bin/c false', 'alice /bin/a true'],
  ],
  [
    'of commands, out of all',
    'Defaults!/bin/a !authenticate\nalice ALL=ALL',
    ['alice ALL false', 'alice /bin/a true'],
  ],
  [
    'of a command with any arguments',
    'Defaults!/bin/a !authenticate\nalice ALL=/bin/a run *, /bin/b',
    ['alice /bin/b false', 'alice /bin/a run * true'],
  ],
  [
    'of a command with arguments, by an alias',
    'Cmnd_Alias C = /bin/a ps\nDefaults!C !authenticate\nalice ALL=/bin/a, /bin/a ps, /bin/a top',
    ['alice /bin/a,/bin/a top false', 'alice /bin/a ps true'],
  ],
  [
    'of a folder',
    'Defaults!/bin/ !authenticate\nalice ALL=/bin/a run, /sbin/a',
    ['alice /sbin/a false', 'alice /bin/a run true'],
  ],
  [
    'of a command in an allowed folder',
    'Defaults!/bin/a !authenticate\nalice ALL=/bin/*',
    ['alice /bin/* false', 'alice /bin/a true'],
  ],
  [
    'of all commands but one',
    'Defaults!ALL,!/bin/a !authenticate\nalice ALL=/bin/a, /bin/b',
    ['alice /bin/a false', 'alice /bin/b true'],
  ],
  [
    'of a pattern that may be the command',
    'Defaults!/bin/[ab] !authenticate\nalice ALL=/bin/a',
    ['alice /bin/a ?'],
  ],
  [
    'of a pattern of arguments',
    'Cmnd_Alias C = /bin/a p*\nDefaults!C !authenticate\nalice ALL=/bin/a ps',
    ['alice /bin/a ps ?'],
  ],
  [
    'of a program with a digest',
    'Cmnd_Alias C = sha224:aa== /bin/a\nDefaults!C !authenticate\nalice ALL=/bin/a',
    ['alice /bin/a ?'],
  ],
  [
    'of a command that is asked for again',
    'Defaults !authenticate\nDefaults!/bin/a authenticate\nalice ALL=/bin/a x, /bin/b',
    ['alice /bin/b true', 'alice /bin/a x false'],
  ],
])('passwords by default: %s', async (_, text, expected) => {
  const reading = await readSudoers(temporaryRoot({ '/etc/sudoers': `${text}\n` }));
  const rules = 'value' in reading ? reading.value.rules : [];
  const said = rules.map(({ user, commands, noPassword }) =>
    [user, commands.join(','), isMissing(noPassword) ? '?' : noPassword].join(' '),
  );
  expect(said).toEqual(expected);
});

test('without sudo there are no rules', async () => {
  expect(await readSudoers(temporaryRoot())).toMatchObject({ value: { rules: [] } });
});

test('what is not understood, and includes without end, are gaps that name the line', async () => {
  const odd = await readSudoers(temporaryRoot({ '/etc/sudoers': 'root ALL=ALL\nwhat is this\n' }));
  expect(odd).toMatchObject({
    unread: { reason: 'not-understood', source: { path: '/etc/sudoers', line: 2 } },
  });
  const root = temporaryRoot({ '/etc/sudoers': '@include /etc/again\n' });
  addFile(root, '/etc/again', '@include /etc/sudoers\n');
  expect(await readSudoers(root)).toMatchObject({ unread: { reason: 'not-understood' } });
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    'ALL',
    '=',
    '(',
    ')',
    ':',
    ',',
    ' ',
    '\\',
    '"',
    '#',
    '\n',
    'NOPASSWD',
    'Defaults',
    '@include ',
    '!',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      const { tree, problems } = parseSudoers(any);
      for (const { line } of [...tree, ...problems]) expect(line).toBeGreaterThan(0);
      expect(tree.length + problems.length).toBe(splitStatements(any).length);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['Defaults:alice, bob !authenticate\nbob ALL = ALL', [['bob', true]]],
  ['Defaults exempt_group = docker\n%docker ALL = PASSWD: ALL', [['%docker', true]]],
  ['Defaults exempt_group = docker, !exempt_group\n%docker ALL = ALL', [['%docker', false]]],
  ['# old \\\n%docker ALL = NOPASSWD: ALL', [['%docker', true]]],
])('%j asks for a password or not', async (text, expected) => {
  const reading = await readSudoers(temporaryRoot({ '/etc/sudoers': `${text}\n` }));
  const rules = 'value' in reading ? reading.value.rules : [];
  expect(rules.map(({ user, noPassword }) => [user, noPassword])).toEqual(expected);
});

test('a log that goes nowhere is none', async () => {
  const text = 'Defaults syslog_goodpri=none, logfile=/dev/null\na ALL = ALL\n';
  const reading = await readSudoers(temporaryRoot({ '/etc/sudoers': text }));
  expect(reading).toMatchObject({
    value: { logFile: { value: '' }, syslogDisabled: { line: 1 } },
  });
});

test('an alias that is defined twice, and an include by a name that is not known, leave all open', async () => {
  const twice = 'User_Alias A = a\nUser_Alias A = b\nA ALL = ALL\n';
  const named = '@include /etc/sudoers.%h\n';
  for (const text of [twice, named]) {
    expect(await readSudoers(temporaryRoot({ '/etc/sudoers': text }))).toMatchObject({
      unread: { reason: 'not-understood' },
    });
  }
});

test('aliases that stand for too many others leave all open', async () => {
  const doubled = Array.from(
    { length: 30 },
    (_, at) => `Cmnd_Alias C${at} = C${at + 1}, C${at + 1}`,
  );
  const text = `${doubled.join('\n')}\nCmnd_Alias C30 = /bin/a\na ALL = C0\n`;
  expect(await readSudoers(temporaryRoot({ '/etc/sudoers': text }))).toMatchObject({
    unread: {
      reason: 'malformed',
      detail: {
        en: 'The aliases of sudoers stand for too many others.',
        zh: 'sudoers 的别名展开后过多。',
      },
    },
  });
});
