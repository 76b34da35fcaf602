import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { noSecretIn } from '../blocks/secrets.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const imageNoSecrets = defineControl({
  id: 'image-no-secrets',
  subject: image,
  rating: ['breach', 'one step'],
  title: {
    en: 'No secret is baked into the image',
    zh: '镜像中未固化敏感凭据',
  },
  failingTitle: {
    en: 'A secret is baked into the image',
    zh: '镜像中固化了敏感凭据',
  },
  rationale: {
    en: 'Anyone who can pull an image can read its environment, labels and build history; deleting a file in a later step does not take it out of the earlier layer. A secret in there is shared with everyone who ever pulls it.',
    zh: '凡能拉取镜像的人，都能读到其环境变量、标签和构建历史；后续步骤删除文件，并不会把它从先前的层中移除。写入镜像的敏感凭据，等于交给了每一个拉取者。',
  },
  remediation: {
    en: 'Change the secret at its source first, since it is known. Then build with RUN --mount=type=secret,id=token instead of ARG or ENV, and hand secrets over at run time (docker secret, or a mounted file).',
    zh: '该敏感凭据已经泄露，应先在源头更换。构建时改用 RUN --mount=type=secret,id=token，不要用 ARG 或 ENV；运行时再通过 docker secret 或挂载文件下发。',
  },
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  ],
  check: all(
    noSecretIn((i) => i.environment, text('The environment variable', '环境变量')),
    noSecretIn((i) => i.secretLabels, text('The label', '标签')),
    noneFails(
      (i) => i.history,
      (step) =>
        step.secretRules.length === 0 ||
        fail(
          text(
            `A build step holds what looks like a secret (${step.secretRules.join(', ')}): ${step.createdBy.slice(0, 80)}`,
            `某一构建步骤含有疑似敏感信息（${step.secretRules.join('、')}）：${step.createdBy.slice(0, 80)}`,
          ),
        ),
    ),
  ),
});
