import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail, failOnValues, failureAt } from '../../core/controls/verdict.ts';
import { exposesAnyOf } from '../blocks/port-list.ts';
import { installsAny } from '../../build-analysis/packages/asked-packages.ts';
import { remoteShellParams } from '../blocks/remote-shell-params.ts';
import {
  remoteShellsIn,
  remoteShellsStarted,
} from '../../build-analysis/programs/shells-given-away.ts';
import { startedScripts, startedScriptsUnderstood } from '../blocks/dockerfile/started-scripts.ts';
import { commandUnderstood } from '../blocks/understood-command.ts';
import {
  copiesOf,
  programRuns,
  saidAsFar,
  understoodInImage,
} from '../blocks/dockerfile/image-steps.ts';
import {
  failOn,
  failOnRun,
  judgedOf,
  openPackages,
  quoting,
  spell,
} from '../blocks/dockerfile/fail-on-line.ts';

export const dockerfileNoRemoteShell = defineControl({
  id: 'dockerfile-no-remote-shell',
  subject: dockerfile,
  rating: ['breach', 'one step'],
  title: {
    en: 'The image contains no remote shell',
    zh: '镜像不含远程登录服务',
  },
  failingTitle: {
    en: 'The image contains a remote shell',
    zh: '镜像包含远程登录服务',
  },
  rationale: {
    en: 'Accounts, keys and logs of a shell server inside a container are outside of all that the team looks after. A shell that a program hands to another host counts as well: socat EXEC:, nc -e, a shell over /dev/tcp.',
    zh: '容器内登录服务的账户、密钥与日志均不在团队管控范围内。由程序交给其他主机的 shell 同样计入：socat EXEC:、nc -e、经 /dev/tcp 的 shell。',
  },
  remediation: {
    en: 'Take the package, its EXPOSE and its start out. Enter with docker exec.',
    zh: '移除该软件包、EXPOSE 与启动命令；进入容器使用 docker exec。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  params: remoteShellParams,
  check: all(
    (d, { params }) => {
      const found = new Set([
        ...remoteShellsStarted(d.command, params.programs),
        ...startedScripts(d).flatMap((script) => remoteShellsIn(script, params.programs)),
      ]);
      return (
        found.size === 0 ||
        failureAt(
          '/command',
          failOnValues([...found], (names) =>
            text(`Starts ${names.join(', ')}`, `启动了 ${names.join('、')}`),
          ),
        )
      );
    },
    noneFails(
      (d) => d.exposed,
      ({ port }, { params }) =>
        !exposesAnyOf(port, params.ports) || fail(text(`Exposes ${port}`, `暴露了端口 ${port}`)),
    ),
    noneFails(programRuns, ({ run, script, certain, valueOf }, { params }) =>
      judgedOf(
        saidAsFar(certain, installsAny(script(), params.packages, valueOf)),
        () =>
          failOnRun(
            text('Installs one', '安装了远程登录服务'),
            run.script,
            (command) => installsAny(command, params.packages, valueOf) === true,
          ),
        quoting(openPackages, run.script),
      ),
    ),
    noneFails(
      (d, { params }) => copiesOf(params.programs, d),
      (copy) => failOn(text('Copies one', '复制了远程登录服务'), spell(copy)),
    ),
    commandUnderstood,
    startedScriptsUnderstood,
    understoodInImage,
  ),
});
