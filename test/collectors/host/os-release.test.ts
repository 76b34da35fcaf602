import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOsRelease } from '../../../src/syntax/parse-os-release.ts';
import { readOs } from '../../../src/collectors/host/os-release.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

test('reads assignments as a shell would', () => {
  const text = `# a comment
ID=debian
VERSION_ID="13"
PRETTY_NAME="Debian \\"trixie\\" \\$x"
NAME='Debian'
`;
  expect(parseOsRelease(text)).toEqual({
    id: 'debian',
    version: '13',
    name: 'Debian "trixie" $x',
    variant: '',
  });
});

test('what it does not say has the documented default', () => {
  expect(parseOsRelease('')).toEqual({
    id: 'linux',
    version: '',
    name: 'Linux',
    variant: '',
  });
});

test.each([
  ['ID=flatcar\nID_LIKE=coreos', true],
  ['ID="bottlerocket"', true],
  ['ID=fedora\nVARIANT_ID=coreos', true],
  ['ID=rhcos', true],
  ['ID=fedora\nVARIANT_ID=server', false],
  ['ID=ubuntu\nPRETTY_NAME="flatcar"', false],
])('%j is made for containers only: %s', async (text, containerOs) => {
  expect(await readOs(temporaryRoot({ '/etc/os-release': text }))).toMatchObject({
    value: { containerOs },
  });
});

test('the host’s own file wins over the vendor’s', async () => {
  const vendor = { '/usr/lib/os-release': 'ID=vendor\n' };
  expect(await readOs(temporaryRoot({ ...vendor, '/etc/os-release': 'ID=own\n' }))).toMatchObject({
    value: { id: 'own' },
    source: { path: '/etc/os-release' },
  });
  expect(await readOs(temporaryRoot(vendor))).toMatchObject({
    value: { id: 'vendor' },
    source: { path: '/usr/lib/os-release' },
  });
  expect(await readOs(temporaryRoot())).toMatchObject({ unread: { reason: 'unavailable' } });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseOsRelease(`ID=x\n${text}\nID=y`).id).toBe('y');
    }),
  );
});
