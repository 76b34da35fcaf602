import { z } from 'zod';
import { all, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { volume } from '../../core/subjects/volume.ts';
import { text } from '../../core/text.ts';
import { fail, type Verdict } from '../../core/controls/verdict.ts';
import { dataDisks } from '../blocks/data-disks.ts';
import { sensitivePaths } from '../../knowledge/sensitive-paths.ts';
import { findExposed, liesWithin } from '../../syntax/paths/listed-paths.ts';
import { isBind } from '../blocks/mount-options.ts';

/** Whether a volume's host path gives away one of the paths. */
function judge(hostPath: string | null, paths: readonly string[]): boolean | Verdict {
  const given = hostPath === null ? undefined : findExposed(hostPath, paths);
  if (given === undefined) return true;
  return fail(
    hostPath !== null && liesWithin(hostPath, given)
      ? text(
          `Binds ${hostPath}, which lies within ${given} of the host`,
          `该卷绑定了 ${hostPath}，位于宿主机 ${given} 之内`,
        )
      : text(
          `Binds ${hostPath}, which exposes ${given}`,
          `该卷绑定了 ${hostPath}，由此暴露 ${given}`,
        ),
  );
}

export const volumeNoSensitivePath = defineControl({
  id: 'volume-no-sensitive-path',
  subject: volume,
  rating: ['takeover', 'one step'],
  title: {
    en: 'No volume is a back door to the host’s own files',
    zh: '卷未变相暴露宿主机自身文件',
  },
  failingTitle: {
    en: 'A volume is a back door to the host’s own files',
    zh: '卷变相暴露了宿主机自身文件',
  },
  rationale: {
    en: 'A named volume may carry a device option that binds a host directory or a whole disk. A container that mounts it by its harmless name then reads and changes the host’s own configuration, programs or keys.',
    zh: '命名卷可以通过 device 选项绑定宿主机目录乃至整块磁盘。容器只要按名称挂载该卷，就能读取、篡改宿主机自身的配置、程序或密钥，而卷名本身看不出任何异常。',
  },
  remediation: {
    en: 'Remove the volume (docker volume rm NAME) and create it again without the device option, or with one that points to a directory made for the data, such as --opt device=/srv/app-data.',
    zh: '删除该卷（docker volume rm 卷名），重新创建时不带 device 选项，或指向专门存放业务数据的目录，例如 --opt device=/srv/app-data。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/volume/create/',
    'https://docs.docker.com/engine/storage/volumes/',
  ],
  params: z.object({
    paths: z
      .array(z.string())
      .default([...sensitivePaths, '/run'])
      .meta({
        en: 'Host paths that no volume may give away: neither they, nor what is below, nor a parent; `*` is any one segment. The default adds all of /run, where the sockets of engines are. The data root that the engine really uses is always among them.',
        zh: '任何卷都不得暴露的宿主机路径：包括其自身、下级和上级目录；`*` 表示任意一级目录名。默认值另含整个 /run，引擎的套接字位于其中。引擎实际使用的数据根目录始终包含在内。',
      }),
    devices: dataDisks,
  }),
  check: all(
    orElse(
      (v, { params }) => judge(v.hostPath, params.paths),
      // Where it is not known where it leads, what names it may be bad enough.
      (v, { params }) => {
        const named = judge(v.namedPath ?? null, params.paths);
        return named === true ? judge(v.hostPath, params.paths) : named;
      },
    ),
    // Where links lead on a host that is not there yet cannot be seen; the name alone is bad enough.
    (v, { params }) => v.declared !== true || !isBind(v) || judge(v.device, params.paths),
    (v, ctx) => {
      const { hostPath } = v;
      // What a file alone describes has no engine yet, whose data root could be given away.
      if (hostPath === null || v.declared === true) return true;
      return judge(
        hostPath,
        ctx.all(engine).map((e) => e.dataRoot),
      );
    },
    (v, { params }) => {
      const disk = v.hostPath === null && v.device.startsWith('/dev/');
      if (!disk || params.devices.includes(v.device)) return true;
      return fail(
        text(
          `Mounts the block device ${v.device}, which is not reserved for data`,
          `该卷挂载了块设备 ${v.device}，且该设备不在数据盘清单中`,
        ),
      );
    },
  ),
});
