import { all, ifAny, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile, type DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { failOnValues, failureAt, unknown } from '../../core/controls/verdict.ts';
import { installsAny, packagesOf } from '../../build-analysis/packages/installed-packages.ts';
import type { ValueOf } from '../../build-analysis/scripts/once-with-values.ts';
import type { ReadScript } from '../../build-analysis/scripts/script.ts';
import { quoting } from '../blocks/dockerfile/fail-on-line.ts';
import { startsOf, startsUnderstood } from '../blocks/dockerfile/started-downloads.ts';
import { placeOf, valuesOf, withValues } from '../blocks/dockerfile/variable-values.ts';
import { projectIn, scriptOf, understood } from '../blocks/dockerfile/run-script.ts';

/** Tells, once it is asked, whether an argument has no value but what is given to a build. */
function givenIn(d: DockerfileFacts): (name: string) => boolean {
  let given: ReadonlySet<string> | undefined;
  const read = (): ReadonlySet<string> =>
    new Set(
      d.variables
        .filter(({ instruction, value }) => instruction === 'ARG' && value === null)
        .map(({ name }) => name),
    );
  return (name) => (given ??= read()).has(name);
}

/** What installs something: a step of the build, or what containers run by themselves. */
interface Installing {
  readonly script: ReadScript;
  readonly valueOf: ValueOf;
  /** The fact that has it where it is no step. */
  readonly at?: string;
}

function installingIn(d: DockerfileFacts): readonly Installing[] {
  const values = valuesOf(d);
  const place = placeOf({ stage: d.stages.length - 1, trigger: false });
  return [
    ...withValues(d, d.runs).map(({ run, valueOf }) => ({ script: scriptOf(run), valueOf })),
    ...startsOf(d).map(({ at, script }) => ({
      ...{ at, script },
      valueOf: (name: string) => values(place, name),
    })),
  ];
}

export const dockerfilePackagesPinned = defineControl({
  id: 'dockerfile-packages-pinned',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'Packages that are installed have a version',
    zh: '安装的软件包写明版本',
  },
  failingTitle: {
    en: 'Packages are installed without a version',
    zh: '安装的软件包未写明版本',
  },
  rationale: {
    en: 'A package without a version is whatever its repository has that day, so that two builds of one file differ. So it is with a range (>=1, ^1, ~> 7), with one number (1.*), and with a tag or a branch that moves (latest, main), by whatever manager, and also of what is only fetched to be run (npx, dlx, uvx, pipx run, go run), by the build or by CMD, ENTRYPOINT and HEALTHCHECK in each container. Two numbers of a version hold it: 1.3.*. What a project’s own file asks for, as package.json, is left to its lock file, and a package that the build adds by its name is not; groups of packages have no version.',
    zh: '不写版本的软件包取决于仓库当天内容，同一文件两次构建的结果会不同。版本范围（>=1、^1、~> 7）、仅有一位的版本（1.*）、会移动的标签或分支（latest、main）同样如此，无论使用何种包管理器，也包括构建时或容器启动时（CMD、ENTRYPOINT、HEALTHCHECK）仅为运行而临时获取的软件包（npx、dlx、uvx、pipx run、go run）；写到两位（1.3.*）即视为写明版本。项目文件（如 package.json）中的依赖由其锁文件固定，不检查，构建时按名添加的软件包则要检查；软件包组没有版本，不检查。',
  },
  remediation: {
    en: 'Name it: apt-get install -y curl=8.14.1-2, apk add curl=~8.14, pip install flask==3.1.2; npx tool@1.4.2; of a git repository a whole commit.',
    zh: '写明版本：apt-get install -y curl=8.14.1-2、apk add curl=~8.14、pip install flask==3.1.2、npx tool@1.4.2；git 仓库写明完整的提交号。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  check: ifAny(
    (d) => {
      const hasProject = projectIn(d);
      return installingIn(d).some(({ script, valueOf }) =>
        installsAny(script, valueOf, hasProject),
      );
    },
    all(
      noneFails(
        (d) => {
          const hasProject = projectIn(d);
          const given = givenIn(d);
          return installingIn(d).map((each) => ({ ...each, hasProject, given }));
        },
        ({ script, valueOf, at, hasProject, given }) => {
          // Those who start a container give its variables.
          const isGiven = at === undefined ? given : () => true;
          const { open, unpinned } = packagesOf(script, valueOf, hasProject, isGiven);
          if (unpinned.length > 0) {
            const failure = failOnValues(unpinned, (names) =>
              quoting(text('Without a version', '未写明版本'), names.join(' ')),
            );
            return at === undefined ? failure : failureAt(at, failure);
          }
          if (open.length === 0) return true;
          return unknown(
            text(
              `What ${open.join(' ')} stands for is not known`,
              `无法得知 ${open.join(' ')} 的内容`,
            ),
          );
        },
      ),
      understood((d) => d.runs),
      startsUnderstood,
    ),
    text('No package is installed', '没有安装任何软件包'),
  ),
});
