import { copyFileSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectHost } from '../../../src/collectors/host/collect-host.ts';
import { makeCertificates } from '../../support/certificates.ts';
import { factsOf, hostRoot, subjectOf } from '../../support/host-root.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const folder = '/etc/docker/certs.d/registry.example:5000';

describeWithRoot('certificates for registries', ['openssl'], () => {
  test('are read one by one, several in one file as well; keys and other files are not', async () => {
    const { server, client } = await makeCertificates(temporaryRoot());
    const both = readFileSync(server.ca, 'utf8') + readFileSync(server.cert, 'utf8');
    const root = hostRoot({
      [`${folder}/ca.crt`]: both,
      [`${folder}/client.cert`]: readFileSync(client.cert, 'utf8'),
      [`${folder}/client.key`]: readFileSync(client.key, 'utf8'),
      [`${folder}/README`]: 'nothing',
    });
    const { registryTrust } = await factsOf(root);
    expect(registryTrust.map(({ path, use, subject }) => [path, use, subject])).toEqual([
      [`${folder}/ca.crt`, 'authority', 'CN=test authority'],
      [`${folder}/ca.crt`, 'authority', 'CN=server'],
      [`${folder}/client.cert`, 'client', 'CN=client'],
    ]);
    expect(JSON.stringify(await collectHost(root))).not.toContain('PRIVATE KEY');
  });

  test('are found where a link leads, whatever that file is called', async () => {
    const { server } = await makeCertificates(temporaryRoot());
    const root = hostRoot({ '/etc/pki/ca.pem': '', [`${folder}/x`]: '' });
    copyFileSync(server.ca, join(root, 'etc/pki/ca.pem'));
    symlinkSync('/etc/pki/ca.pem', join(root, folder, 'ca.crt'));
    expect((await factsOf(root)).registryTrust).toMatchObject([
      { path: `${folder}/ca.crt`, use: 'authority', selfSigned: true, keyBits: 256 },
    ]);
  });
});

test('what is no certificate is a gap, and the others are read', async () => {
  const root = hostRoot({ [`${folder}/a.crt`]: 'nonsense', [`${folder}/b.crt`]: '' });
  const { gaps } = subjectOf(await collectHost(root));
  expect(gaps).toMatchObject([
    { path: '/registryTrust/-', reason: 'malformed', source: { path: `${folder}/a.crt` } },
    { path: '/registryTrust/-', reason: 'malformed' },
  ]);
});
