import { z } from 'zod';
import type { Check } from '../../core/controls/check.ts';
import { all, any, noneFails, not, orElse, when } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, failOnValues, failureAt } from '../../core/controls/verdict.ts';
import { remoteShells } from '../../knowledge/remote-shells.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { nameProcesses } from '../blocks/workload/processes.ts';
import { runsProgram } from '../blocks/workload/programs.ts';
import { describePort } from '../blocks/workload/published-ports.ts';
import { understoodCommand } from '../blocks/understood-command.ts';
import { meetEnd, wholeFact } from '../../core/recording/record.ts';
import {
  remoteShellsIn,
  remoteShellsStarted,
} from '../../build-analysis/programs/shells-given-away.ts';
import { linkedCommands } from '../../build-analysis/scripts/linked-commands.ts';
import { idle, notRunning, whileRunning } from '../blocks/workload/while-running.ts';

interface Params {
  readonly programs: readonly string[];
  readonly ports: readonly number[];
}

/** @param path where those words stand */
const startsNone =
  (path: string, words: (w: WorkloadFacts) => readonly string[]): Check<WorkloadFacts, Params> =>
  (w, { params }) => {
    const found = remoteShellsStarted(words(w), params.programs);
    if (found.length === 0) return understoodCommand(words(w));
    return failureAt(
      path,
      failOnValues(found, (names) =>
        text(`Will start ${names.join(', ')}`, `将启动 ${names.join('、')}`),
      ),
    );
  };

/** What runs is judged by its processes; a shell that it was made to hand to another host may be handed later. */
const handsNone: Check<WorkloadFacts, Params> = all(
  noneFails(
    (w) => (w.processes ?? []).filter(({ handsShell }) => handsShell === true),
    (process) => {
      const { en, zh } = nameProcesses([process]);
      return fail(text(`Hands a shell to another host: ${en}`, `将 shell 交给其他主机：${zh}`));
    },
  ),
  (w) => {
    if (idle.has(w.state)) return true;
    const found = remoteShellsStarted(w.command, []);
    if (found.length === 0) return true;
    const names = found.join(', ');
    return failureAt(
      '/command',
      fail(text(`Hands a shell to another host: ${names}`, `将 shell 交给其他主机：${names}`)),
    );
  },
);

/**
 * A container that is not running is judged by what it will start; of a Compose file often only the arguments are
 * known.
 */
const isToldNone = all<WorkloadFacts, Params>(
  noneFails(
    (w) => w.starts ?? [],
    (start, { params }) => {
      const found = remoteShellsIn(linkedCommands(wholeFact(start, 'commands')), params.programs);
      if (found.length === 0) {
        meetEnd(start, 'commands');
        return true;
      }
      return failOnValues(found, (names) =>
        text(`Will start ${names.join(', ')}`, `将启动 ${names.join('、')}`),
      );
    },
  ),
  orElse(
    startsNone('/command', (w) => (idle.has(w.state) ? w.command : [])),
    startsNone('/givenArguments', (w) => w.givenArguments ?? []),
  ),
  noneFails(
    (w) => (idle.has(w.state) ? w.ports : []),
    (port, { params }) =>
      port.protocol !== 'tcp' ||
      !params.ports.includes(port.containerPort) ||
      fail(
        text(
          `${describePort(port)} leads to the port of a remote shell`,
          `${describePort(port)} 通向远程登录端口`,
        ),
      ),
  ),
);

export const workloadNoRemoteShell = defineControl({
  id: 'workload-no-remote-shell',
  subject: workload,
  rating: ['breach', 'one step'],
  title: {
    en: 'No remote shell runs in the container',
    zh: '容器内未运行远程登录服务',
  },
  failingTitle: {
    en: 'A remote shell runs in the container',
    zh: '容器内运行了远程登录服务',
  },
  rationale: {
    en: 'A shell server in a container has keys and passwords of its own that nobody renews, and lets people in past the engine, its authorization and its audit trail. A shell that a program hands to another host counts as well: socat EXEC:, nc -e, a shell over /dev/tcp.',
    zh: '容器内的远程登录服务自带一套无人轮换的密钥和口令，且登录绕过了引擎的授权与审计，无法满足身份鉴别和安全审计要求。由程序交给其他主机的 shell 同样计入：socat EXEC:、nc -e、经 /dev/tcp 的 shell。',
  },
  remediation: {
    en: 'Take the server out of the image, of what starts it and of what is published. Enter with docker exec, which the engine authorises and logs, and copy with docker cp.',
    zh: '从镜像、启动命令及发布的端口中移除该服务。需要进入容器时使用受引擎授权和记录的 docker exec，传输文件使用 docker cp。',
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
    ports: z.array(z.number().int().positive()).default([22, 23]).meta({
      en: 'TCP ports of the container that stand for a remote shell where it is published and nothing runs yet: what a Compose file declares. The default has those of SSH and telnet.',
      zh: '尚未运行时（如 Compose 文件所声明），一经发布即视为远程登录的容器 TCP 端口。默认为 SSH 与 telnet 的端口。',
    }),
  }),
  applies: any(
    when(not(isToldNone), () => true, notRunning),
    whileRunning('processes'),
  ),
  check: all(not(runsProgram(({ programs }) => programs)), handsNone, isToldNone),
});
