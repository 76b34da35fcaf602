import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { leadsThroughDescriptor } from '../../knowledge/descriptor-paths.ts';

export const workloadWorkingDirectory = defineControl({
  id: 'workload-working-directory',
  subject: workload,
  // A runtime from before January 2024.
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container does not start in a folder that the runtime has open',
    zh: '容器的工作目录不指向运行时已打开的目录',
  },
  failingTitle: {
    en: 'The container starts in a folder that the runtime has open',
    zh: '容器的工作目录指向运行时已打开的目录',
  },
  rationale: {
    en: 'A runtime that leaves a folder of the host open while it starts a container, as runc before 1.1.12 did (CVE-2024-21626), hands it over: a process that starts in /proc/self/fd/7 may stand on the host, with all its files in reach. No program needs such a folder.',
    zh: '若运行时启动容器时未关闭宿主机目录的文件描述符（runc 1.1.12 之前即如此，CVE-2024-21626），工作目录设为 /proc/self/fd/7 的进程可能直接位于宿主机文件系统中，触及其全部文件。正常程序不需要这样的目录。',
  },
  remediation: {
    en: 'Name a folder of the image: --workdir /app, in Compose working_dir: /app. Ask who wrote it, and bring runc to 1.1.12 or later.',
    zh: '改为镜像内的目录：--workdir /app，Compose 中写 working_dir: /app。查明是何人写入，并将 runc 升级到 1.1.12 或更高版本。',
  },
  references: [
    'https://github.com/opencontainers/runc/security/advisories/GHSA-xr7r-f8xq-vfvv',
    'https://nvd.nist.gov/vuln/detail/CVE-2024-21626',
  ],
  applies: (w) =>
    w.origin === 'container' ||
    w.workingDirectory !== undefined ||
    notApplicable(
      text(
        'No working directory is set: that of its image counts, and is judged where it is built or runs',
        '未给出工作目录，以镜像为准，由构建文件或运行中的容器判定',
      ),
    ),
  check: ({ workingDirectory }) => {
    if (workingDirectory === undefined) {
      return unknown(
        text(
          'The release that read the container did not tell its folder',
          '读取该容器的版本未记录工作目录',
        ),
      );
    }
    return (
      !leadsThroughDescriptor(workingDirectory) ||
      fail(text(`Starts in ${workingDirectory}`, `工作目录为 ${workingDirectory}`))
    );
  },
});
