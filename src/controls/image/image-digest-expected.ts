import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { parseImageName, spelledOut } from '../../syntax/image-reference/image-name.ts';

export const imageDigestExpected = defineControl({
  id: 'image-digest-expected',
  subject: image,
  // Somebody replaced it, or moved its name: that has happened already.
  rating: ['breach', 'one step'],
  title: {
    en: 'The image has the digest that the lock expects',
    zh: '镜像摘要与锁定清单一致',
  },
  failingTitle: {
    en: 'The image’s digest is not the one that the lock expects',
    zh: '镜像摘要与锁定清单不一致',
  },
  rationale: {
    en: 'A lock holds what was reviewed, by its digest. An image of the same name with another digest is another image: a tag that was moved, or one that somebody put in its place.',
    zh: '锁定清单以摘要记录经过评审的镜像。名称相同而摘要不同，就不再是同一个镜像：可能是标签被改指，也可能是被人替换。',
  },
  remediation: {
    en: 'Find out who changed it before it is run again. Then pull what was reviewed by its digest, docker pull NAME@sha256:…, and give it its name back with docker tag; or review the new one and write its digest into the lock.',
    zh: '在再次运行之前先查明由谁改动。随后按摘要拉取经过评审的版本：docker pull 名称@sha256:…，再用 docker tag 恢复名称；或评审新版本并将其摘要写入锁定清单。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/image/pull/#pull-an-image-by-digest-immutable-identifier',
    'https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests',
  ],
  params: z.object({
    expected: z.record(z.string(), z.string()).default({}).meta({
      en: 'The lock: names of images as `registry.example.com/shop/web:1.4`, each with its digest, `sha256:…`. Empty by default, since nobody else can know what was reviewed.',
      zh: '锁定清单：以 `registry.example.com/shop/web:1.4` 形式列出镜像名及其摘要 `sha256:…`。默认为空，因为只有使用方知道评审过哪些镜像。',
    }),
  }),
  applies: (i, { params }) => {
    const locked = Object.keys(params.expected).map(spelledOut);
    if (locked.length === 0) {
      return notApplicable(
        text(
          'No lock was given: the parameter expected is empty',
          '未提供锁定清单：参数 expected 为空',
        ),
      );
    }
    return (
      i.references.some((name) => locked.includes(spelledOut(name))) ||
      notApplicable(text('The lock names none of its names', '锁定清单中没有该镜像的任何名称'))
    );
  },
  check: (i, { params }) => {
    const lock = new Map(
      Object.entries(params.expected).map(([name, digest]) => [spelledOut(name), digest]),
    );
    const known = i.digests.map(parseImageName);
    for (const name of i.references) {
      const digest = lock.get(spelledOut(name));
      if (digest === undefined) continue;
      const { repository } = parseImageName(name);
      const own = known.filter((each) => each.repository === repository);
      if (own.some((each) => each.digest === digest)) continue;
      const found = own.map((each) => each.digest ?? '').join(', ');
      return fail(
        found === ''
          ? text(
              `${name} should be ${digest}, but no registry knows this image`,
              `${name} 应为 ${digest}，但该镜像没有任何仓库摘要`,
            )
          : text(
              `${name} should be ${digest}, and is ${found}`,
              `${name} 应为 ${digest}，实为 ${found}`,
            ),
      );
    }
    return true;
  },
});
