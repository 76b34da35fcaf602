import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, pass } from '../../core/controls/verdict.ts';

export const engineContentTrust = defineControl({
  id: 'engine-content-trust',
  subject: engine,
  // The registry, or the way to it, must be in other hands.
  rating: ['breach', 'remote'],
  title: {
    en: 'Clients on this host pull signed images only',
    zh: '本机客户端默认只拉取已签名镜像',
  },
  failingTitle: {
    en: 'Clients on this host pull unsigned images',
    zh: '本机客户端默认会拉取未签名镜像',
  },
  rationale: {
    en: 'A tag is a name that anyone who may write to the registry can move to another image. With content trust the client takes only what the holder of a key has signed under that name.',
    zh: '标签只是名称，能写入仓库者即可将其指向另一个镜像。启用内容信任后，客户端只接受密钥持有者以该名称签署的内容。',
  },
  remediation: {
    en: 'Write DOCKER_CONTENT_TRUST=1 into /etc/environment, and take out every line that sets it to 0. Where images are signed otherwise, or pinned by digest, say so in a waiver.',
    zh: '在 /etc/environment 中写入 DOCKER_CONTENT_TRUST=1，并删除将其设为 0 的各行。若以其他方式签名或以摘要固定镜像，请以风险接受形式说明。',
  },
  references: [
    'https://docs.docker.com/engine/security/trust/',
    'https://docs.docker.com/reference/cli/docker/',
  ],
  applies: (e) =>
    e.product !== 'podman' ||
    notApplicable(
      text(
        'Podman verifies signatures by its policy.json, and knows no content trust',
        'Podman 依据 policy.json 校验签名，没有内容信任机制',
      ),
    ),
  // The engine pulls whatever its client asks for: all that can be seen is what clients here are set to.
  check: (_, { all }) => {
    const settings = all(host).flatMap(({ contentTrust }) => contentTrust);
    const off = settings.find(({ enabled }) => !enabled);
    if (off) {
      const at = `${off.file}:${off.line}`;
      return fail(text(`Switched off in ${at}`, `在 ${at} 处被关闭`));
    }
    return settings.length > 0
      ? pass(
          text(
            'Set for users who log in here; settings of clients elsewhere, or of a single user, are not read',
            '已对本机登录用户设置；其他主机上的客户端及用户自行修改的设置不可见',
          ),
        )
      : fail(
          text(
            'No file that every login reads sets DOCKER_CONTENT_TRUST',
            '登录时读取的各文件均未设置 DOCKER_CONTENT_TRUST',
          ),
        );
  },
});
