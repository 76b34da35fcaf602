import { expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { fileOf } from '../../../src/reporters/places/file-of.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import { snapshotOf, subjectOf, tool } from '../../support/judge.ts';

/** What a control says of a build file in both languages, and the line that reports give for it. */
function said(lines: readonly string[], controlId: string) {
  const { facts, ...rest } = parse(lines.join('\n'));
  const subject = subjectOf('dockerfile', facts, { ...rest, gaps: [...rest.gaps] });
  const { findings } = assess(snapshotOf([subject]), { catalog: builtin, tool });
  const finding = findings.find((each) => each.controlId === controlId);
  return finding && [fileOf(finding)?.line, finding.message.en, finding.message.zh];
}

it.each([
  [
    'the command to blame, not what its RUN begins with',
    ['FROM a', `RUN set -eux; mkdir ${'/long'.repeat(30)}; chmod 4755 /bin/x; ls`],
    'dockerfile-no-setuid',
    [2, 'Sets the bits: chmod 4755 /bin/x', '设置了该权限位：chmod 4755 /bin/x'],
  ],
  [
    'the command whose work is left, not one that is cleared up after',
    ['FROM a', 'RUN dnf install -y x && dnf clean all && dnf install -y y && dnf update -y z'],
    'dockerfile-package-cache-removed',
    [2, 'Leaves the cache of dnf: dnf install -y y', '留下了 dnf 的缓存：dnf install -y y'],
  ],
  [
    'it behind a condition',
    ['FROM a', 'RUN if true; then sudo ls; fi'],
    'dockerfile-no-sudo',
    [2, 'Installs or uses sudo: sudo ls', '安装或使用了 sudo：sudo ls'],
  ],
  [
    'both ends of a long command',
    ['FROM a', `RUN wget -qO- https://e.org/${'a'.repeat(90)}/install.sh | tee /tmp/i.sh | sh`],
    'dockerfile-no-pipe-to-shell',
    [
      2,
      `Runs what it fetches: wget -qO- https://e.org/${'a'.repeat(46)}…stall.sh | tee /tmp/i.sh | sh`,
      `直接执行下载内容：wget -qO- https://e.org/${'a'.repeat(46)}…stall.sh | tee /tmp/i.sh | sh`,
    ],
  ],
  [
    'the line of the RUN it is in, where others begin the same',
    ['FROM a', 'RUN set -eux; ls', 'RUN set -eux; curl https://e.org/x | sh'],
    'dockerfile-no-pipe-to-shell',
    [
      3,
      'Runs what it fetches: curl https://e.org/x | sh',
      '直接执行下载内容：curl https://e.org/x | sh',
    ],
  ],
  [
    'the command that runs a download, not the one that fetches it',
    ['FROM a', 'RUN curl -o x.sh https://e.org/x.sh', 'RUN set -eux; chmod +x x.sh; ./x.sh -y'],
    'dockerfile-downloads-verified',
    [3, 'Runs an unverified download: ./x.sh -y', '执行了未经校验的下载文件：./x.sh -y'],
  ],
  [
    'the command that makes a download a program, where none runs it',
    [
      'FROM a',
      'RUN curl -o /k https://e.org/k && chmod 644 /etc/x && install -m 755 /k /usr/bin/k',
      'RUN curl -o /x https://e.org/x; chmod +x /y; chmod -R 755 /',
    ],
    'dockerfile-downloads-verified',
    [
      2,
      'Makes an unverified download executable: install -m 755 /k /usr/bin/k; Makes an unverified download executable: chmod -R 755 /',
      '将未经校验的下载文件设为可执行程序：install -m 755 /k /usr/bin/k；将未经校验的下载文件设为可执行程序：chmod -R 755 /',
    ],
  ],
  [
    'the ADD that brings a program',
    ['FROM a', 'RUN ls', 'ADD --chmod=755 https://e.org/x /x'],
    'dockerfile-downloads-verified',
    [
      3,
      'Makes an unverified download executable: ADD https://e.org/x /x',
      '将未经校验的下载文件设为可执行程序：ADD https://e.org/x /x',
    ],
  ],
  [
    'the command that starts a download',
    ['FROM a', 'RUN curl -o /x https://e.org/x', 'RUN ls', 'ENTRYPOINT ["sh", "/x"]'],
    'dockerfile-downloads-verified',
    [
      4,
      'The image starts a download that nothing verified: sh /x',
      '镜像启动未经校验的下载文件：sh /x',
    ],
  ],
  [
    'the ADD whose file the image starts, as a shell is told it',
    ['FROM a', 'ADD https://e.org/y /y', 'ADD https://e.org/x /x', 'CMD exec /x -y'],
    'dockerfile-downloads-verified',
    [
      3,
      'The image starts a download that nothing verified: ADD https://e.org/x /x',
      '镜像启动未经校验的下载文件：ADD https://e.org/x /x',
    ],
  ],
  [
    'the ADD whose file is run',
    ['FROM a', 'ADD https://e.org/x /x', 'RUN chmod +x /x', 'RUN /x'],
    'dockerfile-downloads-verified',
    [
      2,
      'Runs an unverified download: ADD https://e.org/x /x',
      '执行了未经校验的下载文件：ADD https://e.org/x /x',
    ],
  ],
  [
    'the secret’s own command, with nothing of the secret',
    ['FROM a', 'ARG RAILS_ENV=x', 'RUN echo $RAILS_ENV && APP_PASSWORD=hunter2 make'],
    'dockerfile-no-secrets',
    [
      3,
      'A RUN holds what looks like a secret: APP_PASSWORD=[redacted] make',
      'RUN 中含有疑似敏感信息：APP_PASSWORD=[redacted] make',
    ],
  ],
  [
    'the variable that is meant, not the first of its kind',
    ['FROM a', 'ARG VERSION=1', 'ARG DEPLOY_TOKEN'],
    'dockerfile-no-secrets',
    [
      3,
      'ARG DEPLOY_TOKEN takes a secret at the build, and leaves it in the history',
      'ARG DEPLOY_TOKEN 在构建时传入敏感凭据，并会留在镜像历史中',
    ],
  ],
  [
    'the directive that names the frontend',
    ['# escape=`', '# syntax=evil/frontend', 'FROM a'],
    'dockerfile-frontend-trusted',
    [2, 'Parsed by evil/frontend', '由 evil/frontend 解析'],
  ],
  [
    'that directive behind what runs the file',
    ['#!/usr/bin/env -S docker build -f', '# syntax=evil/frontend', 'FROM a'],
    'dockerfile-frontend-trusted',
    [2, 'Parsed by evil/frontend', '由 evil/frontend 解析'],
  ],
  [
    'the argument before the first stage that is meant, not one whose name begins the same',
    ['ARG NPM_TOKEN_FILE=/x/y', 'ARG NPM_TOKEN=abc12345', 'FROM a'],
    'dockerfile-no-secrets',
    [
      2,
      'ARG NPM_TOKEN looks like a secret (secret-name)',
      'ARG NPM_TOKEN 疑似敏感信息（secret-name）',
    ],
  ],
  [
    'the one that holds the secret, of two of a name',
    ['ARG NPM_TOKEN=abc12345', 'ARG NPM_TOKEN=abc12345', 'FROM a'],
    'dockerfile-no-secrets',
    [
      1,
      'ARG NPM_TOKEN looks like a secret (secret-name)',
      'ARG NPM_TOKEN 疑似敏感信息（secret-name）',
    ],
  ],
  [
    'the label’s instruction',
    ['FROM a', 'LABEL a=b', 'LABEL a=b \\', ' token=abc12345'],
    'dockerfile-no-secrets',
    [3, 'The label token looks like a secret', '标签 token 疑似敏感信息'],
  ],
] as const)('a failure names %s', (_, lines, controlId, expected) => {
  expect(said(lines, controlId)).toEqual(expected);
});
