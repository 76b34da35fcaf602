import { z } from 'zod';
import { all, ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { supervisors } from '../../knowledge/supervisors.ts';
import { programsOf } from '../blocks/workload/programs.ts';
import { whileRunning } from '../blocks/workload/while-running.ts';

export const workloadSingleFunction = defineControl({
  id: 'workload-single-function',
  subject: workload,
  // Somebody must have put together what should have been kept apart.
  rating: ['breach', 'remote'],
  title: {
    en: 'The container serves one main function',
    zh: '容器只承担一项主要功能',
  },
  failingTitle: {
    en: 'The container serves several functions',
    zh: '容器承担多项功能',
  },
  rationale: {
    en: 'Services that share a container share its user, its files and its network: the weakest of them opens all. A supervisor also hides from the engine that one of them has died.',
    zh: '同一容器内的多个服务共用用户、文件和网络，最薄弱的一个失守即全部失守。进程管理器还会使引擎无法察觉其中某个服务已经退出。',
  },
  remediation: {
    en: 'Give each service its own image and container and let them meet on a network: in Compose one entry under services for each. Start the program itself instead of a supervisor; --init (init: true) reaps its children.',
    zh: '为每个服务制作独立的镜像和容器，通过网络互通：Compose 中每个服务单列于 services 之下。直接启动业务程序而非进程管理器；需要回收子进程时使用 --init（init: true）。',
  },
  references: [
    'https://docs.docker.com/engine/containers/multi-service_container/',
    'https://docs.docker.com/build/building/best-practices/#decouple-applications',
  ],
  params: z.object({
    max: z.number().int().positive().default(1).meta({
      en: 'Most distinct programs. One, however many processes of it; more where an application is made of several.',
      zh: '不同程序的最大数量。一个程序可有任意多个进程；应用由多个程序组成时可调高。',
    }),
    ignored: z
      .array(z.string())
      .default([
        'tini',
        'tini-static',
        'docker-init',
        'dumb-init',
        'catatonit',
        'sh',
        'ash',
        'bash',
        'dash',
        'busybox',
        'gosu',
        'su-exec',
        'setpriv',
        'cat',
        'curl',
        'sleep',
        'tail',
        'wget',
      ])
      .meta({
        en: 'Programs that are no function of their own: inits, shells, what drops root, what a script or a health check calls.',
        zh: '本身不构成独立功能的程序：init、shell、用于放弃 root 的程序，以及脚本或健康检查调用的程序。',
      }),
    supervisors: z
      .array(z.string())
      .default([...supervisors])
      .meta({
        en: 'Programs made to run several services; one of them is enough to fail.',
        zh: '用于运行多个服务的程序；出现一个即为不通过。',
      }),
  }),
  applies: whileRunning('processes'),
  check: ifAny(
    (w) => programsOf(w).length > 0,
    all(
      (w, { params }) => {
        const found = programsOf(w).filter((program) => params.supervisors.includes(program));
        if (found.length === 0) return true;
        return fail(
          text(
            `${found.join(', ')} is there to run several services`,
            `存在用于管理多个服务的进程管理器：${found.join('、')}`,
          ),
        );
      },
      (w, { params }) => {
        const found = programsOf(w).filter((program) => !params.ignored.includes(program));
        if (found.length <= params.max) return true;
        return fail(
          text(
            `Runs ${found.length} programs: ${found.join(', ')}`,
            `同时运行 ${found.length} 种程序：${found.join('、')}`,
          ),
        );
      },
    ),
    text('No program was seen in it', '未发现运行中的程序'),
  ),
});
