import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { sysctlAtLeast } from '../blocks/host/sysctl.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostKernelInformationHidden = defineControl({
  id: 'host-kernel-information-hidden',
  subject: host,
  rating: ['weakness', 'open'],
  title: {
    en: 'The kernel hides its addresses and other accounts’ processes',
    zh: '内核隐藏自身地址和他人进程信息',
  },
  failingTitle: {
    en: 'The kernel shows its addresses or other accounts’ processes',
    zh: '内核暴露自身地址或他人进程信息',
  },
  rationale: {
    en: 'An exploit of the kernel needs to know where things lie: /proc/kallsyms, dmesg and performance counters tell. Tracing lets one stolen account read the secrets of whatever else runs as it.',
    zh: '利用内核漏洞需要知道地址，而 /proc/kallsyms、dmesg 和性能计数器都会泄露。进程跟踪则让被盗账户读取同一账户下其他进程的敏感凭据。',
  },
  remediation: {
    en: 'Write kernel.kptr_restrict=1, kernel.dmesg_restrict=1, kernel.perf_event_paranoid=2 and kernel.yama.ptrace_scope=1 into /etc/sysctl.d/60-hidden.conf, one line each, and load them: sysctl --system.',
    zh: '在 /etc/sysctl.d/60-hidden.conf 中逐行写入 kernel.kptr_restrict=1、kernel.dmesg_restrict=1、kernel.perf_event_paranoid=2 和 kernel.yama.ptrace_scope=1，并用 sysctl --system 加载。',
  },
  references: [
    'https://docs.kernel.org/admin-guide/sysctl/kernel.html',
    'https://docs.kernel.org/admin-guide/LSM/Yama.html',
  ],
  params: z.object({
    perfEventParanoid: z.number().int().default(2).meta({
      en: 'The least of kernel.perf_event_paranoid. 2: ordinary accounts measure their own programs, and nothing of the kernel.',
      zh: 'kernel.perf_event_paranoid 的下限。2：普通账户只能测量自己的程序，不涉及内核。',
    }),
    ptraceScope: z.number().int().min(1).max(3).default(1).meta({
      en: 'The least of kernel.yama.ptrace_scope. 1: a process may trace its own children; 2 leaves that to root, and debuggers stop working.',
      zh: 'kernel.yama.ptrace_scope 的下限。1：进程只能跟踪自己的子进程；2 仅限 root，调试器将无法使用。',
    }),
  }),
  check: all(
    (h) => sysctlAtLeast(h, 'kernel.kptr_restrict', 1),
    (h) => sysctlAtLeast(h, 'kernel.dmesg_restrict', 1),
    // A kernel without it has no performance counters to read.
    (h, { params }) =>
      h.sysctls['kernel.perf_event_paranoid'] === undefined ||
      sysctlAtLeast(h, 'kernel.perf_event_paranoid', params.perfEventParanoid),
    (h, { params }) => sysctlAtLeast(h, 'kernel.yama.ptrace_scope', params.ptraceScope),
  ),
});
