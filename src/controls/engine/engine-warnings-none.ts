import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const engineWarningsNone = defineControl({
  id: 'engine-warnings-none',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'The engine reports no warnings',
    zh: '引擎没有告警',
  },
  failingTitle: {
    en: 'The engine reports warnings',
    zh: '引擎存在告警',
  },
  rationale: {
    en: 'The engine itself says where it cannot do what it is asked for, or is open to everybody, and hardly anybody reads it.',
    zh: '引擎会自行报告无法兑现的限制、对外敞开的接口等问题，但这些告警几乎无人查看。',
  },
  remediation: {
    en: 'Read them at the end of docker info, and fix what they name. One that is known and accepted goes into the parameters of this control, word for word.',
    zh: '查看 docker info 末尾的告警并逐一处理。已知且可接受的告警按原文写入本控制项的参数。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/system/info/',
    'https://docs.docker.com/reference/api/engine/',
  ],
  params: z.object({
    accepted: z.array(z.string()).default([]).meta({
      en: 'Warnings that are known and accepted, word for word. None by default.',
      zh: '已知且可接受的告警原文。默认为空。',
    }),
  }),
  check: noneFails(
    (e) => e.warnings,
    (warning, { params }) =>
      params.accepted.includes(warning) || fail(text(warning, `引擎告警：${warning}`)),
  ),
});
