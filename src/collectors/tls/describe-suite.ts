import type { z } from 'zod';
import type { tlsFact } from '../../core/facts/tls.ts';
import type { Agreement } from '../../syntax/tls/server-flight.ts';

type CipherFact = z.output<typeof tlsFact>['ciphers'][number];

/** Bits of the key that each cipher is worth, by how the names of suites call it. */
const keyBits: Readonly<Record<string, number>> = {
  NULL: 0,
  RC4_40: 40,
  RC2_CBC_40: 40,
  DES40_CBC: 40,
  DES_CBC: 56,
  '3DES_EDE_CBC': 112,
  IDEA_CBC: 128,
  SEED_CBC: 128,
  RC4_128: 128,
  CHACHA20_POLY1305: 256,
};

/** What a suite is made of, by the parts of its name, with the temporary key that came with it. */
export function describeSuite({ suite, version, exchange }: Agreement): CipherFact {
  const modern = version === 'TLSv1.3';
  const [, keys = '', cipher = ''] =
    /^TLS_(?:(.+)_WITH_)?(.+?)(?:_(?:MD5|SHA|SHA256|SHA384))?$/.exec(suite) ?? [];
  return {
    name: suite,
    forwardSecrecy: modern || /^(?:EC)?DHE_/.test(keys) || keys.includes('_anon'),
    aead: /_(?:GCM|CCM|CCM_8)$|POLY1305$/.test(cipher),
    authenticated: modern || !keys.includes('_anon'),
    keyBits: keyBits[cipher] ?? Number(/_(128|256)_/.exec(`${cipher}_`)?.[1] ?? 0),
    exchangeGroup: exchange?.group ?? '',
    exchangeBits: exchange?.bits ?? null,
  };
}
