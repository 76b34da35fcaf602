import { combinator, evaluate, type Check } from '../../core/controls/check.ts';
import { all, any, atLeast, ifAny, noneFails, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile, type DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { failureAt, unknown } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { executeRightsOf } from '../../build-analysis/files/execute-rights.ts';
import { isLoadedPlace } from '../../knowledge/loaded-places.ts';
import { outcomesKnown } from '../blocks/outcomes-known.ts';
import { uncheckedInstalls } from '../../build-analysis/packages/unchecked-installs.ts';
import { filesRun } from '../../build-analysis/files/run-files.ts';
import { scriptOf, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { parseShell } from '../../build-analysis/scripts/parse-shell.ts';
import type { Download } from '../blocks/dockerfile/download.ts';
import { downloadsOf } from '../blocks/dockerfile/downloads.ts';
import { fetchesAnything, writtenDoubts } from '../blocks/dockerfile/follow-build.ts';
import { startsUnderstood } from '../blocks/dockerfile/started-downloads.ts';
import { sayDoubt } from '../blocks/say-doubt.ts';
import { nothingFetched } from '../blocks/nothing-fetched.ts';
import { mayBeUnpacked } from '../blocks/may-be-unpacked.ts';
import { isFetched } from '../blocks/dockerfile/fetched-source.ts';
import { failOn, failOnRun, spell, type Copy } from '../blocks/dockerfile/fail-on-line.ts';
import { scriptOf as scriptOfRun, understood } from '../blocks/dockerfile/run-script.ts';

const uses = {
  run: text('Runs an unverified download', '执行了未经校验的下载文件'),
  installed: text('Installs an unverified download', '安装了未经校验的下载文件'),
  placed: text(
    'Puts an unverified download where the system runs or follows it',
    '将未经校验的下载文件放到系统自动执行或遵循的位置',
  ),
  made: text('Makes an unverified download executable', '将未经校验的下载文件设为可执行程序'),
  started: text('The image starts a download that nothing verified', '镜像启动未经校验的下载文件'),
} as const;

const tooMany = text('It moves more files than are followed', '涉及的文件移动过多，无法逐一追踪');

/** The words of a command that name files which it runs, or makes programs. */
const named = {
  run: filesRun,
  installed: (words: readonly string[]) => (uncheckedInstalls(words) ? words : []),
  made: (words: readonly string[]) =>
    executeRightsOf(withoutLaunchers(words))?.paths.map(({ word }) => word) ?? words,
} as const;

/** A command alone does not tell which of them reads it. */
const readings = ['sh', 'powershell'] as const;

/** An ADD is fine by its sources, which may not be known, or by the use of its files. */
const ofAdd: Check<Download> = any(
  (one) => one.by === 'ADD' && !one.copy.sources.some(isFetched),
  (one) => {
    const use = one.by === 'ADD' ? one.use() : undefined;
    return one.by !== 'ADD' || use === undefined || failOn(uses[use], spell(one.copy));
  },
);

const ofOthers: Check<Download> = (one) => {
  if (one.by === 'ADD') return true;
  if (one.by === 'more') return unknown(tooMany);
  if (one.by === 'guess') return unknown(mayBeUnpacked);
  if (one.by === 'doubt') return unknown(sayDoubt(one.doubt));
  if (one.by === 'COPY') return failOn(uses.made, spell(one.copy));
  if (one.by === 'CMD') {
    const { at, words } = one.start;
    return failureAt(at, failOn(uses.started, scriptOf(words) ?? words.join(' ')));
  }
  const isNamedBy = (use: keyof typeof named, script: string): boolean =>
    readings.some((shell) =>
      parseShell(script, shell).some(({ words }) =>
        named[use](words).some((word) => one.words.includes(word)),
      ),
    );
  const { script } = one.run;
  const use = one.use === 'run' && isNamedBy('installed', script) ? 'installed' : one.use;
  const isPlaced = use === 'made' && one.words.some(isLoadedPlace);
  return failOnRun(uses[isPlaced ? 'placed' : use], script, (command) => isNamedBy(use, command));
};

/** What an ADD takes in may be anything where an argument names it. */
const downloadsAnything = any<DockerfileFacts, unknown>(
  fetchesAnything,
  (d) => writtenDoubts(d).length > 0,
  atLeast<DockerfileFacts, Copy, unknown>(
    1,
    (d) => d.copies,
    all(
      ({ instruction }) => instruction === 'ADD',
      orElse(
        (copy) => copy.checksum !== null || copy.sources.some(isFetched),
        () => true,
      ),
    ),
  ),
);

export const dockerfileDownloadsVerified = defineControl({
  id: 'dockerfile-downloads-verified',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'A downloaded program is verified',
    zh: '下载的程序均经校验',
  },
  failingTitle: {
    en: 'A downloaded program is not verified',
    zh: '下载的程序未经校验',
  },
  rationale: {
    en: 'Without a checksum or a signature, anyone who takes over the server or its name decides what the build runs as root, and what the image has for a program. A file counts that the build runs, that it makes executable (chmod, install, ADD --chmod), or that ENTRYPOINT, CMD or HEALTHCHECK starts. One that is run must be verified before, any other anywhere in its stage. Nothing passes that is not understood: where nobody knows what is fetched or where to, whether a command verifies it, which file is run beside it, or whether a download that stays in the image is run, the result is unknown and names the line. What is data by its name or its folder, or is removed again, is not judged. A package file, an address or a repository counts as run where a package manager installs it without a check of its own (dpkg -i, rpm -i, dnf install https://…, pip install git+https://…@v1); a commit, a hash or a signature holds it. What is unpacked is judged where something of it is run, built or put among programs (tar -C /usr/local/bin) and can come from nowhere else; so is what is run out of a clone that no commit or signature holds. Files are followed through other names, archives, pipes and caches, and from stage to stage by COPY --from, FROM and mounts. They count as run where the system runs or follows them by itself, as in /etc/profile.d, authorized_keys or docker-entrypoint-initdb.d, and where a program does what they say: ansible-playbook, psql -f, mysql < file. A sum or a key that comes from the server of the file counts as a check: it shows a broken or a swapped file, but not that the server is in the right hands.',
    zh: '没有校验值或签名时，控制该服务器或域名的人即可决定构建以 root 执行什么，以及镜像中有什么程序。检查对象为构建中执行的、被设为可执行的（chmod、install、ADD --chmod）以及由 ENTRYPOINT、CMD 或 HEALTHCHECK 启动的下载文件：构建中执行的须在执行前校验，其余在同一阶段内校验即可。无法理解的一律不予通过：若无法得知下载了什么、存到何处，某条命令是否校验了它，其旁执行的是哪个文件，或留在镜像中的下载文件是否会被执行，则结果为未知，并指明所在行。按名称或所在目录属于数据的以及随后删除的文件不检查。软件包文件、网址或仓库若由不自行校验的软件包管理器安装（dpkg -i、rpm -i、dnf install https://…、pip install git+https://…@v1），视为已执行；以提交哈希、校验值或签名锁定的除外。解压出的文件若被执行、被构建或放入程序目录（tar -C /usr/local/bin），且不可能来自别处，则予以检查；从未锁定提交或未验签的克隆仓库中执行的文件同样检查。追踪会穿过改名、归档、管道和缓存，并经 COPY --from、FROM 和挂载跨越构建阶段。放在系统自动执行或遵循之处（如 /etc/profile.d、authorized_keys、docker-entrypoint-initdb.d）的文件，以及由程序照其内容执行的文件（ansible-playbook、psql -f、mysql < file），视为已执行。与文件来自同一服务器的校验值或密钥也算校验：可发现传输损坏或文件被替换，但不能证明该服务器未被他人控制。',
  },
  remediation: {
    en: 'Compare it where it is fetched: curl -fsSLo x https://… && echo "HASH  x" | sha256sum -c - && chmod +x x; or ADD --checksum=sha256:… https://… x; or verify its signature with gpg or cosign verify-blob. Behind git clone, check out a whole commit; name it in pip install git+https://…@COMMIT.',
    zh: '下载后立即比对：curl -fsSLo x https://… && echo "摘要  x" | sha256sum -c - && chmod +x x；或使用 ADD --checksum=sha256:… https://… x；或用 gpg、cosign verify-blob 验证签名。git clone 之后检出完整的提交哈希；pip install 写明 git+https://…@提交哈希。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
    'https://docs.docker.com/build/building/best-practices/',
  ],
  check: ifAny(
    downloadsAnything,
    all(
      noneFails(
        downloadsOf,
        combinator((one, ctx) => evaluate(one.by === 'ADD' ? ofAdd : ofOthers, one, ctx)),
      ),
      understood((d) => d.runs),
      (d) => outcomesKnown(d.runs.map(scriptOfRun)),
      startsUnderstood,
    ),
    nothingFetched,
  ),
});
