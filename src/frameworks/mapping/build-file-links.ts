import { shownByPass, type Link } from '../../core/frameworks/mapping.ts';
import type { BuiltinControlId } from './control-id.ts';
import { guardFor } from './loosest-settings.ts';

/**
 * Controls that judge a build file, or a Compose file with a build, before an image exists. Each row names the
 * control, the control over the built image or container that it adds evidence to, and the reason. The link goes to
 * the same requirement and never shows all of it: what is running may be something else. `context` at the end of a row
 * says that a build shows no more than context, whatever the other control shows; `weakens`, that its failure breaks nothing.
 */
// oxfmt-ignore
const rows = [
  ['dockerfile-account-files-protected', 'image-account-files-protected', 'No instruction of the build file opens the account files, which define root in a container, to others than root.', '构建文件未将决定谁是 root 的账户文件开放给 root 以外的用户。'],
  ['dockerfile-authentication-required', 'image-authentication-required', 'The build file sets no variable and no option that opens the server in the image to everybody.', '构建文件没有设置使镜像中服务对所有人开放的环境变量或启动参数。'],
  ['dockerfile-base-allowed', 'image-registry-allowed', 'The build file uses images only from listed registries.', '构建文件仅从清单所列仓库引入镜像。'],
  ['dockerfile-base-pinned', 'workload-image-pinned', 'The build file names the version or the digest of each image that it uses.', '构建文件写明其所用每个镜像的版本或摘要。', 'weakens'],
  ['dockerfile-commands-set-once', 'image-source-labelled', 'The build file has one command and one health check to review, those that its image runs.', '构建文件中可供评审的启动命令与健康检查即镜像实际执行的那一条。'],
  ['dockerfile-context-clean', 'image-no-secrets', 'The build context, as the ignore file filters it, contains no file of keys or passwords.', '忽略文件放行至构建的内容中没有密钥或口令文件。'],
  ['dockerfile-copy-not-add', 'image-copy-not-add', 'The build file copies content of the context with COPY, which has no other effect.', '构建文件以 COPY 写入上下文中的内容，不产生其他效果。'],
  ['dockerfile-downloads-verified', 'image-downloads-verified', 'Everything that the build file downloads and runs is first verified with a checksum or a signature.', '构建文件下载并执行的文件均先以校验值或签名验证。'],
  ['dockerfile-exposes-single-ports', 'workload-no-privileged-ports', 'The build file names each port by itself, so that its EXPOSE opens no range with -P.', '构建文件逐一列出端口，-P 不会因其 EXPOSE 开放整段端口。'],
  ['dockerfile-frontend-trusted', 'image-base-trusted', 'The build file names no image to parse it, or one from a listed repository.', '构建文件未指定解析它的前端镜像，或其来自清单所列仓库。', 'context'],
  ['dockerfile-health-check', 'image-health-check', 'The build file declares a health check that the engine can run in every container of the image.', '构建文件声明了引擎可在每个容器中执行的健康检查。'],
  ['dockerfile-no-add-url', 'image-no-add-url', 'The build file fetches nothing with ADD unless a checksum verifies it.', '构建文件未以 ADD 引入无校验值约束的内容。'],
  ['dockerfile-no-deprecated', 'image-no-upgrade-all', 'The build file uses only forms that later builders read in the same way.', '构建文件采用后续构建器含义不变的写法。'],
  ['dockerfile-no-latest-base', 'workload-no-latest-tag', 'No base image of the build file is named by a tag that moves with every release.', '构建文件未使用随每次发布改指的基础镜像标签。'],
  ['dockerfile-no-pipe-to-shell', 'image-no-pipe-to-shell', 'No RUN and no start command of the build file pipes a server’s response into a shell.', '构建文件的 RUN 与启动命令不会把服务器返回的内容直接交给 shell 执行。'],
  ['dockerfile-no-privileged-ports', 'workload-no-privileged-ports', 'The build file exposes no port for which a process has to be root.', '构建文件未暴露须由 root 才能监听的端口。'],
  ['dockerfile-no-remote-shell', 'image-no-remote-shell', 'The build file installs, exposes and starts no service for remote login.', '构建文件未安装、暴露或启动远程登录服务。'],
  ['dockerfile-no-secret-files', 'image-no-secrets', 'No file made to hold keys or passwords is copied into the image.', '未将用于存放密钥或口令的文件复制进镜像。'],
  ['dockerfile-no-secrets', 'image-no-secrets', 'The build file contains no password or key, so none gets into the history of the image.', '构建文件中没有口令或密钥，镜像历史中也就不会留下。'],
  ['dockerfile-no-setuid', 'image-no-setuid', 'No instruction of the build file creates a program that runs with the rights of its owner.', '构建文件未设置会借出属主权限的程序。'],
  ['dockerfile-no-sudo', 'image-no-sudo', 'The build file installs no tool by which a user in a container becomes root.', '构建文件没有安装可使容器内用户成为 root 的工具。'],
  ['dockerfile-no-upgrade-all', 'image-no-upgrade-all', 'No RUN of the build file replaces packages that were reviewed with its base image.', '构建文件没有以 RUN 替换随基础镜像评审过的软件包。'],
  ['dockerfile-no-world-writable', 'image-no-world-writable', 'No instruction of the build file makes files in the image writable by every process.', '构建文件未使镜像内文件对所有进程可写。'],
  ['dockerfile-non-root-user', 'image-non-root-user', 'The build file sets its own user before an image exists that could be started as root.', '在镜像产生之前，构建文件即已声明非 root 用户。'],
  ['dockerfile-package-cache-removed', 'image-packages-minimal', 'The build file leaves no package index and no package download in the image.', '构建文件未在镜像中留下软件包索引与下载文件。', 'context'],
  ['dockerfile-packages-pinned', 'image-no-upgrade-all', 'The build file names the version of each package that it installs, so builds are repeatable.', '构建文件写明所装软件包的版本，构建可以重现。'],
  ['dockerfile-packages-verified', 'image-packages-verified', 'The build file does not disable the check of signatures and certificates.', '构建文件保留了对签名与证书的校验。'],
  ['dockerfile-pipe-failures-heeded', 'image-downloads-verified', 'A download of the build file that breaks off fails the build, and leaves no half of it in the image.', '构建文件中的下载一旦中断即构建失败，不会在镜像中留下残缺内容。'],
  ['dockerfile-run-confined', 'workload-not-privileged', 'No RUN of the build file leaves the isolation of builds.', '构建文件的 RUN 未超出构建隔离边界。', 'context'],
  ['dockerfile-single-function', 'image-single-function', 'The build file starts one service, not a supervisor of several.', '构建文件启动的是单一服务，而非管理多个服务的程序。'],
  ['dockerfile-stages-named-once', 'image-source-labelled', 'Each name in the build file leads to one stage, so what was reviewed is what is built.', '构建文件中每个名称只对应一个阶段，所评审的即所构建的。'],
  ['dockerfile-update-with-install', 'image-update-with-install', 'No RUN of the build file leaves a package index alone in a cached layer.', '构建文件没有把软件包索引单独留在会被缓存的层中。'],
  ['dockerfile-working-directory', 'workload-working-directory', 'No WORKDIR of the build file is a folder that a runtime left open.', '构建文件的 WORKDIR 均非运行时遗留打开的目录。'],
  ['dockerfile-working-directory-absolute', 'image-source-labelled', 'Folders of the build file do not move with a new release of the base image.', '构建文件所用目录不随基础镜像更新而变动。'],
  ['image-scan-vulnerabilities', 'image-scanned', 'A scanner report shows the known flaws of an image before any engine has it.', '扫描报告在镜像部署之前给出其已知漏洞。'],
  ['workload-build-confined', 'workload-not-privileged', 'No build of the Compose file leaves the isolation of builds.', 'Compose 文件未使构建超出隔离边界。', 'context'],
  ['workload-nothing-fetched-run', 'image-no-pipe-to-shell', 'Nothing that starts in the container is a server’s response that nobody verified.', '容器启动的命令不会执行未经校验的下载内容。'],
  ['workload-no-secrets-in-build-arguments', 'image-no-secrets', 'The Compose file passes no password or key to a build, which would get into the history of the image.', 'Compose 文件未向构建传入会留在镜像历史中的口令或密钥。'],
] as const satisfies readonly BuildFileRow[];

type BuildFileRow = readonly [
  control: BuiltinControlId,
  twin: BuiltinControlId,
  en: string,
  zh: string,
  most?: 'context' | 'weakens',
];

/** Adds the links of the controls over build files to the links of a mapping. */
export function withBuildFiles<Id extends string>(
  links: readonly Link<BuiltinControlId, Id>[],
): readonly Link<BuiltinControlId, Id>[] {
  const added = rows.flatMap(([control, twin, en, zh, bound]: BuildFileRow) => {
    const own = links.filter((link) => link.control === twin);
    const most = shownByPass.find((shows) => own.some((link) => link.shows === shows));
    const first = own.find(({ shows }) => shows === most);
    // A requirement that stands at several levels is one requirement, and has one reason.
    return own
      .filter(({ reason }) => reason.en === first?.reason.en)
      .map(({ requirement, shows, breaks }) => ({
        control,
        requirement,
        shows: bound === 'context' ? bound : shows === 'all' ? ('part' as const) : shows,
        breaks:
          bound === 'context'
            ? ('nothing' as const)
            : breaks === 'breaks'
              ? (bound ?? breaks)
              : breaks,
        reason: { en, zh },
        ...guardFor(control),
      }));
  });
  return [...links, ...added];
}
