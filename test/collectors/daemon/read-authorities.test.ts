import { expect, test } from 'vitest';
import { readAuthorities } from '../../../src/collectors/daemon/read-authorities.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const certificates = (caExpected: boolean) => ({
  value: { ca: '/ca.pem', certificate: '/cert.pem', key: '/key.pem', caExpected },
  source: { kind: 'file', path: '/proc/1/cmdline' } as const,
});

test('an authority that a daemon was told of and that is not there leaves a gap', async () => {
  expect(await readAuthorities(certificates(true), temporaryRoot())).toMatchObject({
    unread: { reason: 'unavailable', source: { kind: 'file', path: '/ca.pem' } },
  });
});

test('a daemon that was told of no authority, and has none, knows none', async () => {
  expect(await readAuthorities(certificates(false), temporaryRoot())).toEqual({
    value: [],
    source: { kind: 'file', path: '/ca.pem' },
  });
});

test('a file that holds no certificate is malformed, whoever asked for it', async () => {
  const root = temporaryRoot({
    'ca.pem': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
  });
  expect(await readAuthorities(certificates(false), root)).toMatchObject({
    unread: { reason: 'malformed' },
  });
});
