import { z } from 'zod';
import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, failureAt, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { diskOf } from '../blocks/data-disks.ts';
import { deviceRuntime } from '../../knowledge/device-runtimes.ts';
import { findHolder } from '../../syntax/paths/listed-paths.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

/** A device whose path a Compose file leaves to a variable without a value: which one it is decides where some are allowed. */
const unnamedDevice = (permissions: string, allowed: readonly string[]): Verdict =>
  (allowed.length === 0 ? fail : unknown)(
    text(
      `A device is given to it whose path hangs on a variable that is not set (${permissions})`,
      `授予了设备，但其路径取决于未设置的变量（权限 ${permissions}）`,
    ),
  );

/** Whether the runtime that starts it hands no device in but allowed ones. */
function judgeRuntime(w: WorkloadFacts, allowed: readonly string[]): boolean | Verdict {
  const { runtime } = w;
  const handing = runtime === undefined ? undefined : deviceRuntime(runtime);
  if (handing === undefined || allowed.includes(handing.driver)) return true;
  const { variable } = handing;
  if (w.environment.some(({ name }) => name === variable)) {
    // Values are not kept. Few hand nothing in, and who sets one beside the runtime asks for devices.
    return failureAt(
      '/runtime',
      fail(
        text(
          `The runtime ${runtime} hands it the devices that ${variable} names`,
          `运行时 ${runtime} 将 ${variable} 指定的设备交给容器`,
        ),
      ),
    );
  }
  // The variables of a container are all there; a file has none of those of its image, which often names all devices.
  if (!isDescribedByFile(w)) return true;
  return unknown(
    text(
      `The runtime ${runtime} hands it the devices that its image names in ${variable}, which the file does not tell`,
      `运行时 ${runtime} 将镜像中 ${variable} 指定的设备交给容器，而该文件未说明其取值`,
    ),
  );
}

export const workloadNoHostDevices = defineControl({
  id: 'workload-no-host-devices',
  subject: workload,
  // Usually a device of graphics or sound, whose driver must have a flaw; a disk is the worse case.
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container is given no host device beyond the allowed ones',
    zh: '容器未获得允许范围之外的宿主机设备',
  },
  failingTitle: {
    en: 'The container is given host devices beyond the allowed ones',
    zh: '容器获得了允许范围之外的宿主机设备',
  },
  rationale: {
    en: 'A disk device is every file on it, without permissions; /dev/mem and /dev/kmsg are the kernel. A device is handed over past every namespace.',
    zh: '磁盘设备等于其上的全部文件，文件权限形同虚设；/dev/mem、/dev/kmsg 则直通内核。设备一经交付，命名空间隔离即被绕过。',
  },
  remediation: {
    en: 'Remove --device, --device-cgroup-rule, --gpus, --runtime nvidia and --privileged (in Compose: devices, device_cgroup_rules, gpus, deploy.resources.reservations.devices, runtime, privileged). Add a device that is really needed to the parameters of this control, and give it r or rw, never rwm.',
    zh: '去掉 --device、--device-cgroup-rule、--gpus、--runtime nvidia 与 --privileged（Compose 中为 devices、device_cgroup_rules、gpus、deploy.resources.reservations.devices、runtime、privileged）。确需使用的设备应加入本控制项的参数，且只授予 r 或 rw，不授予 rwm。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#device',
    'https://docs.docker.com/reference/cli/docker/container/run/#device-cgroup-rule',
    'https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/docker-specialized.html',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Host paths of devices, or of directories of them, that may be given, and of disks that a volume may mount in it; none by default.',
      zh: '允许给予容器的设备或设备目录的宿主机路径，也包括可经由卷挂载的磁盘；默认为空。',
    }),
    allowedRules: z.array(z.string()).default([]).meta({
      en: 'Device cgroup rules that may be given, exactly as they are written, such as `c 188:* rw`.',
      zh: '允许的设备控制组规则，须与书写形式完全一致，例如 `c 188:* rw`。',
    }),
    allowedRequests: z.array(z.string()).default([]).meta({
      en: 'Drivers or capabilities through which devices may be asked for, such as `nvidia` or `gpu`; a driver allows the runtime of its name as well.',
      zh: '允许请求设备的驱动或能力，例如 `nvidia` 或 `gpu`；允许某驱动即允许其同名运行时。',
    }),
  }),
  check: all(
    (w) =>
      !w.privileged ||
      failureAt(
        '/privileged',
        fail(
          text(
            'Privileged, which gives it every device of the host',
            '该容器为特权容器，可访问宿主机的全部设备',
          ),
        ),
      ),
    noneFails(
      (w) => w.devices,
      ({ hostPath, permissions }, { params }) => {
        if (hostPath === '') return unnamedDevice(permissions, params.allowed);
        if (findHolder(hostPath, params.allowed) !== undefined) return true;
        return fail(
          text(
            `The device ${hostPath} is given to it (${permissions})`,
            `授予了设备 ${hostPath}（权限 ${permissions}）`,
          ),
        );
      },
    ),
    noneFails(
      (w) => w.mounts,
      (mount, { params }) => {
        const disk = diskOf(mount);
        if (disk === undefined || findHolder(disk, params.allowed) !== undefined) return true;
        const { source, target } = mount;
        return fail(
          text(
            `The disk ${disk} is mounted at ${target} by way of the volume ${source}`,
            `磁盘 ${disk} 经由卷 ${source} 挂载到 ${target}`,
          ),
        );
      },
    ),
    noneFails(
      (w) => w.deviceRules,
      (rule, { params }) =>
        params.allowedRules.includes(rule) ||
        fail(
          text(`The rule ${rule} opens devices to it`, `设备 cgroup 规则 ${rule} 放开了设备访问`),
        ),
    ),
    noneFails(
      (w) => w.deviceRequests,
      ({ driver, capabilities }, { params }) => {
        const names = [driver, ...capabilities].filter((name) => name !== '');
        if (names.some((name) => params.allowedRequests.includes(name))) return true;
        const asked = names.join(', ');
        return fail(text(`Devices are asked for by ${asked}`, `通过 ${asked} 申请了设备`));
      },
    ),
    (w, { params }) => judgeRuntime(w, params.allowedRequests),
  ),
});
