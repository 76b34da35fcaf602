import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';

/** What begins at the root, at a drive of Windows, or in a folder that a variable names. */
const absolute = /^(?:[/\\$]|[A-Za-z]:)/;

export const dockerfileWorkingDirectoryAbsolute = defineControl({
  id: 'dockerfile-working-directory-absolute',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'The first WORKDIR of a stage is an absolute path',
    zh: '每个阶段的首个 WORKDIR 为绝对路径',
  },
  failingTitle: {
    en: 'A WORKDIR depends on the folder of the base image',
    zh: 'WORKDIR 取决于基础镜像的工作目录',
  },
  rationale: {
    en: 'A relative path begins in whatever folder the base image ends in. With the next release of that image files land elsewhere: where other rights hold, or where nobody looks for them.',
    zh: '相对路径从基础镜像的工作目录算起。基础镜像更新后，文件可能落到权限不同或无人留意的目录。',
  },
  remediation: {
    en: 'Begin the first WORKDIR of each stage with a slash: WORKDIR /app. Later ones may be relative to it.',
    zh: '每个阶段的首个 WORKDIR 以斜杠开头：WORKDIR /app。其后的可相对于它。',
  },
  references: [
    'https://docs.docker.com/reference/build-checks/workdir-relative-path/',
    'https://docs.docker.com/reference/dockerfile/#workdir',
  ],
  applies: ({ workingDirectories }) =>
    workingDirectories === undefined ||
    workingDirectories.length > 0 ||
    notApplicable(text('The build file sets no WORKDIR', 'Dockerfile 未设置 WORKDIR')),
  check: all(
    (d) =>
      d.workingDirectories !== undefined ||
      unknown(
        text(
          'The release that read the file did not report its folders',
          '读取该文件的版本未记录工作目录',
        ),
      ),
    noneFails(
      (d) => d.workingDirectories ?? [],
      ({ path }) =>
        absolute.test(path) ||
        fail(
          text(
            `${path} is relative to the folder of the base image`,
            `${path} 相对于基础镜像的工作目录`,
          ),
        ),
    ),
  ),
});
