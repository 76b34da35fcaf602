import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine, type EngineFacts } from '../../core/subjects/engine.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { hardLimit } from '../../knowledge/ulimits.ts';
import { nameProcesses } from '../blocks/workload/processes.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

/** The hard limit that engines give by default, the loosest of them; -1 when one of them gives none. */
function loosest(engines: readonly EngineFacts[], name: string): number {
  const limits = engines.map(({ defaultUlimits }) => hardLimit(defaultUlimits.effective, name));
  return limits.includes(-1) ? -1 : Math.max(-1, ...limits);
}

export const workloadUlimits = defineControl({
  id: 'workload-ulimits',
  subject: workload,
  // As for engine-default-ulimits.
  rating: ['disruption', 'remote'],
  title: {
    en: 'The container’s open files are limited',
    zh: '容器的打开文件数受限',
  },
  failingTitle: {
    en: 'The container’s open files are not limited',
    zh: '容器的打开文件数不受限',
  },
  rationale: {
    en: 'Each open file costs memory of the kernel, and the table of open files is one for the whole host. A container without a limit of its own has that of the service which started it, and that is often none.',
    zh: '每个打开的文件都占用内核内存，而系统的文件表由整台宿主机共用。未设限的容器沿用启动它的服务的限制，而该限制往往形同没有。',
  },
  remediation: {
    en: 'Start it with --ulimit nofile=16384:65536, in Compose ulimits: {nofile: {soft: 16384, hard: 65536}}; for all new containers "default-ulimits" in daemon.json.',
    zh: '启动时加 --ulimit nofile=16384:65536，Compose 中写 ulimits: {nofile: {soft: 16384, hard: 65536}}；统一设置则在 daemon.json 中写 "default-ulimits"（仅对新建容器生效）。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#ulimit',
    'https://man7.org/linux/man-pages/man2/getrlimit.2.html',
  ],
  params: z.object({
    required: z.array(z.string()).default(['nofile']).meta({
      en: 'Limits that must be set to an end. Open files alone: nproc counts the processes of a user in all containers together, which the pids limit does better.',
      zh: '必须设置上限的项目。默认仅要求打开文件数：nproc 按用户跨容器累计，不如进程数限制（pids limit）有效。',
    }),
    maxOpenFiles: z.number().int().positive().default(524_288).meta({
      en: 'Open files at most. 524288 is what systemd allows its own services; twice that is all that the kernel can give.',
      zh: '打开文件数的最大允许值。524288 为 systemd 服务的默认硬上限，其两倍即为内核可给出的最大值。',
    }),
  }),
  check: (w, ctx) => {
    const { ulimits } = w.resources;
    for (const name of ctx.params.required) {
      // Of what runs the kernel knows, whatever the engine's default has become since.
      const held = w.kernel?.limits?.find((limit) => limit.name === name);
      const own = held ?? ulimits.find((limit) => limit.name === name);
      const holder = held?.process && nameProcesses([held.process]);
      if (own === undefined && isDescribedByFile(w)) {
        return unknown(
          text(
            `What bounds ${name} is left to the engine that will run it`,
            `${name} 的上限取决于将来运行它的引擎`,
          ),
        );
      }
      const hard = own?.hard ?? loosest(ctx.all(engine), name);
      if (hard < 0) {
        return fail(
          holder
            ? text(`Nothing bounds ${name} of ${holder.en}`, `${holder.zh} 的 ${name} 没有上限`)
            : text(`Nothing bounds ${name}`, `${name} 没有上限`),
        );
      }
      if (name === 'nofile' && hard > ctx.params.maxOpenFiles) {
        return fail(
          text(
            `${holder ? `${holder.en} may` : 'May'} open ${hard} files, over ${ctx.params.maxOpenFiles}`,
            `${holder ? `${holder.zh} ` : ''}最多可打开 ${hard} 个文件，超过允许的 ${ctx.params.maxOpenFiles} 个`,
          ),
        );
      }
    }
    return true;
  },
});
