import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { onlyFrom } from '../blocks/registries.ts';
import { trustedRegistries } from '../../knowledge/trusted-registries.ts';
import { namesNoImage } from '../blocks/workload/names-no-image.ts';

export const workloadRegistryAllowed = defineControl({
  id: 'workload-registry-allowed',
  subject: workload,
  rating: ['breach', 'remote'],
  title: {
    en: 'The container’s image comes from a registry that is allowed',
    zh: '容器引用的镜像属于允许的镜像仓库',
  },
  failingTitle: {
    en: 'The container’s image comes from a registry that is not allowed',
    zh: '容器引用的镜像来自未经允许的镜像仓库',
  },
  rationale: {
    en: 'The name in the deployment decides where the next pull goes. One that points to a public registry, by a slip or on purpose, brings in what nobody of the organisation has looked at.',
    zh: '部署描述中的镜像名决定下一次从哪里拉取。名称若因疏忽或故意指向公共仓库，引入的就是单位内部无人审核过的内容。',
  },
  remediation: {
    en: 'Name the image by your own registry, on the command line as in Compose (image: registry.example.com/shop/web:1.4), and name that registry in the parameter registries.',
    zh: '改用自建仓库的镜像名，命令行与 Compose 写法相同（image: registry.example.com/shop/web:1.4），并将该仓库写入参数 registries。',
  },
  references: [
    'https://docs.docker.com/docker-hub/image-library/trusted-content/',
    'https://docs.docker.com/reference/compose-file/services/#image',
  ],
  params: z.object({
    registries: z
      .array(z.string())
      .default([...trustedRegistries])
      .meta({
        en: 'Registries, or repositories in them, that may be named, such as `registry.example.com` or `docker.io/library`. By default Docker’s official images alone; a registry of your own has to be named.',
        zh: '允许引用的镜像来源，可为整个仓库或其中的路径，例如 `registry.example.com`、`docker.io/library`。默认仅允许 Docker 官方镜像；自建仓库须自行列入。',
      }),
  }),
  applies: (w) => w.image.registry !== '' || notApplicable(namesNoImage),
  check: onlyFrom(({ registries }) => registries),
});
