import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

/**
 * The words in a release, such as `cloud amd`: kernels of another flavour are not newer or older ones.
 * Debian's mark of its own release is no flavour.
 */
const flavour = (release: string): string =>
  release
    .replace(/\+(deb|bpo)[^-]*/, '')
    .replaceAll(/[^a-z]+/gi, ' ')
    .trim()
    .toLowerCase();

function alike(h: HostFacts): readonly string[] {
  const wanted = flavour(h.kernel.running);
  return h.kernel.installed.filter((release) => flavour(release) === wanted);
}

export const hostKernelRebooted = defineControl({
  id: 'host-kernel-rebooted',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The host runs the newest kernel that is installed',
    zh: '宿主机运行的是已安装的最新内核',
  },
  failingTitle: {
    en: 'The host runs an older kernel than the newest installed',
    zh: '宿主机运行的不是已安装的最新内核',
  },
  rationale: {
    en: 'Containers share the host’s kernel, and a flaw in it is a way out of all of them. A kernel that was patched on the disk but not booted protects nothing, while the package list says that all is well.',
    zh: '所有容器共用宿主机内核，内核漏洞就是全部容器的逃逸通道。补丁装到磁盘上却未重启等于没有打，而软件包清单却显示一切正常。',
  },
  remediation: {
    en: 'Move the workloads away or wait for a window, then systemctl reboot; check with uname -r afterwards.',
    zh: '迁移业务或安排停机窗口后执行 systemctl reboot，重启后用 uname -r 核对。',
  },
  references: [
    'https://man7.org/linux/man-pages/man2/uname.2.html',
    'https://docs.docker.com/engine/security/',
  ],
  applies: (h) => {
    if (h.kernel.installed.length === 0) {
      return notApplicable(
        h.os.containerOs
          ? text(
              'A container OS is replaced as a whole, and keeps no kernel packages',
              '容器专用操作系统整体更新，不单独安装内核包',
            )
          : text(
              'The host keeps no kernels of its own: its kernel comes from outside',
              '宿主机上没有安装内核，其内核由外部提供',
            ),
      );
    }
    return (
      alike(h).length > 0 ||
      notApplicable(
        text(
          `No kernel of the kind of ${h.kernel.running} is installed: the one that runs comes from outside`,
          `未安装与 ${h.kernel.running} 同类的内核，当前内核由外部提供`,
        ),
      )
    );
  },
  check: (h) => {
    const newest = alike(h).at(-1);
    const { running } = h.kernel;
    if (newest === running) return true;
    return fail(
      text(`${running} runs, and ${newest} is installed`, `当前运行 ${running}，已安装 ${newest}`),
    );
  },
});
