/** What something of the host is called, in both languages. */
interface Place {
  readonly en: string;
  readonly zh: string;
}

/**
 * Paths of a Linux host that are often mounted by themselves, and what each of them is: less than all of the folder that it
 * lies in.
 *
 * @see https://man7.org/linux/man-pages/man7/hier.7.html
 */
export const hostPlaces: ReadonlyMap<string, Place> = new Map([
  ['/dev/shm', { en: 'the shared memory of the host’s processes', zh: '宿主机进程的共享内存' }],
  ['/dev/mem', { en: 'the memory of the host', zh: '宿主机的内存' }],
  ['/dev/kmsg', { en: 'the kernel log of the host', zh: '宿主机的内核日志' }],
  ['/dev/log', { en: 'the system log of the host', zh: '宿主机的系统日志' }],
  ['/etc/localtime', { en: 'the time zone of the host', zh: '宿主机的时区设置' }],
  ['/etc/timezone', { en: 'the time zone of the host', zh: '宿主机的时区设置' }],
  ['/usr/share/zoneinfo', { en: 'the time zone data of the host', zh: '宿主机的时区数据' }],
  ['/etc/passwd', { en: 'the list of the host’s accounts', zh: '宿主机的账户列表' }],
  ['/etc/group', { en: 'the list of the host’s groups', zh: '宿主机的用户组列表' }],
  ['/etc/shadow', { en: 'the password hashes of the host', zh: '宿主机的口令散列' }],
  ['/etc/hosts', { en: 'the list of names of the host', zh: '宿主机的主机名列表' }],
  ['/etc/hostname', { en: 'the name of the host', zh: '宿主机的名称' }],
  ['/etc/resolv.conf', { en: 'the resolver settings of the host', zh: '宿主机的域名解析设置' }],
  ['/etc/machine-id', { en: 'the machine ID of the host', zh: '宿主机的机器标识' }],
  ['/etc/os-release', { en: 'the name of the host’s system', zh: '宿主机的操作系统标识' }],
  ['/etc/ssl/certs', { en: 'the trusted certificates of the host', zh: '宿主机信任的证书' }],
  ['/lib/modules', { en: 'the kernel modules of the host', zh: '宿主机的内核模块' }],
  ['/usr/src', { en: 'the kernel sources of the host', zh: '宿主机的内核源代码' }],
  ['/sys/fs/cgroup', { en: 'the control groups of the host', zh: '宿主机的控制组' }],
  ['/sys/kernel/debug', { en: 'the kernel’s debug files of the host', zh: '宿主机的内核调试文件' }],
]);

/**
 * Whether a path is that of a device which keeps nothing and which every container has of its own.
 *
 * @see https://man7.org/linux/man-pages/man4/null.4.html
 */
export const isHarmlessDevice = (path: string): boolean =>
  /^\/dev\/(?:null|zero|full|random|urandom)$/.test(path);
