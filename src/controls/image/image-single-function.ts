import { z } from 'zod';
import { all, ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { startedPrograms } from '../../build-analysis/programs/started-programs.ts';
import { failOnSeveral } from '../blocks/fail-on-several.ts';
import { commandUnderstood } from '../blocks/understood-command.ts';
import { supervisors } from '../../knowledge/supervisors.ts';

export const imageSingleFunction = defineControl({
  id: 'image-single-function',
  subject: image,
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
    en: 'Services in one image share its user, files and network, so that the weakest opens all; and the engine sees the supervisor alive while what matters has died.',
    zh: '同一镜像内的多个服务共用用户、文件和网络，最薄弱者失守即全部失守；且引擎只看到管理程序存活，真正的业务已经退出也无从察觉。',
  },
  remediation: {
    en: 'Make an image for each service, start its program itself, ENTRYPOINT ["/app/server"], and let Compose or Swarm start them together. Use docker run --init where children must be reaped.',
    zh: '每个服务制作独立镜像并直接启动其程序：ENTRYPOINT ["/app/server"]，由 Compose 或 Swarm 编排。需要回收子进程时使用 docker run --init。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#decouple-applications',
    'https://docs.docker.com/engine/containers/multi-service_container/',
  ],
  params: z.object({
    supervisors: z
      .array(z.string())
      .default([...supervisors])
      .meta({
        en: 'Programs made to run several services, by the name of their executable; one that the entrypoint or the command starts is enough to fail.',
        zh: '用于管理多个服务的程序，按可执行文件名列出；入口或启动命令中出现一个即不通过。',
      }),
  }),
  check: ifAny(
    (i) => i.command.length > 0,
    all(
      (i, { params }) => {
        const found = startedPrograms(i.command).filter((name) =>
          params.supervisors.includes(name),
        );
        if (found.length === 0) return true;
        return fail(
          text(
            `Starts ${found.join(', ')}, which runs several services`,
            `启动的是多服务管理程序：${found.join('、')}`,
          ),
        );
      },
      (i) => failOnSeveral(i.command),
      commandUnderstood,
    ),
    text('Nothing is started by default', '未声明启动命令'),
  ),
});
