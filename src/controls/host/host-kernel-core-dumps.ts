import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostKernelCoreDumps = defineControl({
  id: 'host-kernel-core-dumps',
  subject: host,
  // Either the handler has a flaw, or its parameter could be written to.
  rating: ['takeover', 'remote'],
  title: {
    en: 'A crash in a container starts no program on the host',
    zh: '容器内崩溃不会在宿主机上启动程序',
  },
  failingTitle: {
    en: 'A crash in a container starts a program or dumps memory on the host',
    zh: '容器内崩溃会在宿主机上启动程序或转储内存',
  },
  rationale: {
    en: 'Where kernel.core_pattern begins with a pipe, each crash starts that program as root on the host, outside every container, and feeds it what the container’s process made of its own memory. Anyone who can write the parameter chooses the program: the best-known way out of a privileged container.',
    zh: 'kernel.core_pattern 以管道符开头时，每次崩溃都会在宿主机上、所有容器之外以 root 启动该程序，并把容器进程任意构造的内存交给它处理。能改写该参数者可指定程序，这是特权容器最著名的逃逸方式。',
  },
  remediation: {
    en: 'sysctl -w kernel.core_pattern=core and sysctl -w fs.suid_dumpable=0, with the same lines in /etc/sysctl.d/60-core.conf; remove apport, or mask systemd-coredump.socket and /usr/lib/sysctl.d/50-coredump.conf. List a handler that you trust in the parameter handlers.',
    zh: '执行 sysctl -w kernel.core_pattern=core 和 sysctl -w fs.suid_dumpable=0，并写入 /etc/sysctl.d/60-core.conf；卸载 apport，或屏蔽 systemd-coredump.socket 与 /usr/lib/sysctl.d/50-coredump.conf。确需保留的处理程序写入参数 handlers。',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/core.5.html',
    'https://docs.kernel.org/admin-guide/sysctl/fs.html',
  ],
  params: z.object({
    handlers: z.array(z.string()).default([]).meta({
      en: 'Programs that may be started by a crash. None: each runs as root on what a container made.',
      zh: '允许由崩溃触发的程序。默认没有：每个都会以 root 处理容器产生的内容。',
    }),
  }),
  check: all(
    (h, { params }) => {
      const program = /^\|\s*(\S+)/.exec(h.sysctls['kernel.core_pattern'] ?? '')?.[1];
      if (program === undefined || params.handlers.includes(program)) return true;
      return fail(
        text(
          `A crash starts ${program} as root on the host`,
          `进程崩溃时会在宿主机上以 root 启动 ${program}`,
        ),
      );
    },
    // 2 writes them for root alone to read, and never into the place that the program chose.
    (h) =>
      h.sysctls['fs.suid_dumpable'] !== '1' ||
      fail(
        text(
          'Programs that change their user dump their memory for that user to read',
          '切换过身份的程序会转储内存并可被该用户读取',
        ),
      ),
  ),
});
