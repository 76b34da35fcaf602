/** A group of the key exchange, as its registry calls it, and the size of its keys in bits. */
export interface NamedGroup {
  readonly name: string;
  readonly bits: number;
}

/**
 * The groups that are offered, by their numbers; a hybrid has the size of its classical part.
 *
 * @see https://www.iana.org/assignments/tls-parameters/tls-parameters.xhtml
 */
export const namedGroups: Readonly<Record<number, NamedGroup>> = {
  0x0013: { name: 'secp192r1', bits: 192 },
  0x0015: { name: 'secp224r1', bits: 224 },
  0x0016: { name: 'secp256k1', bits: 256 },
  0x0017: { name: 'secp256r1', bits: 256 },
  0x0018: { name: 'secp384r1', bits: 384 },
  0x0019: { name: 'secp521r1', bits: 521 },
  0x001a: { name: 'brainpoolP256r1', bits: 256 },
  0x001b: { name: 'brainpoolP384r1', bits: 384 },
  0x001c: { name: 'brainpoolP512r1', bits: 512 },
  0x001d: { name: 'x25519', bits: 255 },
  0x001e: { name: 'x448', bits: 448 },
  0x0100: { name: 'ffdhe2048', bits: 2048 },
  0x0101: { name: 'ffdhe3072', bits: 3072 },
  0x0102: { name: 'ffdhe4096', bits: 4096 },
  0x11eb: { name: 'SecP256r1MLKEM768', bits: 256 },
  0x11ec: { name: 'X25519MLKEM768', bits: 255 },
  0x11ed: { name: 'SecP384r1MLKEM1024', bits: 384 },
};
