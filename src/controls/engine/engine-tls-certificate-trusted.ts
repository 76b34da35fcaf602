import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { coversHost, hasHostName, isIpAddress } from '../blocks/engine/certificate-names.ts';
import {
  eachInHandshakes,
  speaksTls,
  spellListener,
  type Listener,
} from '../blocks/engine/tls-listeners.ts';

const everywhere = new Set(['0.0.0.0', '::']);

export const engineTlsCertificateTrusted = defineControl({
  id: 'engine-tls-certificate-trusted',
  subject: engine,
  // A place on the network's path, and a client that verifies nothing.
  rating: ['breach', 'remote'],
  title: {
    en: 'Clients can verify the API’s certificate',
    zh: '客户端能够校验 API 证书',
  },
  failingTitle: {
    en: 'Clients cannot verify the API’s certificate',
    zh: '客户端无法校验 API 证书',
  },
  rationale: {
    en: 'Where the certificate is signed by nobody that clients know, or is for another name, people set them to verify nothing, and they then send their commands and registry passwords to anyone who answers.',
    zh: '证书若由客户端不认识的机构签发，或与访问地址不符，管理员往往会关闭校验，此后命令与仓库口令就会发给任何应答者。',
  },
  remediation: {
    en: 'Have the certificate signed by the authority in "tlscacert", with every name and address by which the engine is reached: subjectAltName = DNS:engine.example.org,IP:192.0.2.10. Then restart: systemctl restart docker.',
    zh: '由 "tlscacert" 中的 CA 签发证书，并包含访问引擎所用的全部域名和地址：subjectAltName = DNS:engine.example.org,IP:192.0.2.10。随后重启：systemctl restart docker。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://www.rfc-editor.org/rfc/rfc9525',
  ],
  params: z.object({
    issuers: z.array(z.string()).default([]).meta({
      en: 'Issuers that clients know besides, as certificates spell them (`CN=Example CA, O=Example`). Empty: the engine’s own authority and the public ones.',
      zh: '客户端另外信任的签发者，写法与证书一致（`CN=Example CA, O=Example`）。留空：引擎自身的 CA 和公共 CA。',
    }),
    hosts: z.array(z.string()).default([]).meta({
      en: 'Names and addresses by which clients reach the engine; each must be covered. Empty: its address, where it has one of its own.',
      zh: '客户端访问引擎所用的名称和地址，证书须逐一覆盖。留空：引擎自身的地址（如有）。',
    }),
  }),
  applies: speaksTls,
  check: all(
    eachInHandshakes(
      ({ certificates }) => certificates,
      ({ role, anchor, selfSigned, issuer }, listener, { params }) => {
        if (role === 'authority' || anchor !== 'none' || params.issuers.includes(issuer)) {
          return true;
        }
        const at = spellListener(listener);
        return fail(
          selfSigned
            ? text(`${at}: its certificate is signed by itself`, `${at}：证书为自签名`)
            : text(
                `${at}: nobody here knows its issuer ${issuer}`,
                `${at}：签发者 ${issuer} 不在受信任之列`,
              ),
        );
      },
    ),
    eachInHandshakes(
      ({ certificates }) => certificates,
      ({ role, names }, listener, { params }) => {
        if (role === 'authority') return true;
        const at = spellListener(listener);
        if (names.length === 0) {
          return fail(
            text(
              `${at}: its certificate names no host, and clients no longer look at its subject`,
              `${at}：证书没有主题备用名称（SAN），客户端已不再采用 CN`,
            ),
          );
        }
        const host =
          params.hosts.length > 0
            ? params.hosts.find((each) => !coversHost(names, each))
            : uncovered(names, listener);
        if (host === undefined) return true;
        return fail(
          text(
            `${at}: its certificate is not for ${host}, only for ${names.join(', ')}`,
            `${at}：证书不适用于 ${host}，仅适用于 ${names.join('、')}`,
          ),
        );
      },
    ),
  ),
});

/** The address of a listener, unless a certificate covers it, or has a name that may be that address's. */
function uncovered(names: readonly string[], { address }: Listener): string | undefined {
  if (everywhere.has(address) || coversHost(names, address)) return undefined;
  return isIpAddress(address) && hasHostName(names) ? undefined : address;
}
