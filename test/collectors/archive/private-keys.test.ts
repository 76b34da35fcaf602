import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findPrivateKeys } from '../../../src/syntax/secrets/private-keys.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const look = (text: string) =>
  findPrivateKeys(Buffer.from(text)).map(({ rule, line }) => `${rule} ${line}`);

describe('private keys in a file', () => {
  it('in plain', () => {
    expect(look(`# x\n${pem}`)).toEqual(['private-key 2']);
  });

  it('in base64, as a file of Kubernetes has them', () => {
    const encoded = Buffer.from(pem).toString('base64');
    expect(look(`a: b\nclient-key-data: ${encoded}\n`)).toEqual(['private-key 2']);
    expect(look(`{"key":"${encoded}"}`)).toEqual(['private-key 1']);
    expect(look((encoded.match(/.{1,64}/g) ?? []).join('\n'))).toEqual(['private-key 1']);
  });

  it('and no certificate, nor what only begins as a key does', () => {
    const other = pem.replaceAll('PRIVATE KEY', 'CERTIFICATE');
    expect(look(Buffer.from(other).toString('base64'))).toEqual([]);
    expect(look(Buffer.from(pem.slice(0, 80)).toString('base64'))).toEqual([]);
  });
});
