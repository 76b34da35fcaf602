import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { sysctlAtLeast } from '../blocks/host/sysctl.ts';

export const hostKernelAddressesRandom = defineControl({
  id: 'host-kernel-addresses-random',
  subject: host,
  rating: ['weakness', 'remote'],
  title: {
    en: 'The kernel places programs at random addresses',
    zh: '内核随机化程序的内存地址',
  },
  failingTitle: {
    en: 'The kernel places programs at addresses that can be guessed',
    zh: '内核未完全随机化程序的内存地址',
  },
  rationale: {
    en: 'Most attacks on memory jump to code whose address they must know. Where stack, libraries and heap lie at the same place in every run, one flaw in a service is enough; the setting holds for all containers of the host, and none can change it for itself.',
    zh: '针对内存的攻击大多需要预知代码地址。若栈、共享库和堆每次都位于同一位置，业务中的一个漏洞就足以被利用；该参数对宿主机上的所有容器生效，容器自身无法更改。',
  },
  remediation: {
    en: 'Write kernel.randomize_va_space=2 into /etc/sysctl.d/60-addresses.conf and load it: sysctl --system. Look for norandmaps on the command line of the kernel too.',
    zh: '在 /etc/sysctl.d/60-addresses.conf 中写入 kernel.randomize_va_space=2，并用 sysctl --system 加载；同时检查内核启动参数中是否有 norandmaps。',
  },
  references: ['https://docs.kernel.org/admin-guide/sysctl/kernel.html#randomize-va-space'],
  check: (h) => sysctlAtLeast(h, 'kernel.randomize_va_space', 2),
});
