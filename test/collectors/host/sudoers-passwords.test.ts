import { expect, test } from 'vitest';
import { settlePassword } from '../../../src/collectors/host/sudoers-passwords.ts';

const rule = { user: 'alice', commands: ['ALL'], noPassword: false, file: '/etc/sudoers', line: 1 };
const free = { ...rule, noPassword: true };
const aliases = {
  users: new Map([['OPS', ['alice', 'bob']]]),
  commands: new Map([['TOOLS', ['/usr/bin/docker']]]),
};
const off = { on: false };
const on = { on: true };

test.each([
  ['nothing said', {}, [rule]],
  ['off for everyone', { '': off }, [free]],
  ['off for everyone, on for this user', { '': off, ':alice': on }, [rule]],
  ['off for this user', { ':alice': off }, [free]],
  ['off for an alias that has this user', { ':OPS': off }, [free]],
  ['off for somebody else', { ':carol': off }, [rule]],
  ['off on some hosts', { '@web': off }, [free]],
  ['off for some commands', { '!TOOLS': off }, [rule, { ...free, commands: ['/usr/bin/docker'] }]],
])('authenticate: %s', (_, scopes, rules) => {
  expect(settlePassword(rule, new Map(Object.entries(scopes)), aliases)).toEqual(rules);
});

test('commands that a rule does not have stay out of it', () => {
  const narrow = { ...rule, commands: ['/bin/ls'] };
  expect(settlePassword(narrow, new Map([['!TOOLS', off]]), aliases)).toEqual([narrow]);
});
