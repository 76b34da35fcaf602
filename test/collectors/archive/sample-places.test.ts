import { expect, test } from 'vitest';
import { isSample } from '../../../src/knowledge/sample-places.ts';

test.each([
  'usr/share/doc/libssl/examples/key.pem',
  'usr/share/doc/openssl/key.pem',
  'usr/lib/python3.11/test/keycert.pem',
  'usr/local/lib/python3.13/test/certdata/ssl_key.passwd.pem',
  'usr/local/go/src/crypto/tls/testdata/example-key.pem',
  'app/node_modules/agent/test/key.pem',
  'usr/lib/python3/dist-packages/twisted/test/server.pem',
])('%s is of a package', (path) => {
  expect(isSample(path)).toBe(true);
});

test.each([
  'usr/share/doc/x.pem',
  'usr/lib/python3/test/k.pem',
  'usr/local/lib/python3.13/test/certdata/mine.pem',
  'usr/share/examples/k.pem',
  'app/node_modules/test/k.pem',
  'srv/test/k.pem',
  'usr/share/app/k.pem',
])('%s is not', (path) => {
  expect(isSample(path)).toBe(false);
});
