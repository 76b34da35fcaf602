import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { hardLimit } from '../../knowledge/ulimits.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';

export const engineDefaultUlimits = defineControl({
  id: 'engine-default-ulimits',
  subject: engine,
  // The host's own ceiling, and the memory that open files cost, stand behind it.
  rating: ['disruption', 'remote'],
  title: {
    en: 'Containers start with default limits on resources',
    zh: '容器具有默认的资源上限',
  },
  failingTitle: {
    en: 'Containers start without default limits on resources',
    zh: '容器没有默认的资源上限',
  },
  rationale: {
    en: 'A container that says nothing inherits the limits of the engine, which service files often lift altogether. One leaking process can then use up the open files of the whole host.',
    zh: '未声明上限的容器会继承引擎自身的限制，而服务单元往往把它完全放开。一个泄漏句柄的进程就可能耗尽整台主机的打开文件数。',
  },
  remediation: {
    en: 'Write "default-ulimits": {"nofile": {"Name": "nofile", "Soft": 16384, "Hard": 65536}} into /etc/docker/daemon.json, restart the engine and create the containers again.',
    zh: '在 /etc/docker/daemon.json 中写入 "default-ulimits": {"nofile": {"Name": "nofile", "Soft": 16384, "Hard": 65536}}，重启引擎并重建容器。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://man7.org/linux/man-pages/man2/getrlimit.2.html',
  ],
  params: z.object({
    required: z.array(z.string()).default(['nofile']).meta({
      en: 'Limits that must have a finite hard value. Open files alone: nproc counts a user’s processes in all containers together, which the pids limit of each container does better.',
      zh: '必须设有有限硬上限的项目。默认只要求打开文件数：nproc 按用户在所有容器中的进程总数计算，不如各容器自身的 pids 上限有效。',
    }),
  }),
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.defaultUlimits,
    (limits, { params }) => {
      const missing = params.required.filter((name) => hardLimit(limits, name) < 0);
      if (missing.length === 0) return true;
      return fail(
        text(`No default bounds ${missing.join(', ')}`, `未设默认上限：${missing.join('、')}`),
      );
    },
  ),
});
