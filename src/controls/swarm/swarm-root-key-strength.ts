import { z } from 'zod';
import { all } from '../../core/combinators.ts';
import { defineControl } from '../../core/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/verdict.ts';

export const swarmRootKeyStrength = defineControl({
  id: 'swarm-root-key-strength',
  subject: swarm,
  severity: 'medium',
  title: {
    en: 'The Swarm’s root has a key and a signature that hold',
    zh: '集群根证书的密钥长度与签名算法达标',
  },
  rationale: {
    en: 'Swarm makes a good root by itself; one that was brought along may be an old RSA key of 1024 bits, signed with SHA-1. Whoever breaks it makes nodes and managers as he likes.',
    zh: 'Swarm 自行生成的根证书强度足够；自带的根证书则可能是 1024 位 RSA 密钥、SHA-1 签名的旧证书。一旦被破解，攻击者可任意伪造节点和管理节点。',
  },
  remediation: {
    en: 'Rotate to a root of Swarm’s own, docker swarm ca --rotate, or bring a better one: docker swarm ca --rotate --ca-cert root.pem --ca-key root-key.pem, ECDSA P-256 with SHA-256.',
    zh: '轮换为 Swarm 自行生成的根证书：docker swarm ca --rotate；或换用强度足够的自带证书：docker swarm ca --rotate --ca-cert root.pem --ca-key root-key.pem（ECDSA P-256、SHA-256）。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/swarm/ca/',
    'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final',
  ],
  params: z.object({
    minRsaBits: z.number().int().positive().default(2048).meta({
      en: 'Bits that an RSA key must have. 2048 is what NIST SP 800-57 accepts until 2030; a root that is to last longer should have 3072.',
      zh: 'RSA 密钥的最低位数。2048 位为 NIST SP 800-57 认可至 2030 年的长度；使用期更长的根证书应为 3072 位。',
    }),
    minEcBits: z.number().int().positive().default(256).meta({
      en: 'Bits that the curve of an elliptic key must have. 256 is what Swarm itself makes.',
      zh: '椭圆曲线密钥的最低位数。256 位即 Swarm 自行生成的长度。',
    }),
    weakHashes: z.array(z.string()).default(['md5', 'sha1']).meta({
      en: 'Hashes that no signature may be made with: those for which collisions are known.',
      zh: '不允许用于签名的散列算法：已有碰撞的算法。',
    }),
  }),
  check: all(
    (s, { params }) => {
      const { bits, type } = s.rootKey;
      if (type === 'ed25519' || type === 'ed448') return true;
      const least = { ec: params.minEcBits, rsa: params.minRsaBits, 'rsa-pss': params.minRsaBits }[
        type
      ];
      if (least === undefined || bits === null) {
        return unknown(
          text(
            `How strong a key of the type ${type} is cannot be told`,
            `无法判断 ${type} 类型密钥的强度`,
          ),
        );
      }
      if (bits >= least) return true;
      return fail(
        text(
          `Its ${type} key has ${bits} bits, and ${least} are asked for`,
          `其 ${type} 密钥为 ${bits} 位，要求不少于 ${least} 位`,
        ),
      );
    },
    (s, { params }) =>
      !params.weakHashes.includes(s.rootSignatureHash) ||
      fail(text(`It is signed with ${s.rootSignatureHash}`, `其签名使用 ${s.rootSignatureHash}`)),
  ),
});
