import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { isMoving } from '../blocks/moving-tags.ts';
import { mutableTags } from '../../knowledge/mutable-tags.ts';
import { namesNoImage } from '../blocks/workload/names-no-image.ts';

export const workloadNoLatestTag = defineControl({
  id: 'workload-no-latest-tag',
  subject: workload,
  rating: ['weakness', 'open'],
  title: {
    en: 'The container’s image names a release',
    zh: '容器引用了镜像的具体版本',
  },
  failingTitle: {
    en: 'The container’s image names no release',
    zh: '容器引用的镜像未写明具体版本',
  },
  rationale: {
    en: 'latest, or no tag at all, is whatever was pulled last on each host: two copies of one service may run different releases, and a roll-back has nothing to go back to.',
    zh: '使用 latest 或不写标签，实际运行的是各主机最近一次拉取的版本：同一服务的两个副本可能版本不同，需要回退时也没有可回退的目标。',
  },
  remediation: {
    en: 'Name the release, and better its digest as well: image: registry.example.com/shop/web:1.4.2@sha256:… in Compose as on the command line.',
    zh: '写明版本，最好同时写明摘要：Compose 与命令行均为 image: registry.example.com/shop/web:1.4.2@sha256:…。',
  },
  references: [
    'https://docs.docker.com/reference/compose-file/services/#image',
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  ],
  params: z.object({
    mutable: z
      .array(z.string())
      .default([...mutableTags])
      .meta({
        en: 'Tags that name no release, in lower case; no tag is latest. The default has those that registries and pipelines commonly move.',
        zh: '不能标明版本的标签（小写），未写标签视为 latest。默认为镜像仓库和流水线中常被改指的标签。',
      }),
  }),
  applies: (w) =>
    w.image.spelled !== undefined || w.image.registry !== '' || notApplicable(namesNoImage),
  check: (w, { params }) => {
    const { spelled, tag } = w.image;
    if (!isMoving(w.image, params.mutable)) return true;
    const reference = spelled ?? w.image.reference;
    return fail(
      tag === null
        ? text(`${reference} has no tag, which is latest`, `${reference} 未写标签，即 latest`)
        : text(`${reference} names no release`, `${reference} 未指明版本`),
    );
  },
});
