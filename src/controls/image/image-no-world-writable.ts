import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { givesWrite, modesIn } from '../build/file-modes.ts';
import { scriptOf } from '../shell/steps.ts';
import { understoodSteps } from './step-script.ts';
import { tellsItsSteps } from './build-steps.ts';
import { noneOf, type Step } from './run-steps.ts';

/** COPY and ADD give a mode of their own. */
const copied = /\s--chmod=(\S+)/;

function opens({ instruction, createdBy }: Step): boolean {
  if (instruction === 'RUN') return modesIn(scriptOf(createdBy)).some(givesWrite);
  const mode =
    instruction === 'COPY' || instruction === 'ADD' ? copied.exec(createdBy)?.[1] : undefined;
  return mode !== undefined && givesWrite(mode);
}

export const imageNoWorldWritable = defineControl({
  id: 'image-no-world-writable',
  subject: image,
  severity: 'medium',
  title: {
    en: 'No build step lets everybody write to files',
    zh: '构建步骤未将文件设为任何人可写',
  },
  rationale: {
    en: 'chmod 777 lets any process in the container, whatever its user, change programs and configuration that others run. What an intruder puts there lasts as long as the container.',
    zh: 'chmod 777 使容器内任意用户的进程都能改写他人运行的程序和配置；入侵者写入的内容会一直留存到容器删除。',
  },
  remediation: {
    en: 'Give the files to the user that needs them: COPY --chown=10001:10001 --chmod=0755, RUN chown -R 10001 /data; for a directory that several users share, mode 1777.',
    zh: '把文件授予需要它的用户：COPY --chown=10001:10001 --chmod=0755、RUN chown -R 10001 /data；多个用户共用的目录使用 1777。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
    'https://man7.org/linux/man-pages/man1/chmod.1.html',
  ],
  applies: tellsItsSteps,
  check: all(
    (i) => noneOf(i.history.filter(opens), text('It does in', '以下步骤设置了任何人可写')),
    understoodSteps,
  ),
});
