import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

export const dockerfileCommandsSetOnce = defineControl({
  id: 'dockerfile-commands-set-once',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'Each stage sets CMD, ENTRYPOINT and HEALTHCHECK once',
    zh: '每个阶段的 CMD、ENTRYPOINT、HEALTHCHECK 至多各一条',
  },
  failingTitle: {
    en: 'A stage sets CMD, ENTRYPOINT or HEALTHCHECK twice',
    zh: '同一阶段重复设置 CMD、ENTRYPOINT 或 HEALTHCHECK',
  },
  rationale: {
    en: 'Only the last one of a stage counts. One that stands above it is never run, and a reviewer may take it for what the image starts, or for its health check.',
    zh: '同一阶段中只有最后一条有效。之前的从不执行，却可能被误认为镜像的启动命令或健康检查。',
  },
  remediation: {
    en: 'Remove all but the last one of the stage. Start one program; a second one belongs in a container of its own.',
    zh: '每个阶段只保留最后一条。一个容器只启动一个程序，其余另用容器。',
  },
  references: [
    'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
    'https://docs.docker.com/reference/dockerfile/#cmd',
  ],
  check: all(
    (d) =>
      d.replaced !== undefined ||
      unknown(
        text(
          'The release that read the file did not report what is replaced in it',
          '读取该文件的版本未记录被替换的指令',
        ),
      ),
    noneFails(
      (d) => d.replaced ?? [],
      ({ instruction }) =>
        fail(text(`A later ${instruction} replaces this one`, `该 ${instruction} 被后一条替换`)),
    ),
  ),
});
