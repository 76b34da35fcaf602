import { z } from 'zod';
import { all, ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { failOnValues } from '../../core/controls/verdict.ts';
import { programsIn, startedPrograms } from '../../build-analysis/programs/started-programs.ts';
import { startedScripts, startedScriptsUnderstood } from '../blocks/dockerfile/started-scripts.ts';
import { failOnSeveral } from '../blocks/fail-on-several.ts';
import { commandUnderstood } from '../blocks/understood-command.ts';
import { supervisors } from '../../knowledge/supervisors.ts';

export const dockerfileSingleFunction = defineControl({
  id: 'dockerfile-single-function',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'The image starts a service, not a supervisor of several',
    zh: '镜像启动单一服务，而非多服务管理程序',
  },
  failingTitle: {
    en: 'The image starts a supervisor of several services',
    zh: '镜像启动多服务管理程序',
  },
  rationale: {
    en: 'Services in one image share its user, files and network, so that the weakest opens all.',
    zh: '同一镜像内的多个服务共用用户、文件和网络，最薄弱者失守即全部失守。',
  },
  remediation: {
    en: 'Make an image for each service and start its program itself: ENTRYPOINT ["/app/server"].',
    zh: '每个服务制作独立镜像并直接启动其程序：ENTRYPOINT ["/app/server"]。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#decouple-applications'],
  params: z.object({
    supervisors: z
      .array(z.string())
      .default([...supervisors, 'service', 'systemctl'])
      .meta({
        en: 'Programs made to run several services, by the name of their executable.',
        zh: '用于管理多个服务的程序，按可执行文件名列出。',
      }),
  }),
  check: ifAny(
    (d) => d.command.length > 0,
    all(
      (d, { params }) => {
        const started = [...startedPrograms(d.command), ...startedScripts(d).flatMap(programsIn)];
        const found = [...new Set(started)].filter((name) => params.supervisors.includes(name));
        if (found.length === 0) return true;
        return failOnValues(found, (names) =>
          text(`Starts ${names.join(', ')}`, `启动了 ${names.join('、')}`),
        );
      },
      (d) => failOnSeveral(d.command, startedScripts(d)),
      commandUnderstood,
      startedScriptsUnderstood,
    ),
    text('Nothing is started by default', '未声明启动命令'),
  ),
});
