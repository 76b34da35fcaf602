import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { givesWrite } from '../../build-analysis/files/file-modes.ts';
import type { IsFolder } from '../../build-analysis/files/made-folders.ts';
import { opensFiles } from '../../build-analysis/files/opened-files.ts';
import { grantsEverybody } from '../../build-analysis/accounts/windows-grants.ts';
import { textOf, type Script } from '../../build-analysis/scripts/script.ts';
import { folderTellers } from '../blocks/dockerfile/folder-operands.ts';
import {
  asFar,
  copiesInImage,
  modeRuns,
  understoodInImage,
} from '../blocks/dockerfile/image-steps.ts';
import { failOn, failOnRun, judged, openMode, spell } from '../blocks/dockerfile/fail-on-line.ts';

const opens = (script: Script, isShared: () => IsFolder): boolean | undefined =>
  grantsEverybody(textOf(script)) || opensFiles(script, isShared);

export const dockerfileNoWorldWritable = defineControl({
  id: 'dockerfile-no-world-writable',
  subject: dockerfile,
  rating: ['disruption', 'open'],
  title: {
    en: 'No instruction lets everybody write to files',
    zh: '未将文件设为任何人可写',
  },
  failingTitle: {
    en: 'An instruction lets everybody write to files',
    zh: '将文件设为任何人可写',
  },
  rationale: {
    en: 'chmod 777 lets any process in the container change programs that others run. The sticky bit (1777) protects a folder for temporary files or one that the build makes, and neither a file nor what lies in a folder (chmod -R).',
    zh: 'chmod 777 使容器内任意进程都能改写他人运行的程序。粘滞位（1777）只适用于临时目录或构建中新建的目录，对文件以及目录下的内容（chmod -R）不起作用。',
  },
  remediation: {
    en: 'Give the files to the user that needs them: COPY --chown=10001 --chmod=0755.',
    zh: '把文件授予需要它的用户：COPY --chown=10001 --chmod=0755。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
  check: all(
    noneFails(
      (d) => folderTellers(d, modeRuns(d)),
      ({ step, isShared }) => {
        const script = step.script();
        return judged(
          asFar(step, opens(script, isShared)),
          () =>
            failOnRun(
              text('Everybody may write', '任何人可写'),
              script.text,
              (command) => opens(command, isShared) === true,
            ),
          openMode(step.run.script),
        );
      },
    ),
    noneFails(
      (d) => copiesInImage(d, 'modes'),
      ({ copy, sources }) =>
        copy.mode === null ||
        sources().length === 0 ||
        judged(
          givesWrite(copy.mode),
          () => failOn(text('Everybody may write', '任何人可写'), spell(copy)),
          openMode(spell(copy)),
        ),
    ),
    understoodInImage,
  ),
});
