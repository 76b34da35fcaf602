import { defineControl } from '../../core/controls/control.ts';
import { noSecretIn } from '../blocks/secrets.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { builtHere } from '../blocks/workload/built-here.ts';

export const workloadNoSecretsInBuildArguments = defineControl({
  id: 'workload-no-secrets-in-build-arguments',
  subject: workload,
  rating: ['breach', 'one step'],
  title: {
    en: 'The image build gets no secret as an argument',
    zh: '未通过构建参数传入敏感凭据',
  },
  failingTitle: {
    en: 'The image build gets a secret as an argument',
    zh: '通过构建参数传入了敏感凭据',
  },
  rationale: {
    en: 'What a build argument holds is written to the history of the image, where docker history shows it to anyone who may pull the image. It stays there however the secret reached the file.',
    zh: '构建参数的值会写入镜像历史，任何能拉取镜像的人用 docker history 即可看到。无论该值如何进入 Compose 文件，都会留存在镜像中。',
  },
  remediation: {
    en: 'Give the build a secret instead: name it under secrets: of the project and of build:, and read it in the Dockerfile with RUN --mount=type=secret,id=NAME. Then change the secret, and remove the images that hold it.',
    zh: '改用构建密钥：在项目的 secrets: 与 build: 的 secrets: 中声明，由 Dockerfile 以 RUN --mount=type=secret,id=名称 读取。随后更换该口令或密钥，并删除包含它的镜像。',
  },
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/compose-file/build/#secrets',
  ],
  applies: builtHere,
  check: noSecretIn((w) => w.build?.arguments ?? [], text('The build argument', '构建参数')),
});
