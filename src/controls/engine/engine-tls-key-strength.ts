import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { strongEnough } from '../blocks/certificates.ts';
import { eachInHandshakes, speaksTls, spellListener } from '../blocks/engine/tls-listeners.ts';

export const engineTlsKeyStrength = defineControl({
  id: 'engine-tls-key-strength',
  subject: engine,
  rating: ['breach', 'remote'],
  title: {
    en: 'Keys and signatures of the API’s certificates are strong',
    zh: 'API 证书的密钥与签名算法强度足够',
  },
  failingTitle: {
    en: 'A key or signature of the API’s certificates is weak',
    zh: 'API 证书的密钥或签名算法强度不足',
  },
  rationale: {
    en: 'A short key can be worked out from the certificate, and a signature over MD5 or SHA-1 be moved to another one: either way somebody else can pose as the engine to its administrators.',
    zh: '过短的密钥可由证书推算出私钥，基于 MD5、SHA-1 的签名可被移植到伪造的证书上；两者都使他人能够向管理员冒充引擎。',
  },
  remediation: {
    en: 'Make a new key (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256, or RSA with 3072 bits), have it signed with SHA-256, put both where "tlscert" and "tlskey" say, and restart: systemctl restart docker.',
    zh: '生成新密钥（openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256，或 3072 位 RSA），以 SHA-256 重新签发证书，放到 "tlscert"、"tlskey" 指定的位置并重启：systemctl restart docker。',
  },
  references: [
    'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final',
    'https://docs.docker.com/engine/security/protect-access/',
  ],
  params: z.object({
    rsaBits: z.number().int().positive().default(2048).meta({
      en: 'Bits of an RSA key. 2048 is the least that NIST SP 800-57 allows until 2030; 3072 lasts longer.',
      zh: 'RSA 密钥的最少位数。2048 位是 NIST SP 800-57 在 2030 年之前允许的下限；3072 位可用得更久。',
    }),
    curveBits: z.number().int().positive().default(256).meta({
      en: 'Bits of a curve. 256 is the smallest in common use, P-256 and Ed25519.',
      zh: '椭圆曲线的最少位数。256 位是常用曲线（P-256、Ed25519）中最小的。',
    }),
  }),
  applies: speaksTls,
  check: eachInHandshakes(
    ({ certificates }) => certificates,
    (certificate, listener, { params }) =>
      strongEnough(certificate, spellListener(listener), params),
  ),
});
