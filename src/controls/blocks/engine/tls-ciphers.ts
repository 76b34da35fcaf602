import { z } from 'zod';
import { text, type Text } from '../../../core/text.ts';
import type { Handshake } from './tls-listeners.ts';

/** A suite that a server agrees to. */
export type Cipher = Handshake['ciphers'][number];

/** The parameters of controls that judge suites by their components. */
export const cipherParams = z.object({
  forwardSecrecy: z.boolean().default(true).meta({
    en: "Whether old conversations must be safe when the server's key is lost.",
    zh: '服务端私钥泄露后，是否仍须保证以往会话的安全。',
  }),
  aead: z.boolean().default(true).meta({
    en: 'Whether encryption and authentication must be one. CBC suites, where they are not, gave rise to Lucky 13.',
    zh: '加密与完整性校验是否须合一（AEAD）。两者分离的 CBC 套件曾引发 Lucky 13 攻击。',
  }),
  keyBits: z.number().int().nonnegative().default(128).meta({
    en: 'Bits of the key that encrypts. 128 leaves out RC4_40, DES and 3DES.',
    zh: '加密密钥的最少位数。128 位可排除 RC4_40、DES 和 3DES。',
  }),
  primeBits: z.number().int().nonnegative().default(2048).meta({
    en: 'Bits of a temporary Diffie-Hellman prime. 2048 is the least that NIST SP 800-57 still allows.',
    zh: '临时 Diffie-Hellman 素数的最少位数。2048 位是 NIST SP 800-57 仍允许的下限。',
  }),
  curveBits: z.number().int().nonnegative().default(224).meta({
    en: "Bits of a temporary key's curve. 224 is the least that NIST SP 800-57 still allows.",
    zh: '临时密钥所用曲线的最少位数。224 位是 NIST SP 800-57 仍允许的下限。',
  }),
  allowed: z.array(z.string()).default([]).meta({
    en: 'Names of suites that are accepted whatever they are made of; give the reason with the tailoring.',
    zh: '无论构成如何均予接受的密码套件名称；请在裁剪中写明理由。',
  }),
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
