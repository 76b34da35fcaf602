import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { isFrom } from '../blocks/registries.ts';
import { trustedRegistries } from '../../knowledge/trusted-registries.ts';

export const dockerfileBaseAllowed = defineControl({
  id: 'dockerfile-base-allowed',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'Images that the build uses come from an allowed registry',
    zh: '构建引入的镜像来自允许的镜像仓库',
  },
  failingTitle: {
    en: 'The build takes in an image from a registry that is not allowed',
    zh: '构建引入了未经允许的镜像仓库中的镜像',
  },
  rationale: {
    en: 'Anyone who publishes a base decides what runs in everything that is built on it, and in the build itself.',
    zh: '发布基础镜像者决定了其上一切镜像以及构建过程中运行的内容。',
  },
  remediation: {
    en: 'Build on official images or on your own registry, and name that in the parameter registries.',
    zh: '基于官方镜像或自建仓库构建，并将自建仓库写入参数 registries。',
  },
  references: ['https://docs.docker.com/docker-hub/image-library/trusted-content/'],
  params: z.object({
    registries: z
      .array(z.string())
      .default([...trustedRegistries])
      .meta({
        en: 'Registries, or repositories in them, that images may come from. By default Docker’s official images alone.',
        zh: '允许的镜像来源，可为整个仓库或其中的路径。默认仅允许 Docker 官方镜像。',
      }),
  }),
  check: each(
    (d) => d.images,
    isFrom(({ registries }) => registries),
    text('The build takes in no image', '构建未引入任何镜像'),
  ),
});
