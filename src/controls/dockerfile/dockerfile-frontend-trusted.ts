import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { isListed, parseImageName } from '../../syntax/image-reference/image-name.ts';

export const dockerfileFrontendTrusted = defineControl({
  id: 'dockerfile-frontend-trusted',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'A trusted frontend reads the build file',
    zh: '以可信前端解析 Dockerfile',
  },
  failingTitle: {
    en: 'An untrusted frontend reads the build file',
    zh: '以不可信前端解析 Dockerfile',
  },
  rationale: {
    en: 'The image of a syntax directive reads the file and makes the build: it can put into the image what it likes.',
    zh: 'syntax 指令所指镜像负责解析并生成构建过程，可向镜像写入任意内容。',
  },
  remediation: {
    en: 'Write # syntax=docker/dockerfile:1, or leave the line out.',
    zh: '写 # syntax=docker/dockerfile:1，或删除该行。',
  },
  references: ['https://docs.docker.com/build/buildkit/frontend/'],
  params: z.object({
    frontends: z
      .array(z.string())
      .default(['docker.io/docker/dockerfile', 'docker.io/docker/dockerfile-upstream'])
      .meta({
        en: 'Images that may read the file; by default those that Docker publishes.',
        zh: '允许使用的前端镜像；默认为 Docker 官方发布的前端。',
      }),
  }),
  check: (d, { params }) => {
    if (d.frontend === null || isListed(parseImageName(d.frontend).repository, params.frontends)) {
      return true;
    }
    return fail(text(`Parsed by ${d.frontend}`, `由 ${d.frontend} 解析`));
  },
});
