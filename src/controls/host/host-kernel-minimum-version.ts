import { z } from 'zod';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { atLeastVersion } from '../../syntax/compare-versions.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostKernelMinimumVersion = defineControl({
  id: 'host-kernel-minimum-version',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The kernel is no older than policy asks',
    zh: '内核版本不低于要求',
  },
  failingTitle: {
    en: 'The kernel is older than policy allows',
    zh: '内核版本低于要求',
  },
  rationale: {
    en: 'Containers are made of what the kernel offers, and an old kernel lacks walls that newer runtimes count on: before 4.15, cgroup version 2 cannot keep a container from devices.',
    zh: '容器的隔离来自内核，旧内核缺少新运行时所依赖的机制：4.15 之前的内核在 cgroup v2 下无法限制容器访问设备。',
  },
  remediation: {
    en: 'Install a kernel that the distribution supports, systemctl reboot, and check with uname -r. Set the parameter minimum to the release that your own policy names.',
    zh: '安装发行版仍在支持的内核并执行 systemctl reboot，用 uname -r 核对。参数 minimum 可设为自身制度要求的版本。',
  },
  references: [
    'https://github.com/opencontainers/runc/blob/main/docs/cgroup-v2.md',
    'https://www.kernel.org/category/releases.html',
  ],
  params: z.object({
    minimum: z.string().default('4.15').meta({
      en: 'The oldest release that may run. 4.15: with cgroup version 2, runc must not be used on an older one. Distributions carry fixes back into old releases, so that a higher number says little about patches.',
      zh: '允许运行的最低内核版本。4.15：在 cgroup v2 下，runc 不得用于更旧的内核。发行版会向旧版本移植补丁，版本号更高并不代表补丁更全。',
    }),
  }),
  check: (h, { params }) => {
    const { running } = h.kernel;
    const enough = atLeastVersion(running, params.minimum);
    if (enough === null) {
      return unknown(
        text(
          `${running} and ${params.minimum} cannot be compared as versions`,
          `无法比较版本 ${running} 与 ${params.minimum}`,
        ),
      );
    }
    return (
      enough ||
      fail(
        text(
          `${running} runs, and ${params.minimum} is the least`,
          `当前运行 ${running}，最低要求 ${params.minimum}`,
        ),
      )
    );
  },
});
