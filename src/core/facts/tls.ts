import { z } from 'zod';
import { instant } from './shared-facts.ts';

/** One certificate: what it says, and never the key behind it. */
export const certificateFact = z.object({
  /** As `CN=engine, O=Example`. */
  subject: z.string(),
  /** Who signed it, written as the subject is. */
  issuer: z.string(),
  /** Whom it is for, as `DNS:engine.example.org` or `IP:192.0.2.10`; a name in the subject alone is not among them. */
  names: z.array(z.string()),
  /** First instant at which it is good. */
  notBefore: instant,
  /** Last instant at which it is good. */
  notAfter: instant,
  /** Kind of key. */
  keyType: z.enum(['rsa', 'ec', 'ed25519', 'ed448', 'dsa', 'sm2', 'other']),
  /** Bits of the key: of an RSA modulus, or of a curve; `null` for a key of another kind. */
  keyBits: z.number().int().positive().nullable(),
  /** How it was signed, as `ECDSA-SHA-256`; the number of a way that is not known here. */
  signature: z.string(),
  /** The hash that was signed, as `SHA-256`; `''` where the way of signing has its own, or is not known here. */
  signatureHash: z.string(),
  /** Whether it was signed with its own key. */
  selfSigned: z.boolean(),
});

/** A suite that a server agreed to. */
const cipherFact = z.object({
  /** The registry's name: `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`. */
  name: z.string(),
  /** Whether the keys of old conversations are safe when the server's key is lost. */
  forwardSecrecy: z.boolean(),
  /** Whether it encrypts and authenticates in one (GCM, CCM, ChaCha20-Poly1305). */
  aead: z.boolean(),
  /** Whether the server shows a certificate at all; without one, anybody may stand in between. */
  authenticated: z.boolean(),
  /** Bits of the key that encrypts; 0 encrypts nothing. Of 3DES, the 112 that it is worth. */
  keyBits: z.number().int().nonnegative(),
  /** Group of the temporary key that the server chose from all; `''` for one without a name or none. */
  exchangeGroup: z.string(),
  /** Bits of the temporary key, of a prime or a curve; 0 for a group that is not known here, `null` where there is none. */
  exchangeBits: z.number().int().nonnegative().nullable(),
});

/**
 * What a server agrees to, by handshakes that were begun with it. Of the Chinese national suites (GM/T 0024, TLCP,
 * and those with SM2 in TLS 1.3) it tells nothing: they are not offered, and neither their presence nor
 * their absence is shown here.
 */
export const tlsFact = z.object({
  /** Oldest first. */
  versions: z.array(z.enum(['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])),
  /** Of TLS 1.3, and of the newest older version; by their names. */
  ciphers: z.array(cipherFact),
  /** Every certificate that it showed; empty when it is anonymous. */
  certificates: z.array(
    certificateFact.extend({
      /** Whether it is the server's own, or one that signed it or another. */
      role: z.enum(['server', 'authority']),
      /**
       * Where its chain ends: in the authority that the engine itself was given (its `tlscacert`; seen
       * from elsewhere, the `ca.pem` of the user who scans; of a Swarm, its root), in one of those that are
       * trusted everywhere, or in neither.
       */
      anchor: z.enum(['own', 'public', 'none']),
    }),
  ),
  /**
   * Authorities whose client certificates it asks for; empty when it asks for one without saying whose,
   * `null` when it asks for none. A gap where TLS 1.3 alone is spoken, which hides it.
   */
  clientAuthorities: z.array(z.string()).nullable(),
});
