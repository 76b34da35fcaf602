import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image, type ImageFacts } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { isListed, parseImageName } from '../../syntax/image-reference/image-name.ts';
import { trustedRegistries } from '../../knowledge/trusted-registries.ts';

/** Where registries know an image from; empty when none does. */
const repositoriesOf = ({ digests, origin }: ImageFacts): readonly string[] => {
  if (origin !== null && origin.pulled.length > 0) return origin.pulled;
  if (origin?.built === true) return [];
  return digests.map((digest) => parseImageName(digest).repository);
};

function judge(known: readonly string[], what: string, trusted: readonly string[]): Verdict | true {
  const foreign = known.filter((name) => !isListed(name, trusted));
  if (foreign.length < known.length) return true;
  return fail(
    text(
      `${what} comes from ${foreign.join(', ')}, which is not trusted`,
      `其内容来自 ${foreign.join('、')}，不在可信来源之列`,
    ),
  );
}

export const imageBaseTrusted = defineControl({
  id: 'image-base-trusted',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'The image’s base is trusted',
    zh: '镜像基于可信的基础镜像',
  },
  failingTitle: {
    en: 'The image’s base is not trusted',
    zh: '镜像的基础镜像不可信',
  },
  rationale: {
    en: 'A base brings most of what is in an image: its C library, its shell, its certificates. Anyone who controls it controls everything that is built on it, past every review of one’s own code.',
    zh: '镜像中的大部分内容来自基础镜像：C 库、shell、根证书。控制基础镜像者即可绕过对自有代码的一切审查，控制建立在其上的全部镜像。',
  },
  remediation: {
    en: 'Build on an official image, or on one of your own that stands on it, by digest: FROM debian:13-slim@sha256:…. Name your own registry in the parameter trusted.',
    zh: '基于官方镜像或自有基础镜像构建，并以摘要固定：FROM debian:13-slim@sha256:…。自有仓库须写入参数 trusted。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
    'https://docs.docker.com/docker-hub/image-library/trusted-content/',
  ],
  params: z.object({
    trusted: z
      .array(z.string())
      .default([...trustedRegistries])
      .meta({
        en: 'Registries, or repositories in them, whose images may be built on. By default Docker’s official images alone; a registry of your own has to be named.',
        zh: '可作为基础镜像来源的仓库或其中的路径。默认仅为 Docker 官方镜像；自建仓库须自行列入。',
      }),
  }),
  check: (i, ctx) => {
    const { trusted } = ctx.params;
    const own = repositoriesOf(i);
    if (own.some((name) => isListed(name, trusted))) return true;
    const bases = i.builtOn
      .flatMap((id) => ctx.find(image, id) ?? [])
      .filter((base) => repositoriesOf(base).length > 0);
    const [base] = bases;
    if (base) return judge(repositoriesOf(base), 'The base', trusted);
    if (own.length > 0) return judge(own, 'It', trusted);
    // What it says of its own base is its author's word.
    const claimed = i.labels['org.opencontainers.image.base.name'];
    return unknown(
      claimed === undefined
        ? text(
            'No image here that a registry knows is its base',
            '本机没有可识别为其基础镜像、且有仓库记录的镜像',
          )
        : text(
            `No image here is its base; its own label names ${claimed}`,
            `本机没有可识别的基础镜像；其自身标签称基于 ${claimed}`,
          ),
    );
  },
});
