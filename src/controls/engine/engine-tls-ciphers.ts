import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { joinTexts, text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { cipherParams, weaknesses } from '../blocks/engine/tls-ciphers.ts';
import { eachInHandshakes, speaksTls, spellListener } from '../blocks/engine/tls-listeners.ts';

export const engineTlsCiphers = defineControl({
  id: 'engine-tls-ciphers',
  subject: engine,
  rating: ['breach', 'remote'],
  title: {
    en: 'The API accepts strong cipher suites only',
    zh: 'API 仅接受高强度加密套件',
  },
  failingTitle: {
    en: 'The API accepts weak cipher suites',
    zh: 'API 接受弱加密套件',
  },
  rationale: {
    en: 'A suite without forward secrecy opens recorded traffic to anyone who gets the key later; CBC, RC4 and 3DES have known attacks; one that shows no certificate lets anybody stand in between. What the server agrees to, a meddler can steer to.',
    zh: '不具备前向保密的套件，私钥一旦泄露，过去录制的流量即可被解密；CBC、RC4、3DES 均有公开的攻击方法；不出示证书的套件无法防范中间人。只要服务端接受，攻击者就可能诱导双方使用。',
  },
  remediation: {
    en: 'Docker Engine has no setting for suites, and releases before go-connections dropped them agree to two CBC suites under TLS 1.2: upgrade, put a proxy with mutual TLS 1.3 before it, or use ssh://. To accept them, name them in the parameter allowed with the reason.',
    zh: 'Docker Engine 不提供加密套件设置；较旧版本（go-connections 移除之前）在 TLS 1.2 下仍接受两种 CBC 套件：请升级引擎，或在其前端使用仅启用双向 TLS 1.3 的代理，或改用 ssh://。如需接受，请在参数 allowed 中列出并写明理由。',
  },
  references: [
    'https://www.rfc-editor.org/rfc/rfc9325',
    'https://github.com/docker/go-connections/pull/128',
  ],
  params: cipherParams,
  applies: speaksTls,
  check: eachInHandshakes(
    ({ ciphers }) => ciphers,
    (cipher, listener, { params }) => {
      const found = weaknesses(cipher, params);
      if (found.length === 0) return true;
      const why = joinTexts(found);
      const at = spellListener(listener);
      return fail(
        text(`${at} agrees to ${cipher.name}: ${why.en}`, `${at} 接受 ${cipher.name}：${why.zh}`),
      );
    },
  ),
});
