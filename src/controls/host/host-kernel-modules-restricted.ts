import { any } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, pass } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostKernelModulesRestricted = defineControl({
  id: 'host-kernel-modules-restricted',
  subject: host,
  // Root or a capability that is seldom given comes first.
  rating: ['takeover', 'remote'],
  title: {
    en: 'The kernel does not load any module that root gives it',
    zh: '内核不会任意加载模块',
  },
  failingTitle: {
    en: 'The kernel loads any module that root gives it',
    zh: '内核可任意加载模块',
  },
  rationale: {
    en: 'A module is code inside the kernel, below every container and every policy. Where root, or a container with CAP_SYS_MODULE, may load any, one break-in becomes a rootkit that no tool on the host sees.',
    zh: '内核模块运行在所有容器和安全策略之下。若 root 或持有 CAP_SYS_MODULE 的容器能随意加载模块，一次入侵就能变成主机工具看不见的 rootkit。',
  },
  remediation: {
    en: 'Boot with module.sig_enforce=1 or lockdown=integrity (Secure Boot sets it on most distributions); or, where no module is needed after start, sysctl -w kernel.modules_disabled=1 as the last step of booting.',
    zh: '内核命令行加 module.sig_enforce=1 或 lockdown=integrity（多数发行版启用安全启动后自动生效）；若启动后不再需要加载模块，可在启动末尾执行 sysctl -w kernel.modules_disabled=1。',
  },
  references: [
    'https://docs.kernel.org/admin-guide/module-signing.html',
    'https://man7.org/linux/man-pages/man7/kernel_lockdown.7.html',
    'https://docs.kernel.org/admin-guide/sysctl/kernel.html',
  ],
  check: any(
    (h) => h.security.moduleSignatures === true,
    (h) =>
      (h.security.lockdown !== null && h.security.lockdown !== 'none') ||
      fail(text('The kernel takes unsigned modules', '内核接受未签名的模块')),
    (h) => h.sysctls['kernel.modules_disabled'] === '1',
    (h) =>
      h.sysctls['kernel.modules_disabled'] === undefined &&
      pass(text('This kernel cannot load modules', '该内核不支持加载模块')),
  ),
});
