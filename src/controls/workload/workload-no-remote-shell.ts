import { z } from 'zod';
import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload.ts';
import { remoteShells } from '../../core/docker/remote-shells.ts';
import { runsProgram } from '../blocks/programs.ts';
import { whileRunning } from './while-running.ts';

export const workloadNoRemoteShell = defineControl({
  id: 'workload-no-remote-shell',
  subject: workload,
  severity: 'high',
  title: { en: 'No remote shell runs in it', zh: '未运行远程登录服务' },
  rationale: {
    en: 'A shell server in a container has keys and passwords of its own that nobody renews, and lets people in past the engine, its authorization and its audit trail.',
    zh: '容器内的远程登录服务自带一套无人轮换的密钥和口令，且登录绕过了引擎的授权与审计，无法满足身份鉴别和安全审计要求。',
  },
  remediation: {
    en: 'Take the server out of the image and of what starts it. Enter with docker exec, which the engine authorises and logs, and copy with docker cp.',
    zh: '从镜像及启动脚本中移除该服务。需要进入容器时使用受引擎授权和记录的 docker exec，传输文件使用 docker cp。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/exec/',
    'https://www.cisecurity.org/benchmark/docker',
  ],
  params: z.object({
    programs: z
      .array(z.string())
      .default([...remoteShells])
      .meta({
        en: 'Programs that let people log in from elsewhere, by the name of their executable.',
        zh: '允许从外部登录的程序，按可执行文件名列出。',
      }),
  }),
  applies: whileRunning('processes'),
  check: not(runsProgram(({ programs }) => programs)),
});
