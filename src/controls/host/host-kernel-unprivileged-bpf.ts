import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { sysctlAtLeast } from '../blocks/host/sysctl.ts';
import { defineControl } from '../../core/controls/control.ts';

const name = 'kernel.unprivileged_bpf_disabled';

export const hostKernelUnprivilegedBpf = defineControl({
  id: 'host-kernel-unprivileged-bpf',
  subject: host,
  // The filter of an ordinary container must be off, or an account on the host be held.
  rating: ['takeover', 'remote'],
  title: {
    en: 'Only root may load programs into the kernel’s BPF',
    zh: '仅 root 可向内核加载 BPF 程序',
  },
  failingTitle: {
    en: 'Accounts other than root may load programs into the kernel’s BPF',
    zh: 'root 以外的账户可向内核加载 BPF 程序',
  },
  rationale: {
    en: 'BPF runs code inside the kernel, and mistakes of its verifier have been a way to root again and again. seccomp keeps ordinary containers from it; this keeps every account of the host from it, and containers without a filter.',
    zh: 'BPF 在内核中执行代码，其校验器的缺陷屡次成为提权途径。seccomp 只挡住普通容器，该参数则挡住主机上的所有普通账户以及未启用过滤的容器。',
  },
  remediation: {
    en: 'sysctl -w kernel.unprivileged_bpf_disabled=1, and the same line in /etc/sysctl.d/60-bpf.conf. With 2, root can open it again later.',
    zh: '执行 sysctl -w kernel.unprivileged_bpf_disabled=1，并写入 /etc/sysctl.d/60-bpf.conf。设为 2 时 root 之后仍可重新开放。',
  },
  references: [
    'https://docs.kernel.org/admin-guide/sysctl/kernel.html',
    'https://man7.org/linux/man-pages/man2/bpf.2.html',
  ],
  applies: (h) =>
    h.sysctls[name] !== undefined ||
    notApplicable(text('This kernel has no such parameter', '内核没有该参数')),
  check: (h) => sysctlAtLeast(h, name, 1),
});
