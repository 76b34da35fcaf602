import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { noneInFiles } from '../blocks/image/secrets-in-files.ts';

export const imageNoCredentials = defineControl({
  id: 'image-no-credentials',
  subject: image,
  // A credential to read, and no more.
  rating: ['breach', 'one step'],
  title: {
    en: 'No credentials lie among the files of the image',
    zh: '镜像文件中没有登录凭据',
  },
  failingTitle: {
    en: 'Credentials lie among the files of the image',
    zh: '镜像文件中含有登录凭据',
  },
  rationale: {
    en: 'Builds leave behind what they logged in with: .npmrc, .netrc, .aws/credentials, .docker/config.json, .env. Anyone who can pull the image logs in with it elsewhere.',
    zh: '构建过程常留下登录所用的文件：.npmrc、.netrc、.aws/credentials、.docker/config.json、.env。凡能拉取镜像的人，都能用它登录其他系统。',
  },
  remediation: {
    en: 'Change the credential at its source first, since it is known. Keep such files out with .dockerignore, give them to single steps with RUN --mount=type=secret,target=…, and hand over at run time what the service needs.',
    zh: '该凭据已经泄露，应先在源头更换。用 .dockerignore 把此类文件排除在外；构建步骤所需的凭据使用 RUN --mount=type=secret,target=…；业务所需的凭据在运行时下发。',
  },
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Paths of files, or of directories, whose credentials open nothing; `*` is any one segment. What packages bring among their examples and tests is passed over anyway.',
      zh: '其中凭据不能登录任何系统的文件或目录路径，`*` 匹配任意一段。软件包自带的示例与测试数据本就不计入。',
    }),
  }),
  check: noneInFiles((i) => i.files.credentials, text('A credential', '登录凭据')),
});
