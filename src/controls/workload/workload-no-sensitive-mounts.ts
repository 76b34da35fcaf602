import { z } from 'zod';
import type { Check, CheckContext } from '../../core/controls/check.ts';
import { all, any } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { sensitivePaths } from '../../knowledge/sensitive-paths.ts';
import { describedByFile } from '../blocks/workload/described-by-file.ts';
import { dataDisks, isDataDisk } from '../blocks/data-disks.ts';
import { exposedBy } from '../blocks/workload/exposed-path.ts';
import { describeMount, eachHostPath } from '../blocks/workload/host-path-mounts.ts';
import { findExposed, findHolder, pathsMeet } from '../../syntax/paths/listed-paths.ts';

interface Params {
  readonly paths: readonly string[];
  readonly allowedReadOnly: readonly string[];
  readonly devices: readonly string[];
}

/** Judges every host path that is given away by the sensitive one that `find` sees in it. */
const givesAwayNone = (
  find: (path: string, ctx: CheckContext<Params>) => string | undefined,
): Check<WorkloadFacts, Params> =>
  eachHostPath<Params>((path, mount, ctx) => {
    const found = find(path, ctx);
    if (found === undefined) return true;
    const { allowedReadOnly } = ctx.params;
    const isHarmless = findHolder(path, allowedReadOnly) !== undefined;
    if (mount.readOnly && isHarmless) return true;
    const where = describeMount(path, mount);
    if (path === '/') {
      return fail(
        text(`${where.en} gives away all that the host has`, `${where.zh} 暴露宿主机的全部文件`),
      );
    }
    const { given, writable } = exposedBy(path, found);
    const what = isHarmless ? writable : given;
    return fail(text(where.en + what.en, where.zh + what.zh));
  }, isDataDisk);

/** Where the data root lies within a listed path, a mount that gives it away gives that away as well. */
const dataRootListed: Check<WorkloadFacts, Params> = (_, ctx) =>
  ctx.all(engine).every(({ dataRoot }) => findHolder(dataRoot, ctx.params.paths) !== undefined);

export const workloadNoSensitiveMounts = defineControl({
  id: 'workload-no-sensitive-mounts',
  subject: workload,
  // Usually read-only, or for a user other than root: something must still be cracked or gained.
  rating: ['takeover', 'one step'],
  title: {
    en: 'No directory of the host’s own is mounted in the container',
    zh: '容器未挂载宿主机敏感目录',
  },
  failingTitle: {
    en: 'A directory of the host’s own is mounted in the container',
    zh: '容器挂载了宿主机敏感目录',
  },
  rationale: {
    en: "With the host's configuration, programs, devices or keys in reach, a container needs no flaw to get out: it reads a password hash, or writes a job that the host then runs as root.",
    zh: '若容器可触及宿主机的配置、程序、设备或密钥，则无需任何漏洞即可逃逸：读取口令散列，或写入一条由宿主机以 root 身份执行的计划任务。',
  },
  remediation: {
    en: 'Remove the mount (--volume or --mount; volumes in Compose) and give the data a named volume of its own, such as --volume app-data:/data. What must be read from a listed directory is copied, or given as a config or secret.',
    zh: '去掉该挂载（--volume 或 --mount；Compose 中为 volumes），为业务数据准备专用的命名卷，例如 --volume app-data:/data。确需读取敏感目录中的内容时，应复制出来，或以 config、secret 方式提供。',
  },
  references: [
    'https://docs.docker.com/engine/storage/bind-mounts/',
    'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
  ],
  params: z.object({
    paths: z
      .array(z.string())
      .default([...sensitivePaths])
      .meta({
        en: 'Host paths that may not be given away: neither they, nor what is below, nor a parent; `*` is any one segment. The defaults are what the host lives on, what it runs as root, the stores of engines and people’s keys. The data root that the engine really uses is always among them.',
        zh: '不得暴露的宿主机路径：包括其自身、下级和上级目录；`*` 表示任意一级目录名。默认值为宿主机赖以运行的目录、以 root 身份运行的内容、各引擎的存储以及用户的密钥。引擎实际使用的数据根目录始终包含在内。',
      }),
    allowedReadOnly: z
      .array(z.string())
      .default([
        '/etc/hostname',
        '/etc/hosts',
        '/etc/localtime',
        '/etc/machine-id',
        '/etc/os-release',
        '/etc/pki/ca-trust/extracted',
        '/etc/resolv.conf',
        '/etc/ssl/certs',
        '/etc/timezone',
        '/usr/lib/os-release',
        '/usr/share/ca-certificates',
        '/usr/share/zoneinfo',
      ])
      .meta({
        en: 'Paths below those above that are harmless where the mount is read-only. By default what every process of the host may read and no secret is in: the time zone, the certificates of authorities, the names of the system and of hosts. Read-only does not excuse a secret.',
        zh: '上述路径之下、以只读方式挂载即无害的路径。默认仅含宿主机上任何进程均可读取且不含敏感凭据的内容：时区数据、证书颁发机构的证书、操作系统标识、主机名及域名解析设置；只读并不能使敏感凭据免于暴露。',
      }),
    devices: dataDisks,
  }),
  check: all(
    givesAwayNone((path, { params }) => findExposed(path, params.paths)),
    any(
      describedByFile,
      dataRootListed,
      givesAwayNone((path, ctx) => {
        const root = ctx.all(engine).find(({ dataRoot }) => pathsMeet(path, dataRoot))?.dataRoot;
        // What is on the list was found by its name above.
        return findExposed(path, ctx.params.paths) === undefined ? root : undefined;
      }),
    ),
  ),
});
