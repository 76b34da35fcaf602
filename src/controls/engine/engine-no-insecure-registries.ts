import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

/** The engine itself always trusts loopback, since nothing there leaves the machine. */
const loopbackRange = /^(127(\.\d{1,3}){3}\/(8|9|[12]\d|3[0-2])|::1(\/128)?)$/;
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)(:\d+)?$/;

export const engineNoInsecureRegistries = defineControl({
  id: 'engine-no-insecure-registries',
  subject: engine,
  rating: ['breach', 'one step'],
  title: {
    en: 'No registry is trusted without verification',
    zh: '不信任未经校验的镜像仓库',
  },
  failingTitle: {
    en: 'A registry is trusted without verification',
    zh: '信任未经校验的镜像仓库',
  },
  rationale: {
    en: 'For an insecure registry the engine accepts any certificate, or none. Anyone who sits on the path reads the credentials and can answer a tag with an image of their own.',
    zh: '对不安全仓库，引擎接受任意证书甚至明文连接。处于链路上的人可以窃取仓库凭据，并用自己的镜像冒充某个标签。',
  },
  remediation: {
    en: 'Give the registry a certificate, put its CA into /etc/docker/certs.d/HOST:PORT/ca.crt, write mirrors with https://, and remove "insecure-registries" from daemon.json. Then restart: systemctl restart docker.',
    zh: '为仓库配置证书，把 CA 放到 /etc/docker/certs.d/主机:端口/ca.crt，镜像加速地址改用 https://，并从 daemon.json 中删除 "insecure-registries"。随后重启：systemctl restart docker。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://docs.docker.com/engine/security/certificates/',
  ],
  check: all(
    noneFails(
      (e) => e.registries.insecureRanges,
      (range) =>
        loopbackRange.test(range) ||
        fail(text(`Anything in ${range} is trusted`, `信任网段 ${range} 内的任意仓库`)),
    ),
    noneFails(
      (e) => e.registries.indexes,
      ({ name, secure }) =>
        secure ||
        loopbackHost.test(name) ||
        fail(text(`${name} is not verified`, `仓库 ${name} 未经校验`)),
    ),
    noneFails(
      (e) => e.registries.mirrors,
      (mirror) => {
        const [, host] = /^http:\/\/([^/]+)/i.exec(mirror) ?? [];
        if (host === undefined || loopbackHost.test(host)) return true;
        return fail(text(`The mirror ${mirror} is not encrypted`, `镜像加速地址 ${mirror} 未加密`));
      },
    ),
  ),
});
