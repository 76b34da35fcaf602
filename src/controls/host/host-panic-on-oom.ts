import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostPanicOnOom = defineControl({
  id: 'host-panic-on-oom',
  subject: host,
  rating: ['disruption', 'open'],
  title: {
    en: 'Memory that runs out does not stop the host',
    zh: '内存耗尽不会使宿主机停机',
  },
  failingTitle: {
    en: 'The host stops when memory runs out',
    zh: '内存耗尽会使宿主机停机',
  },
  rationale: {
    en: 'With vm.panic_on_oom at 2, a container that reaches its own limit stops the whole host, whenever it likes; at 1, one without a limit does. At 0 the kernel ends a process instead.',
    zh: 'vm.panic_on_oom 为 2 时，任一容器触及自身内存上限就会让整台主机崩溃；为 1 时，未设上限的容器耗尽内存也会如此。为 0 时内核只终止进程。',
  },
  remediation: {
    en: 'sysctl -w vm.panic_on_oom=0, and the same line in /etc/sysctl.d/60-oom.conf.',
    zh: '执行 sysctl -w vm.panic_on_oom=0，并写入 /etc/sysctl.d/60-oom.conf。',
  },
  references: ['https://docs.kernel.org/admin-guide/sysctl/vm.html'],
  check: (h) => {
    const value = h.sysctls['vm.panic_on_oom'];
    if (value === '0') return true;
    if (value === undefined) {
      return unknown(
        text('The kernel does not report vm.panic_on_oom', '内核未提供 vm.panic_on_oom'),
      );
    }
    return fail(
      value === '2'
        ? text(
            'Any container with a limit can stop the host',
            '任何设有内存上限的容器都能使主机停机',
          )
        : text('A container without a limit can stop the host', '未设内存上限的容器能使主机停机'),
    );
  },
});
