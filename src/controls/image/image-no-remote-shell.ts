import type { Check } from '../../core/controls/check.ts';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { knownPrograms } from '../../knowledge/known-programs.ts';
import { image, type ImageFacts } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { exposesAnyOf } from '../blocks/port-list.ts';
import { installsAny } from '../../build-analysis/packages/asked-packages.ts';
import { remoteShellParams } from '../blocks/remote-shell-params.ts';
import { remoteShellsStarted } from '../../build-analysis/programs/shells-given-away.ts';
import { commandUnderstood } from '../blocks/understood-command.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { notInImage } from '../blocks/image/not-in-image.ts';
import { noneOf, runSteps } from '../blocks/image/run-steps.ts';

interface Params {
  readonly programs: readonly string[];
  readonly packages: readonly string[];
  readonly ports: readonly string[];
}

/** More paths than these say no more. */
const shown = 5;

/** Whether every program that is asked for would have been noticed among the files. */
const looksForAll: Check<ImageFacts, Params> = (_, { params }) => {
  const others = params.programs.filter((name) => !knownPrograms.has(name));
  return (
    others.length === 0 ||
    unknown(
      text(
        `Files were not searched for ${others.join(', ')}`,
        `未在其文件中查找 ${others.join('、')}`,
      ),
    )
  );
};

/** Neither a program nor a package of the kind lies in the image. */
const notInFiles = notInImage<Params>(
  all((i, { params }) => {
    const found = i.files.programs.filter((path) => params.programs.includes(basename(path)));
    const paths = found.slice(0, shown);
    return (
      found.length === 0 ||
      fail(text(`Contains ${paths.join(', ')}`, `镜像中有 ${paths.join('、')}`))
    );
  }, looksForAll),
  (i, { params }) => {
    const found = i.files.packages.installed.filter((name) => params.packages.includes(name));
    return (
      found.length === 0 ||
      fail(
        text(`Contains the packages ${found.join(', ')}`, `镜像中安装了软件包 ${found.join('、')}`),
      )
    );
  },
);

export const imageNoRemoteShell = defineControl({
  id: 'image-no-remote-shell',
  subject: image,
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
    en: 'Every container of an image with a shell server has the same host key and the same accounts, which nobody renews, and lets people in past the engine and its audit trail. A shell that a program hands to another host counts as well: socat EXEC:, nc -e, a shell over /dev/tcp.',
    zh: '镜像内置远程登录服务，则由其创建的所有容器共用同一主机密钥和账户，且无人轮换；登录还绕过了引擎的授权与审计。由程序交给其他主机的 shell 同样计入：socat EXEC:、nc -e、经 /dev/tcp 的 shell。',
  },
  remediation: {
    en: 'Take the package, its EXPOSE and its start out of the Dockerfile. Enter with docker exec, which the engine authorises and logs, and copy with docker cp.',
    zh: '从 Dockerfile 中移除该软件包、EXPOSE 以及启动命令。进入容器使用受引擎授权和记录的 docker exec，传输文件使用 docker cp。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/exec/',
    'https://www.cisecurity.org/benchmark/docker',
  ],
  params: remoteShellParams,
  check: all(
    (i, { params }) => {
      const found = remoteShellsStarted(i.command, params.programs);
      return (
        found.length === 0 || fail(text(`Starts ${found.join(', ')}`, `启动了 ${found.join('、')}`))
      );
    },
    (i, { params }) => {
      const found = i.exposedPorts.filter((port) => exposesAnyOf(port, params.ports));
      return (
        found.length === 0 ||
        fail(text(`Exposes ${found.join(', ')}`, `暴露了端口 ${found.join('、')}`))
      );
    },
    (i, { params }) =>
      noneOf(
        runSteps(i).filter((step) => installsAny(stepScript(step), params.packages) === true),
        text('Installs one in', '以下步骤安装了远程登录服务'),
      ),
    notInFiles,
    commandUnderstood,
    understoodSteps,
  ),
});
