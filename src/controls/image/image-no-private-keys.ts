import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { noneInFiles } from '../blocks/image/secrets-in-files.ts';

export const imageNoPrivateKeys = defineControl({
  id: 'image-no-private-keys',
  subject: image,
  rating: ['breach', 'one step'],
  title: {
    en: 'No private key lies among the files of the image',
    zh: '镜像文件中没有私钥',
  },
  failingTitle: {
    en: 'A private key lies among the files of the image',
    zh: '镜像文件中含有私钥',
  },
  rationale: {
    en: 'A key in an image belongs to everybody who can pull it, and every container made from it has the same one. Anyone who has it speaks in the name of the service, and reads what was meant for it.',
    zh: '镜像中的私钥等于交给了每个能拉取镜像的人，由其创建的所有容器也共用同一私钥。持有者可以冒充该服务，并解读发给它的数据。',
  },
  remediation: {
    en: 'Replace the key and revoke its certificate, since it is known. Make keys when a container first starts, or hand them over at run time: docker secret, or a mounted file. What the build needs comes by RUN --mount=type=secret or --mount=type=ssh.',
    zh: '该私钥已经泄露，应更换并吊销证书。密钥在容器首次启动时生成，或在运行时通过 docker secret、挂载文件下发；构建时所需的密钥使用 RUN --mount=type=secret 或 --mount=type=ssh。',
  },
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://www.rfc-editor.org/rfc/rfc7468',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Paths of files, or of directories, whose keys protect nothing; `*` is any one segment. What packages bring among their examples and tests is passed over anyway.',
      zh: '其中私钥不起保护作用的文件或目录路径，`*` 匹配任意一段。软件包自带的示例与测试数据本就不计入。',
    }),
  }),
  check: noneInFiles((i) => i.files.privateKeys, text('A private key', '私钥')),
});
