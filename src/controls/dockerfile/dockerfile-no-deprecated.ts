import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

const forms = {
  maintainer: text('MAINTAINER is deprecated', 'MAINTAINER 已弃用'),
  'space-for-equals': text(
    'ENV or LABEL is written without an equals sign',
    'ENV 或 LABEL 未使用等号写法',
  ),
  'empty-continuation': text('An empty line stands inside an instruction', '指令续行之间有空行'),
} as const;

export const dockerfileNoDeprecated = defineControl({
  id: 'dockerfile-no-deprecated',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'The build file uses no deprecated form',
    zh: 'Dockerfile 未使用已弃用的写法',
  },
  failingTitle: {
    en: 'The build file uses a deprecated form',
    zh: 'Dockerfile 使用了已弃用的写法',
  },
  rationale: {
    en: 'A form that is on its way out means something else to the next release of the builder, or nothing.',
    zh: '已弃用的写法在后续构建器中可能含义改变或失效。',
  },
  remediation: {
    en: 'Write LABEL org.opencontainers.image.authors instead of MAINTAINER, ENV or LABEL name=value, and no empty line inside an instruction.',
    zh: '以 LABEL org.opencontainers.image.authors 代替 MAINTAINER，写 ENV 或 LABEL 名称=值，指令续行之间不留空行。',
  },
  references: ['https://docs.docker.com/reference/build-checks/'],
  check: noneFails(
    (d) => d.deprecated,
    ({ form }) => fail(forms[form]),
  ),
});
