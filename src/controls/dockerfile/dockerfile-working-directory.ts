import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile, type DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { leadsThroughDescriptor } from '../../knowledge/descriptor-paths.ts';

const variables = /\$\{?(\w+)/g;

/** Tells whether a path leads through a variable that the file declares, and gives no value. */
function openPaths(d: DockerfileFacts): (path: string) => boolean {
  let declared: ReadonlySet<string> | undefined;
  return (path) => {
    if (!path.includes('$')) return false;
    declared ??= new Set(d.variables.map(({ name }) => name));
    return Array.from(path.matchAll(variables)).some(([, name = '']) => declared?.has(name));
  };
}

export const dockerfileWorkingDirectory = defineControl({
  id: 'dockerfile-working-directory',
  subject: dockerfile,
  rating: ['takeover', 'one step'],
  title: {
    en: 'No WORKDIR is a folder that the runtime has open',
    zh: 'WORKDIR 不指向运行时已打开的目录',
  },
  failingTitle: {
    en: 'A WORKDIR is a folder that the runtime has open',
    zh: 'WORKDIR 指向运行时已打开的目录',
  },
  rationale: {
    en: 'With runc before 1.1.12 (CVE-2024-21626) a step or a container that starts in /proc/self/fd/7 may stand on the host: the build itself is a way out, and so is each container of the image.',
    zh: 'runc 1.1.12 之前（CVE-2024-21626），在 /proc/self/fd/7 中启动的构建步骤或容器可能直接位于宿主机文件系统中：构建过程本身以及该镜像的每个容器都可借此逃逸。',
  },
  remediation: {
    en: 'Name a folder of the image: WORKDIR /app. Ask who wrote it, and bring runc and BuildKit up to date.',
    zh: '改为镜像内的目录：WORKDIR /app。查明是何人写入，并升级 runc 与 BuildKit。',
  },
  references: [
    'https://github.com/opencontainers/runc/security/advisories/GHSA-xr7r-f8xq-vfvv',
    'https://docs.docker.com/reference/dockerfile/#workdir',
  ],
  check: all(
    (d) =>
      d.workingDirectories !== undefined ||
      unknown(
        text(
          'The release that read the file did not tell its folders',
          '读取该文件的版本未记录工作目录',
        ),
      ),
    noneFails(
      (d) => {
        const isOpen = openPaths(d);
        return (d.workingDirectories ?? []).map((folder) => ({ folder, isOpen }));
      },
      ({ folder: { path }, isOpen }) => {
        if (leadsThroughDescriptor(path)) {
          return fail(
            text(`A step or the image starts in ${path}`, `构建步骤或镜像的工作目录为 ${path}`),
          );
        }
        // A variable that the file does not declare is the base's, which might as well set such a folder without one.
        return !isOpen(path) || unknown(text(`${path} is not known`, `${path} 的取值未知`));
      },
    ),
  ),
});
