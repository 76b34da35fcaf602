import { describe, expect, it } from 'vitest';
import { exposedBy } from '../../../src/controls/blocks/workload/exposed-path.ts';
import { workloadNoSensitiveMounts } from '../../../src/controls/workload/workload-no-sensitive-mounts.ts';
import { workloadNoWritableSystemMounts } from '../../../src/controls/workload/workload-no-writable-system-mounts.ts';
import { sensitivePaths } from '../../../src/knowledge/sensitive-paths.ts';
import { findExposed } from '../../../src/syntax/paths/listed-paths.ts';
import { bindOf, compliantWorkload } from '../../fixtures/workload.ts';
import { judge } from '../../support/judge.ts';

const given = (path: string) => exposedBy(path, findExposed(path, sensitivePaths) ?? '').given;

describe('what a host path gives away', () => {
  it.each([
    ['/etc', 'gives away /etc'],
    ['/etc/', 'gives away /etc'],
    ['/var', 'gives away /var/lib/containerd'],
    ['/run/dbus', 'gives away /run/dbus/system_bus_socket'],
    ['/home/ann/.ssh', 'gives away /home/*/.ssh'],
    ['/home/ann/.ssh/id_ed25519', 'lies within /home/*/.ssh of the host'],
    ['/usr/share/appdata/x', 'lies within /usr of the host'],
    ['/etc/nginx/conf.d', 'lies within /etc of the host'],
    ['/dev/sda', 'lies within /dev of the host'],
    ['/dev/shm', 'is the shared memory of the host’s processes'],
    ['/dev/shm/', 'is the shared memory of the host’s processes'],
    ['/dev/shm/x', 'lies within /dev of the host'],
    ['/etc/localtime', 'is the time zone of the host'],
    ['/lib/modules', 'is the kernel modules of the host'],
    ['/sys/fs/cgroup', 'is the control groups of the host'],
  ])('%s', (path, said) => {
    expect(given(path).en.trim()).toBe(said);
  });

  it('is said of the mount in both languages, and as no more than it is', () => {
    const mounts = [
      bindOf('/usr/share/appdata/x', { target: '/data' }),
      bindOf('/etc/localtime', { target: '/etc/localtime' }),
    ];
    const facts = { ...compliantWorkload, mounts };
    const sensitive = judge(workloadNoSensitiveMounts, facts);
    expect(sensitive.message).toEqual({
      en: '/usr/share/appdata/x, mounted at /data, lies within /usr of the host; /etc/localtime, mounted at /etc/localtime, is the time zone of the host, and writable',
      zh: '/usr/share/appdata/x（挂载到 /data） 位于宿主机 /usr 之内；/etc/localtime（挂载到 /etc/localtime） 即宿主机的时区设置，且可写',
    });
    expect(judge(workloadNoWritableSystemMounts, facts).message.en).toBe(
      '/usr/share/appdata/x, mounted at /data, is writable, and lies within /usr of the host; /etc/localtime, mounted at /etc/localtime, is the time zone of the host, and writable',
    );
  });
});
