import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { parseImageName } from '../../syntax/image-reference/image-name.ts';
import { mutableTags } from '../../knowledge/mutable-tags.ts';

export const imageNoMutableTag = defineControl({
  id: 'image-no-mutable-tag',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'A tag tells which release the image is',
    zh: '镜像标签标明具体版本',
  },
  failingTitle: {
    en: 'The image’s tag does not tell its release',
    zh: '镜像标签未标明具体版本',
  },
  rationale: {
    en: 'latest, stable or main say what an image was when it was pulled, not what it is. After an incident nobody can tell which release ran, or get that one back.',
    zh: 'latest、stable、main 之类的标签只说明拉取时的状态，并不说明镜像是哪个版本。出现事故后无法确定当时运行的版本，也无从回退。',
  },
  remediation: {
    en: 'Give each release a tag of its own, and never move it: docker build -t registry.example.com/shop/web:1.4.2 . ; docker push registry.example.com/shop/web:1.4.2.',
    zh: '每次发布使用独立标签且不再改指：docker build -t registry.example.com/shop/web:1.4.2 .，然后 docker push registry.example.com/shop/web:1.4.2。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  params: z.object({
    mutable: z
      .array(z.string())
      .default([...mutableTags])
      .meta({
        en: 'Tags that tell no release, in lower case. The default has those that registries and pipelines commonly move.',
        zh: '不能标明版本的标签（小写）。默认为镜像仓库和流水线中常被改指的标签。',
      }),
  }),
  applies: (i) => i.references.length > 0 || notApplicable(text('No tag', '该镜像没有标签')),
  check: (i, { params }) => {
    const tells = i.references.some((name) => {
      const { tag } = parseImageName(name);
      return tag !== null && !params.mutable.includes(tag.toLowerCase());
    });
    if (tells) return true;
    const names = i.references.join(', ');
    return fail(text(`Only known as ${names}`, `该镜像仅有标签 ${names}`));
  },
});
