import { all, noneFails } from '../../core/controls/combinators.ts';
import { sayingChange } from '../blocks/workload/changed-since.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

/** Numbers of the character devices that are memory of the host: /dev/mem, /dev/kmem and /dev/port. */
const memory: ReadonlySet<string> = new Set(['*', '1', '2', '4']);

/** Kinds of character devices that reach disks: SCSI generic (/dev/sg0) and raw devices. That of NVMe has no fixed number. */
const toDisks: ReadonlySet<string> = new Set(['21', '162']);

/** Why a device rule is too wide; `undefined` when it is not, `null` when it is no rule. */
function width(rule: string) {
  const [, type, major, minor] = /^([abc])\s+(\d+|\*):(\d+|\*)\s+[rwm]+$/.exec(rule.trim()) ?? [];
  if (type === undefined) return rule.trim() === 'a' ? everything : null;
  if (type === 'a') return everything;
  if (type === 'b' || toDisks.has(major ?? '')) return text('disks', '磁盘设备');
  if (major === '*') return text('devices of every kind', '各类字符设备');
  return major === '1' && memory.has(minor ?? '')
    ? text('memory of the host', '宿主机内存')
    : undefined;
}

const everything = text('every device', '全部设备');

export const workloadNoDeviceCgroupRules = defineControl({
  id: 'workload-no-device-cgroup-rules',
  subject: workload,
  // Root in the container, and the capability to make device files, which is given by default.
  rating: ['takeover', 'one step'],
  title: {
    en: 'No device rule opens disks, memory or whole kinds of devices',
    zh: '设备规则未放开磁盘、内存或整类设备',
  },
  failingTitle: {
    en: 'A device rule opens disks, memory or whole kinds of devices',
    zh: '设备规则放开了磁盘、内存或整类设备',
  },
  rationale: {
    en: 'A rule such as “a *:* rwm” lets root in the container make the file of any device and use it: the disk of the host, past all permissions, or its memory.',
    zh: '诸如“a *:* rwm”的规则允许容器内的 root 自行创建任意设备文件并使用：绕过全部权限直接读写宿主机磁盘或内存。',
  },
  remediation: {
    en: 'Remove --device-cgroup-rule (in Compose: device_cgroup_rules), or narrow it to one kind of character device, such as "c 188:* rw"; give a single device with --device instead.',
    zh: '去掉 --device-cgroup-rule（Compose 中为 device_cgroup_rules），或收窄到某一类字符设备，例如 "c 188:* rw"；仅需单个设备时改用 --device。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#device-cgroup-rule',
    'https://docs.kernel.org/admin-guide/cgroup-v1/devices.html',
  ],
  check: sayingChange(
    'device-cgroup-rule',
    all(
      (w) =>
        !w.privileged ||
        fail(
          text(
            'Privileged, which is the rule “a *:* rwm”',
            '该容器为特权容器，等同于规则“a *:* rwm”',
          ),
        ),
      noneFails(
        (w) => w.deviceRules,
        (rule) => {
          const found = width(rule);
          if (found === undefined) return true;
          if (found === null) {
            return unknown(text(`The rule ${rule} was not understood`, `无法识别设备规则 ${rule}`));
          }
          return fail(
            text(`The rule ${rule} opens ${found.en} to it`, `设备规则 ${rule} 放开了${found.zh}`),
          );
        },
      ),
    ),
  ),
});
