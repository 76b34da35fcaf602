import { any, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { filesRun } from '../build/run-files.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { withSlashes } from '../build/windows-files.ts';
import { downloadsOf } from './downloads.ts';
import { isFetched } from './fetched-source.ts';
import { failOn, failOnRun, spell } from './lines.ts';

const unverified = text('It runs a download that nothing verified', '执行了未经校验的下载文件');

export const dockerfileDownloadsVerified = defineControl({
  id: 'dockerfile-downloads-verified',
  subject: dockerfile,
  severity: 'medium',
  title: {
    en: 'A downloaded file is verified before it is run',
    zh: '下载的文件经校验后才执行',
  },
  rationale: {
    en: 'Without a checksum or a signature, whoever takes over the server or its name decides what the build runs as root. What is only unpacked or installed by a package manager is not judged here; what is run out of an archive is, where the name of its folder, or one that was made for it, tells that it came from there.',
    zh: '没有校验值或签名时，控制该服务器或域名的人即可决定构建以 root 执行什么。仅解压或交由软件包管理器安装的文件不在此检查；解压后又被执行的，若所在目录与归档同名或专为其创建，则予以检查。',
  },
  remediation: {
    en: 'Compare it before it is run: curl -fsSLo x https://… && echo "HASH  x" | sha256sum -c - && sh x; or ADD --checksum=sha256:… https://… x; or verify its signature with gpg or cosign verify-blob.',
    zh: '执行前先比对：curl -fsSLo x https://… && echo "摘要  x" | sha256sum -c - && sh x；或使用 ADD --checksum=sha256:… https://… x；或用 gpg、cosign verify-blob 验证签名。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
    'https://docs.docker.com/build/building/best-practices/',
  ],
  check: each(
    downloadsOf,
    any(
      (one) => one.by === 'ADD' && !one.copy.sources.some(isFetched),
      (one) => {
        if (one.by === 'ADD') return !one.isRun() || failOn(unverified, spell(one.copy));
        return failOnRun(unverified, one.run.script, (command) =>
          parseShell(withSlashes(command, one.run.shell)).some(({ words }) =>
            filesRun(words).includes(one.word),
          ),
        );
      },
    ),
  ),
});
