import { X509Certificate } from 'node:crypto';

const block =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/**
 * Every certificate of a PEM text; what stands between them, keys among it, is passed over.
 *
 * @throws Error when one of them is none
 */
export const parsePem = (text: string): readonly X509Certificate[] =>
  (text.match(block) ?? []).map((pem) => new X509Certificate(pem));
