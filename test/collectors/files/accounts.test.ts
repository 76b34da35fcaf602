import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseGroup, parsePasswd } from '../../../src/collectors/files/accounts.ts';

test('reads accounts and passes over what is none', () => {
  const text =
    '# note\nroot:x:0:0:root:/root:/bin/sh\n+::::::\nbad:x:one:1:::\nweb:x:33:33::/:/bin/false';
  expect(parsePasswd(text)).toEqual([
    { name: 'root', uid: 0, gid: 0, password: 'shadow', shell: '/bin/sh' },
    { name: 'web', uid: 33, gid: 33, password: 'shadow', shell: '/bin/false' },
  ]);
});

test('reads groups with their members', () => {
  expect(parseGroup('root:x:0:\ndocker:x:999:alice, bob,\n-bad:x:1:\nshort\n')).toEqual([
    { name: 'root', gid: 0, members: [] },
    { name: 'docker', gid: 999, members: ['alice', 'bob'] },
  ]);
});

test('no text makes them throw', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(':', '\n', '0', 'x', ',', '#') }),
    fc
      .array(fc.constantFrom('x', '0', '-1', '+0', 'a', '', '/'), { minLength: 4, maxLength: 7 })
      .map((fields) => fields.join(':')),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(parsePasswd(any).filter(({ uid }) => uid < 0)).toEqual([]);
      expect(parseGroup(any).filter(({ gid }) => gid < 0)).toEqual([]);
    }),
  );
});
