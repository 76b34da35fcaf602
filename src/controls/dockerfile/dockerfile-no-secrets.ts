import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text, type Text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { failOn, failOnRun, spell } from '../blocks/dockerfile/fail-on-line.ts';

const handedIn = (instruction: string, name: string): Text =>
  text(
    `${instruction} ${name} takes a secret at the build, and leaves it in the history`,
    `${instruction} ${name} 在构建时传入敏感凭据，并会留在镜像历史中`,
  );

export const dockerfileNoSecrets = defineControl({
  id: 'dockerfile-no-secrets',
  subject: dockerfile,
  rating: ['breach', 'one step'],
  title: {
    en: 'No secret is in the build file',
    zh: 'Dockerfile 中没有敏感凭据',
  },
  failingTitle: {
    en: 'A secret is in the build file',
    zh: 'Dockerfile 中含有敏感凭据',
  },
  rationale: {
    en: 'Every instruction stays in the history of the image, and the file itself in its repository: anyone who has either has the secret.',
    zh: '每条指令都会留在镜像历史中，文件本身留在代码仓库中：拿到其一即拿到敏感凭据。',
  },
  remediation: {
    en: 'Change the secret first. Then use RUN --mount=type=secret,id=token, and hand over at run time what the service needs.',
    zh: '先更换敏感凭据；构建时用 RUN --mount=type=secret,id=token，运行所需的在启动时提供。',
  },
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  ],
  check: all(
    noneFails(
      (d) => d.variables,
      ({ instruction, name, rule, secret }) =>
        !secret ||
        (rule === 'secret-argument' && fail(handedIn(instruction, name))) ||
        fail(
          text(
            `${instruction} ${name} looks like a secret (${rule ?? ''})`,
            `${instruction} ${name} 疑似敏感信息（${rule ?? ''}）`,
          ),
        ),
    ),
    noneFails(
      (d) => d.secretLabels,
      ({ name }) =>
        fail(text(`The label ${name} looks like a secret`, `标签 ${name} 疑似敏感信息`)),
    ),
    noneFails(
      (d) => d.runs,
      (run) =>
        run.secretRules.length === 0 ||
        failOnRun(
          text('A RUN holds what looks like a secret', 'RUN 中含有疑似敏感信息'),
          run.script,
          (command) => command.includes('[redacted]'),
        ),
    ),
    noneFails(
      (d) => d.copies,
      (copy) =>
        copy.secretRules.length === 0 ||
        failOn(
          text(
            `${copy.instruction} holds what looks like a secret`,
            `${copy.instruction} 中含有疑似敏感信息`,
          ),
          spell(copy),
        ),
    ),
    noneFails(
      (d) => d.secretCommands,
      ({ instruction, secretRules }) =>
        fail(
          text(
            `${instruction} holds what looks like a secret (${secretRules.join(', ')})`,
            `${instruction} 中含有疑似敏感信息（${secretRules.join('、')}）`,
          ),
        ),
    ),
  ),
});
