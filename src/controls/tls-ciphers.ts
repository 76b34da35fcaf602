import { z } from 'zod';
import { text, type Text } from '../core/text.ts';
import type { Handshake } from './engine/tls-listeners.ts';

/** A suite that a server agrees to. */
export type Cipher = Handshake['ciphers'][number];

/** The parameters of controls that judge suites by what they are made of. */
export const cipherParams = z.object({
  /** Whether old conversations must be safe when the server's key is lost. */
  forwardSecrecy: z.boolean().default(true),
  /** Whether encryption and authentication must be one. CBC suites, where they are not, gave rise to Lucky 13. */
  aead: z.boolean().default(true),
  /** Bits of the key that encrypts. 128 leaves out RC4_40, DES and 3DES. */
  keyBits: z.number().int().nonnegative().default(128),
  /** Bits of a temporary Diffie-Hellman prime. 2048 is the least that NIST SP 800-57 still allows. */
  primeBits: z.number().int().nonnegative().default(2048),
  /** Bits of a temporary key's curve. 224 is the least that NIST SP 800-57 still allows. */
  curveBits: z.number().int().nonnegative().default(224),
  /** Names of suites that are accepted whatever they are made of; give the reason with the tailoring. */
  allowed: z.array(z.string()).default([]),
});

/** What is weak about a suite; empty when nothing is. */
export function weaknesses(cipher: Cipher, params: z.output<typeof cipherParams>): readonly Text[] {
  if (params.allowed.includes(cipher.name)) return [];
  const { exchangeGroup: group, exchangeBits: bits } = cipher;
  const prime = group === '' || group.startsWith('ffdhe');
  const least = prime ? params.primeBits : params.curveBits;
  return [
    ...(cipher.authenticated ? [] : [text('shows no certificate', '不出示证书')]),
    ...(cipher.keyBits >= params.keyBits
      ? []
      : [text(`encrypts with ${cipher.keyBits} bits`, `加密强度仅 ${cipher.keyBits} 位`)]),
    // RC4 is weak at any length of its key.
    ...(/_RC4_/.test(cipher.name) ? [text('uses RC4', '使用 RC4')] : []),
    ...(cipher.forwardSecrecy || !params.forwardSecrecy
      ? []
      : [text('has no forward secrecy', '不具备前向保密')]),
    ...(cipher.aead || !params.aead ? [] : [text('is no AEAD', '非 AEAD 模式')]),
    ...(bits === null || bits >= least
      ? []
      : [text(`has a temporary key of ${bits} bits`, `临时密钥仅 ${bits} 位`)]),
  ];
}
