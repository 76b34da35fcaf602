import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image, type ImageFacts } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { isListed, parseImageName } from '../../syntax/image-reference/image-name.ts';
import { trustedRegistries } from '../../knowledge/trusted-registries.ts';

/**
 * The repositories that an image is known to have come from: what the engine recorded; else what registries
 * know it by, and names that spell a registry out. A short name alone shows nothing: whatever was built or
 * loaded here may bear one.
 */
function repositoriesOf({ digests, origin, references }: ImageFacts): readonly string[] {
  if (origin !== null && origin.pulled.length > 0) return origin.pulled;
  const known = origin?.built === true ? [] : digests.map(parseImageName);
  const named = references.map(parseImageName).filter(({ qualified }) => qualified);
  const shown = known.length > 0 ? known : named;
  return [...new Set(shown.map(({ repository }) => repository))];
}

export const imageRegistryAllowed = defineControl({
  id: 'image-registry-allowed',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'The image comes from a registry that is allowed',
    zh: '镜像来自允许的镜像仓库',
  },
  failingTitle: {
    en: 'The image comes from a registry that is not allowed',
    zh: '镜像来自未经允许的镜像仓库',
  },
  rationale: {
    en: 'Anyone who publishes an image decides what runs on the host. On a public registry anybody may publish under a name that looks right; an allow-list leaves in only those whose review the organisation relies on.',
    zh: '谁发布镜像，谁就决定主机上运行什么。公共仓库任何人都可以用相似的名称发布镜像；限定允许的来源，才能保证使用的都是经过信任方审核的镜像。',
  },
  remediation: {
    en: 'Copy what was reviewed into your own registry, and run it from there: docker pull OLD, docker tag OLD registry.example.com/OLD, docker push registry.example.com/OLD; then docker image rm OLD. Name your registry in the parameter registries.',
    zh: '将审核过的镜像复制到自建仓库并从该处使用：docker pull 原镜像；docker tag 原镜像 registry.example.com/原镜像；docker push registry.example.com/原镜像；再用 docker image rm 删除原镜像。自建仓库须写入参数 registries。',
  },
  references: [
    'https://docs.docker.com/docker-hub/image-library/trusted-content/',
    'https://docs.docker.com/reference/cli/docker/image/push/',
  ],
  params: z.object({
    registries: z
      .array(z.string())
      .default([...trustedRegistries])
      .meta({
        en: 'Registries, or repositories in them, that images may come from, such as `registry.example.com` or `docker.io/library`. By default Docker’s official images alone, which are reviewed; a registry of your own has to be named.',
        zh: '允许的镜像来源，可为整个仓库或其中的路径，例如 `registry.example.com`、`docker.io/library`。默认仅允许经审核的 Docker 官方镜像；自建仓库须自行列入。',
      }),
  }),
  applies: (i) =>
    repositoriesOf(i).length > 0 ||
    notApplicable(
      text(
        'No registry is known for it: it was built or loaded here',
        '没有任何仓库记录：镜像在本机构建或载入',
      ),
    ),
  check: (i, { params }) => {
    const foreign = repositoriesOf(i).filter((name) => !isListed(name, params.registries));
    if (foreign.length === 0) return true;
    return fail(
      text(
        `Comes from ${foreign.join(', ')}, which is not allowed`,
        `镜像来自 ${foreign.join('、')}，不在允许范围内`,
      ),
    );
  },
});
