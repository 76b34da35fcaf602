import { expect, test } from 'vitest';
import { collectHost } from '../../../src/collectors/host/collect-host.ts';
import { hostSudoDockerNarrow } from '../../../src/controls/host/host-sudo-docker-narrow.ts';
import { hostSudoLogged } from '../../../src/controls/host/host-sudo-logged.ts';
import { hostSudoPassword } from '../../../src/controls/host/host-sudo-password.ts';
import { readSudoers } from '../../../src/collectors/host/read-sudoers.ts';
import { parseSudoConf } from '../../../src/syntax/sudoers/sudo-conf.ts';
import { hostRoot, subjectOf } from '../../support/host-root.ts';
import { judge as judgeFacts } from '../../support/judge.ts';

const controls = [hostSudoPassword, hostSudoDockerNarrow, hostSudoLogged] as const;

const evil = 'ALL ALL=(ALL) NOPASSWD: ALL\nDefaults !syslog\n';

const judge = async (files: Readonly<Record<string, string>>) => {
  const { facts, gaps } = subjectOf(await collectHost(hostRoot(files)));
  return controls.map((control) => judgeFacts(control, facts, { gaps }).status);
};

test('as it is, the host complies', async () => {
  expect(await judge({})).toEqual(['pass', 'pass', 'pass']);
});

test.each([
  [
    'a file that sudo.conf names',
    {
      '/etc/sudo.conf': 'Plugin sudoers_policy sudoers.so sudoers_file=/etc/evil\n',
      '/etc/evil': evil,
    },
  ],
  [
    'a file that a plugin for the log names, over two lines',
    {
      '/etc/sudo.conf':
        '# plugins\n  plugin sudoers_audit \\\n   /usr/lib/sudo/sudoers.so sudoers_mode=0440 sudoers_file=/none:/etc/evil # x\n',
      '/etc/evil': evil,
    },
  ],
  ['the rules of sudo-rs', { '/etc/sudoers-rs': evil }],
  ['the rules of a sudo that was built here', { '/usr/local/etc/sudoers': evil }],
])('%s', async (_, files) => {
  expect(await judge(files)).toEqual(['fail', 'fail', 'fail']);
});

test.each([
  ['a plugin that decides', { '/etc/sudo.conf': 'Plugin python_policy python_plugin.so\n' }],
  [
    'the plugin in somebody’s folder',
    {
      '/etc/sudo.conf': 'Plugin sudoers_policy /opt/sudoers.so\n',
    },
  ],
  ['a folder of plugins', { '/etc/sudo.conf': 'Path plugin_dir /opt/sudo\n' }],
  ['a directory service', { '/etc/nsswitch.conf': 'passwd: files\nsudoers: files ldap\n' }],
  ['one in the place of files', { '/etc/nsswitch.conf': 'SUDOERS:\tsss [NOTFOUND=return] files' }],
  ['doas', { '/etc/doas.conf': 'permit nopass :wheel\n' }],
  ['a folder of doas', { '/etc/doas.d/x.conf': 'permit nopass :wheel\n' }],
  ['a configuration that is no text', { '/etc/sudo.conf': 'x'.repeat(2 ** 20 + 1) }],
])('%s leaves the rules unknown', async (_, files) => {
  expect(await judge(files)).toEqual(['unknown', 'unknown', 'unknown']);
  expect(await judge({ ...files, '/etc/sudoers': evil })).toEqual(['fail', 'fail', 'fail']);
});

test.each([
  [
    'what sudo ships',
    {
      '/etc/sudo.conf':
        'Plugin sudoers_policy sudoers.so\nPlugin sudoers_io sudoers.so\n#Plugin x y.so\nPath askpass /x\nPath plugin_dir /usr/libexec/sudo/\nSet disable_coredump false\n',
    },
  ],
  ['files alone', { '/etc/nsswitch.conf': 'sudoers: files # ldap\n#sudoers: ldap\n' }],
  ['a doas without rules', { '/etc/doas.conf': '# permit :wheel\n\n' }],
  ['rules below /usr that others take the place of', { '/usr/etc/sudoers': evil }],
])('%s changes nothing', async (_, files) => {
  expect(await judge(files)).toEqual(['pass', 'pass', 'pass']);
});

test('rules say whether they run as root, and whose password is asked', async () => {
  const rules = async (text: string) => {
    const reading = await readSudoers(hostRoot({ '/etc/sudoers': text }));
    return 'value' in reading
      ? reading.value.rules.map(({ user, asRoot, asUsers, asGroups, rootPassword }) => ({
          ...{ user, asRoot, asUsers, asGroups, rootPassword },
        }))
      : reading;
  };
  const may = { asRoot: undefined, asUsers: undefined, asGroups: undefined };
  const own = { ...may, rootPassword: undefined };
  expect(
    await rules(
      'a ALL=(app, b) /bin/x, /bin/y, (root) /bin/z\nc ALL=(app, root) /bin/x\nd ALL=(ALL) /bin/x\ne ALL=(:docker) /bin/x\nf ALL=(OPS) /bin/x\ng ALL=/bin/x\nh ALL=(b : docker, x) /bin/x\ni ALL=(root : x) /bin/x\nj ALL=() /bin/x\nk ALL=(:%#5) /bin/x\n',
    ),
  ).toEqual([
    { ...own, user: 'a', asRoot: false, asUsers: ['app', 'b'], asGroups: [] },
    ...['a', 'c', 'd'].map((user) => ({ ...own, user })),
    { ...own, user: 'e', asRoot: false, asUsers: [], asGroups: ['docker'] },
    ...['f', 'g'].map((user) => ({ ...own, user })),
    { ...own, user: 'h', asRoot: false, asUsers: ['b'], asGroups: ['docker', 'x'] },
    { ...own, user: 'i' },
    { ...own, user: 'j', asRoot: false, asUsers: [], asGroups: [] },
    { ...own, user: 'k' },
  ]);
  expect(await rules('Defaults targetpw\nALL ALL=(ALL) ALL\n')).toEqual([
    { ...own, user: 'ALL', rootPassword: true },
  ]);
  expect(await rules('Defaults targetpw\nDefaults:a !targetpw\nALL ALL=(ALL) ALL\n')).toEqual([
    { ...own, user: 'ALL' },
  ]);
});

test('a line that is not known is passed over, as sudo does', () => {
  expect(parseSudoConf('Nonsense a b\nPlugin\n')).toEqual({
    plugins: [{ symbol: '', path: '', options: [], line: 2 }],
  });
});
