import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { unknown } from '../../core/controls/verdict.ts';
import { givesWrite } from '../../build-analysis/files/file-modes.ts';
import { foldersMade, sharedWords } from '../../build-analysis/files/made-folders.ts';
import { opensFiles } from '../../build-analysis/files/opened-files.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { nameSteps, noneOf, runSteps, type Step } from '../blocks/image/run-steps.ts';

/** COPY and ADD give a mode of their own. */
const copied = /\s--chmod=(\S+)/;

/** Whether a step lets everybody write; `undefined` where nobody knows a mode that it gives. */
function opens(step: Step, folders: () => ReadonlySet<string>): boolean | undefined {
  const { instruction, createdBy } = step;
  if (instruction === 'RUN') {
    const script = stepScript(step);
    return opensFiles(script, () => sharedWords({ script }, folders()));
  }
  const mode =
    instruction === 'COPY' || instruction === 'ADD' ? copied.exec(createdBy)?.[1] : undefined;
  return mode === undefined ? false : givesWrite(mode);
}

export const imageNoWorldWritable = defineControl({
  id: 'image-no-world-writable',
  subject: image,
  rating: ['disruption', 'open'],
  title: {
    en: 'No build step lets everybody write to files',
    zh: '构建步骤未将文件设为任何人可写',
  },
  failingTitle: {
    en: 'A build step lets everybody write to files',
    zh: '构建步骤将文件设为任何人可写',
  },
  rationale: {
    en: 'chmod 777 lets any process in the container, whatever its user, change programs and configuration that others run. The sticky bit (1777) protects a folder for temporary files or one that the build makes, and neither a file nor what lies in a folder (chmod -R). What an intruder puts there lasts as long as the container.',
    zh: 'chmod 777 使容器内任意用户的进程都能改写他人运行的程序和配置（粘滞位只适用于临时目录或构建中新建的目录，对文件和 chmod -R 不起作用）；入侵者写入的内容会一直留存到容器删除。',
  },
  remediation: {
    en: 'Give the files to the user that needs them: COPY --chown=10001:10001 --chmod=0755, RUN chown -R 10001 /data; for a directory that several users share, mode 1777.',
    zh: '把文件授予需要它的用户：COPY --chown=10001:10001 --chmod=0755、RUN chown -R 10001 /data；多个用户共用的目录使用 1777。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
    'https://man7.org/linux/man-pages/man1/chmod.1.html',
  ],
  applies: namesBuildSteps,
  check: all((i) => {
    let made: ReadonlySet<string> | undefined;
    const folders = (): ReadonlySet<string> =>
      (made ??= foldersMade(
        runSteps(i).map((step) => ({ script: stepScript(step) })),
        [],
      ));
    const steps = i.history.map((step) => ({ step, opens: opens(step, folders) }));
    const those = (answer: boolean | undefined): readonly Step[] =>
      steps.flatMap((each) => (each.opens === answer ? each.step : []));
    const open = those(undefined);
    const failed = noneOf(
      those(true),
      text('Made writable for everyone in', '以下步骤设置了任何人可写'),
    );
    return failed === true && open.length > 0
      ? unknown(nameSteps(open, text('Sets an unknown mode in', '以下步骤设置的权限未知')))
      : failed;
  }, understoodSteps),
});
