import { z } from 'zod';
import { all, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import {
  registryService,
  type RegistryServiceFacts,
} from '../../core/subjects/registry-service.ts';
import { text } from '../../core/text.ts';
import { lasts } from '../blocks/certificates.ts';
import { coversHost } from '../blocks/engine/certificate-names.ts';

const certificates = ({ handshake, host }: RegistryServiceFacts) =>
  (handshake?.certificates ?? []).map((certificate) => ({ certificate, host }));

const none = text('It showed no certificate', '未出示证书');

export const registryCertificateTrusted = defineControl({
  id: 'registry-certificate-trusted',
  subject: registryService,
  rating: ['breach', 'remote'],
  title: {
    en: 'Engines can verify the registry’s certificate',
    zh: '引擎能够校验镜像仓库的证书',
  },
  failingTitle: {
    en: 'Engines cannot verify the registry’s certificate',
    zh: '引擎无法校验镜像仓库的证书',
  },
  rationale: {
    en: 'A certificate that ended, is for another name or comes from nobody that engines know makes people list the registry as insecure. Engines then verify nothing and take images from anyone who answers in its place.',
    zh: '证书过期、与名称不符或签发者不受信任时，管理员往往将仓库列为不安全。此后引擎不再校验，会从任何冒充仓库者拉取镜像。',
  },
  remediation: {
    en: 'Renew the certificate with the registry’s name in subjectAltName, from a public authority or one whose certificate lies in /etc/docker/certs.d/HOST/ca.crt on every engine.',
    zh: '重新签发证书，在 subjectAltName 中写明仓库名称；由公共 CA 签发，或将所用 CA 的证书放入各引擎的 /etc/docker/certs.d/主机名/ca.crt。',
  },
  references: [
    'https://docs.docker.com/engine/security/certificates/',
    'https://www.rfc-editor.org/rfc/rfc9525',
  ],
  params: z.object({
    issuers: z.array(z.string()).default([]).meta({
      en: 'Issuers that engines know besides, as certificates spell them (`CN=Example CA, O=Example`). Empty: those in /etc/docker/certs.d of this machine, and the public ones.',
      zh: '引擎另外信任的签发者，写法与证书一致（`CN=Example CA, O=Example`）。留空：本机 /etc/docker/certs.d 中的 CA 和公共 CA。',
    }),
    minDays: z.number().nonnegative().default(14).meta({
      en: 'Days that must be left. 14 is less than the 30 at which automatic renewal usually begins.',
      zh: '证书至少应剩余的天数。14 天小于自动续期通常开始的 30 天。',
    }),
  }),
  applies: ({ handshake }) =>
    handshake !== null || notApplicable(text('It does not speak TLS', '未提供 TLS')),
  check: all(
    each(
      certificates,
      ({ certificate: { role, anchor, issuer } }, { params }) =>
        role === 'authority' ||
        anchor !== 'none' ||
        params.issuers.includes(issuer) ||
        fail(text(`Nobody here knows its issuer ${issuer}`, `签发者 ${issuer} 不在受信任之列`)),
      none,
    ),
    each(
      certificates,
      ({ certificate: { role, names }, host }) =>
        role === 'authority' ||
        coversHost(names, host) ||
        fail(
          text(
            `Its certificate is not for ${host}, only for ${names.join(', ') || 'nobody'}`,
            `证书不适用于 ${host}，仅适用于 ${names.join('、') || '（无名称）'}`,
          ),
        ),
      none,
    ),
    each(
      certificates,
      ({ certificate, host }, { params, collectedAt }) =>
        lasts(certificate, host, { minDays: params.minDays, now: collectedAt }),
      none,
    ),
  ),
});
