import { z } from 'zod';
import { all, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { lasts, strongEnough } from '../blocks/certificates.ts';

export const hostRegistryCertificatesValid = defineControl({
  id: 'host-registry-certificates-valid',
  subject: host,
  // A key that can be worked out is not enough: a place on the network's path besides.
  rating: ['breach', 'remote'],
  title: {
    en: 'Registry certificates are in date and strong',
    zh: '仓库证书在有效期内且强度足够',
  },
  failingTitle: {
    en: 'A registry certificate is out of date or weak',
    zh: '仓库证书不在有效期内或强度不足',
  },
  rationale: {
    en: 'When an authority below /etc/docker/certs.d ends, nothing can be pulled or pushed, and the registry is soon called insecure to help. With a weak one, others can make certificates that the engine takes for the registry’s.',
    zh: '/etc/docker/certs.d 下的 CA 证书到期后将无法拉取和推送镜像，运维往往会把仓库改为不校验来应急。强度不足的 CA 则可被他人用来签发能骗过引擎的仓库证书。',
  },
  remediation: {
    en: 'Put the new authority beside the old one in ca.crt before it ends, give the registry its new certificate, then remove the old one. The engine reads the files at each connection; no restart is needed.',
    zh: '在到期前把新 CA 追加到 ca.crt，为仓库换发新证书，再删除旧 CA。引擎每次连接时读取这些文件，无需重启。',
  },
  references: [
    'https://docs.docker.com/engine/security/certificates/',
    'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final',
  ],
  params: z.object({
    minDays: z.number().nonnegative().default(30).meta({
      en: 'Days that must be left. 30 gives a month in which to exchange it.',
      zh: '证书至少应剩余的天数。30 天可留出一个月的更换时间。',
    }),
    rsaBits: z.number().int().positive().default(2048).meta({
      en: 'Bits of an RSA key. 2048 is the least that NIST SP 800-57 allows until 2030.',
      zh: 'RSA 密钥的最少位数。2048 位是 NIST SP 800-57 在 2030 年之前允许的下限。',
    }),
    curveBits: z.number().int().positive().default(256).meta({
      en: 'Bits of a curve. 256 is the smallest in common use.',
      zh: '椭圆曲线的最少位数。256 位是常用曲线中最小的。',
    }),
  }),
  applies: (h) =>
    h.registryTrust[0] !== undefined ||
    notApplicable(text('The host holds no registry certificates', '宿主机上没有仓库证书')),
  check: all(
    each(
      (h) => h.registryTrust,
      (certificate, { params, collectedAt }) =>
        lasts(certificate, certificate.path, { minDays: params.minDays, now: collectedAt }),
    ),
    each(
      (h) => h.registryTrust,
      (certificate, { params }) => strongEnough(certificate, certificate.path, params),
    ),
  ),
});
