import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { strongEnough } from '../blocks/certificates.ts';

export const swarmRootKeyStrength = defineControl({
  id: 'swarm-root-key-strength',
  subject: swarm,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The Swarm’s root has a key and a signature that hold',
    zh: '集群根证书的密钥长度与签名算法达标',
  },
  failingTitle: {
    en: 'The Swarm’s root has a weak key or signature',
    zh: '集群根证书的密钥长度或签名算法不达标',
  },
  rationale: {
    en: 'Swarm makes a good root by itself; one that was supplied may be an old RSA key of 1024 bits, signed with SHA-1. Anyone who breaks it makes nodes and managers at will.',
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
    rsaBits: z.number().int().positive().default(2048).meta({
      en: 'Bits that an RSA key must have. 2048 is what NIST SP 800-57 accepts until 2030; a root that is to last longer should have 3072.',
      zh: 'RSA 密钥的最低位数。2048 位为 NIST SP 800-57 认可至 2030 年的长度；使用期更长的根证书应为 3072 位。',
    }),
    curveBits: z.number().int().positive().default(256).meta({
      en: 'Bits that the curve of an elliptic key must have. 256 is what Swarm itself makes.',
      zh: '椭圆曲线密钥的最低位数。256 位即 Swarm 自行生成的长度。',
    }),
  }),
  check: (s, { params }) => strongEnough(s.rootCertificate, 'TrustRoot', params),
});
