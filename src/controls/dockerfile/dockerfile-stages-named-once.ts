import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const dockerfileStagesNamedOnce = defineControl({
  id: 'dockerfile-stages-named-once',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'Each stage of the build file has a name of its own',
    zh: 'Dockerfile 各阶段名称互不相同',
  },
  failingTitle: {
    en: 'Two stages of the build file have one name',
    zh: 'Dockerfile 中有两个阶段同名',
  },
  rationale: {
    en: 'FROM takes the last stage of that name before it, COPY --from and a mount the last one in the file. A reviewer may read another stage than the one that the image holds.',
    zh: '同名阶段中，FROM 取其之前的一个，COPY --from 与挂载取文件中最后一个。评审时看的阶段未必是镜像实际采用的阶段。',
  },
  remediation: {
    en: 'Give each stage a name of its own: FROM golang:1.24.2 AS build. Capitals do not tell two names apart.',
    zh: '为每个阶段取不同的名称：FROM golang:1.24.2 AS build。仅大小写不同视为同名。',
  },
  references: ['https://docs.docker.com/reference/build-checks/duplicate-stage-name/'],
  check: each(
    (d) => {
      const seen = new Set<string>();
      return d.stages.flatMap(({ name }) => {
        if (name === null) return [];
        const isAgain = seen.has(name.toLowerCase());
        seen.add(name.toLowerCase());
        return [{ name, isAgain }];
      });
    },
    ({ name, isAgain }) =>
      !isAgain || fail(text(`More than one stage is named ${name}`, `多个阶段名为 ${name}`)),
    text('No stage has a name', '没有命名的阶段'),
  ),
});
