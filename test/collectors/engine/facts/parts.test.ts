import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../../src/collectors/gathering/to-instant.ts';
import { capabilitiesOf } from '../../../../src/collectors/workload/capabilities.ts';
import { parseImageReference } from '../../../../src/syntax/image-reference/parse-image-reference.ts';
import { parseSecurityOptions } from '../../../../src/collectors/workload/security-options.ts';
import { userOf } from '../../../../src/collectors/workload/user-of.ts';
import { processesOf } from '../../../../src/collectors/engine/reading/container-runtime.ts';
import {
  behindVolume,
  boundPath,
  type BehindVolume,
} from '../../../../src/collectors/workload/volume-device.ts';
import { isMissing } from '../../../../src/collectors/gathering/partial-facts.ts';

describe('a user', () => {
  it.each([
    ['', 'root', 0, null],
    ['root', 'root', 0, null],
    ['0', null, 0, null],
    ['00', null, 0, null],
    ['+0', null, 0, null],
    ['-0', null, 0, null],
    ['0:0', null, 0, 0],
    [':5', 'root', 0, 5],
    ['1000:root', null, 1000, 0],
    ['app', 'app', null, null],
    ['app:staff', 'app', null, null],
    ['-1', '-1', null, null],
    ['0x0', '0x0', null, null],
  ])('%j', (configured, name, uid, gid) => {
    expect(userOf(configured)).toEqual({ configured, name, uid, gid });
  });

  it('that is only a name has the number that the kernel gives', () => {
    expect(userOf('app', 1000)).toMatchObject({ name: 'app', uid: 1000 });
    expect(userOf('root', 1000)).toMatchObject({ uid: 0 });
    expect(userOf('5', 1000)).toMatchObject({ uid: 5 });
  });
});

describe('capabilities', () => {
  const effective = (add: string[], drop: string[], privileged = false): readonly string[] =>
    capabilitiesOf({ add, drop, privileged }, 'docker').effective;

  it('are normalised', () => {
    expect(
      capabilitiesOf(
        { add: ['cap_sys_admin', 'SYS_ADMIN'], drop: ['Mknod'], privileged: false },
        'docker',
      ),
    ).toMatchObject({ added: ['SYS_ADMIN'], dropped: ['MKNOD'] });
  });

  it('are the default set, less those dropped, and those added', () => {
    expect(effective([], [])).toHaveLength(14);
    expect(effective(['NET_ADMIN'], ['CHOWN'])).toContain('NET_ADMIN');
    expect(effective(['NET_ADMIN'], ['CHOWN'])).not.toContain('CHOWN');
    expect(
      capabilitiesOf({ add: [], drop: [], privileged: false }, 'podman').effective,
    ).not.toContain('NET_RAW');
  });

  it('are what is added alone where all are dropped, and all but those dropped where all are added', () => {
    expect(effective(['CHOWN'], ['ALL'])).toEqual(['CHOWN']);
    expect(effective(['ALL'], ['SYS_ADMIN'])).toContain('SYS_MODULE');
    expect(effective(['ALL'], ['SYS_ADMIN'])).not.toContain('SYS_ADMIN');
    expect(effective(['ALL'], ['ALL'])).toContain('SYS_ADMIN');
  });

  it('are all when privileged, whatever was dropped', () => {
    expect(effective([], ['ALL'], true)).toContain('SYS_ADMIN');
  });
});

describe('a reference of an image', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  it.each([
    ['busybox', 'docker.io', null, null],
    ['busybox:1.36', 'docker.io', '1.36', null],
    ['library/busybox', 'docker.io', null, null],
    ['localhost/x', 'localhost', null, null],
    ['reg.example/a/b:t', 'reg.example', 't', null],
    ['reg:5000/a', 'reg:5000', null, null],
    [`reg:5000/a:t@${digest}`, 'reg:5000', 't', digest],
    [`a@${digest}`, 'docker.io', null, digest],
    [digest, '', null, null],
  ])('%s', (reference, registry, tag, pinned) => {
    expect(parseImageReference(reference, '')).toEqual({ registry, tag, digest: pinned });
  });

  it('is an id where the image found begins with it, and a name otherwise', () => {
    expect(parseImageReference('abab', digest).registry).toBe('');
    expect(parseImageReference('cafe', digest).registry).toBe('docker.io');
  });
});

describe('security options', () => {
  it.each([
    ['seccomp=unconfined', { seccomp: { mode: 'unconfined', allowsAll: true } }],
    ['seccomp:unconfined', { seccomp: { mode: 'unconfined', allowsAll: true } }],
    ['seccomp=builtin', { seccomp: { mode: 'default', allowsAll: false } }],
    [
      'seccomp={"defaultAction":"SCMP_ACT_ERRNO"}',
      { seccomp: { mode: 'custom', allowsAll: false } },
    ],
    [
      'seccomp:{"defaultAction":"SCMP_ACT_ALLOW"}',
      { seccomp: { mode: 'custom', allowsAll: true } },
    ],
    ['seccomp={"defaultAction":"SCMP_ACT_LOG"}', { seccomp: { mode: 'custom', allowsAll: true } }],
    ['apparmor=unconfined', { apparmor: 'unconfined' }],
    ['apparmor:mine', { apparmor: 'mine' }],
    ['label=disable', { selinuxDisabled: true }],
    ['label:disable', { selinuxDisabled: true }],
    ['label=type:t', { selinuxDisabled: false, selinuxType: 't' }],
    ['label:type:t', { selinuxDisabled: false, selinuxType: 't' }],
    ['no-new-privileges', { noNewPrivileges: true }],
    ['no-new-privileges=true', { noNewPrivileges: true }],
    ['no-new-privileges:true', { noNewPrivileges: true }],
    ['no-new-privileges:false', { noNewPrivileges: false }],
    ['no-new-privileges=0', { noNewPrivileges: false }],
    ['systempaths=unconfined', { systemPathsUnconfined: true }],
  ])('%s', (option, expected) => {
    expect(parseSecurityOptions([option])).toMatchObject(expected);
  });

  it('switch the label off wherever that stands among others of the label', () => {
    expect(parseSecurityOptions(['label=disable', 'label=type:t'])).toMatchObject({
      selinuxDisabled: true,
    });
  });

  it('have the last of several types of a label', () => {
    const options = ['label=type:t', 'label=level:s0', 'label:type:u', 'label=role:r'];
    expect(parseSecurityOptions(options)).toMatchObject({ selinuxType: 'u' });
  });

  it('that are not given are not there', () => {
    expect(parseSecurityOptions([])).toEqual({
      selinuxDisabled: false,
      systemPathsUnconfined: false,
    });
  });
});

describe('an instant', () => {
  it.each([
    ['2026-01-02T03:04:05.123456789Z', '2026-01-02T03:04:05.123456789Z'],
    ['2026-01-02T03:04:05+02:00', '2026-01-02T01:04:05.000Z'],
    ['0001-01-01T00:00:00Z', null],
    ['0001-01-01T00:00:00+00:00', null],
    ['', null],
    ['yesterday', null],
  ])('%s', (written, instant) => {
    expect(toInstant(written)).toBe(instant);
  });
});

describe('what is behind a volume', () => {
  const path = (options: Readonly<Record<string, string>>, driver = 'local') => {
    const found = boundPath({ driver, options });
    return isMissing(found) ? 'gap' : found;
  };
  it.each([
    [{}, null],
    [{ type: 'none', o: 'bind', device: '/etc' }, '/etc'],
    [{ type: 'none', o: 'ro,rbind', device: '/etc' }, '/etc'],
    [{ type: 'bind', device: '/etc' }, '/etc'],
    [{ type: 'tmpfs', device: 'tmpfs' }, null],
    [{ type: 'nfs4', o: 'addr=10.0.0.1', device: ':/export' }, null],
    [{ type: 'cifs', o: 'username=u', device: '//host/share' }, null],
    [{ type: 'ext4', device: '/dev/sdb1' }, null],
    [{ type: 'overlay', device: 'overlay', o: 'lowerdir=/etc' }, 'gap'],
    [{ type: 'overlay', device: '/dev/sdb1', o: 'lowerdir=/etc' }, 'gap'],
  ])('%j', (options, expected) => {
    expect(path(options as Record<string, string>)).toBe(expected);
  });

  it('cannot be told of another driver', () => {
    expect(path({}, 'local-persist')).toBe('gap');
  });
});

describe('what a mount of a volume gives away', () => {
  const given = (options: Readonly<Record<string, string>>, driver = 'local') => {
    const { hostPath, device } = behindVolume({ driver, options }, (path): BehindVolume => ({
      hostPath: `/real${path}`,
    }));
    return [hostPath, device].map((each) => (isMissing(each) ? 'gap' : each));
  };

  it('is a place of the host, a disk whose paths nobody knows, or nothing', () => {
    expect(given({ type: 'none', o: 'bind', device: '/etc' })).toEqual(['/real/etc', undefined]);
    expect(given({ type: 'ext4', device: '/dev/sdb1' })).toEqual(['gap', '/dev/sdb1']);
    expect(given({ type: 'tmpfs', device: '/dev/sdb1' })).toEqual([null, undefined]);
    expect(given({})).toEqual([null, undefined]);
  });

  it('may be a disk where nothing is told of it', () => {
    expect(given({ type: 'overlay', device: '/dev/sdb1' })).toEqual(['gap', 'gap']);
    expect(given({}, 'local-persist')).toEqual(['gap', 'gap']);
  });
});

describe('a list of processes from the engine', () => {
  it('keeps numbers and base names, and no arguments', () => {
    const Titles = ['PID', 'UID', 'COMMAND'];
    const Processes = [
      ['20', '33', 'nginx: worker process'],
      ['10', 'root', '/usr/sbin/sshd -D -o password=x'],
      ['30', '0', '-bash'],
    ];
    expect(processesOf({ Titles, Processes })).toEqual([
      { pid: 10, uid: null, program: 'sshd' },
      { pid: 20, uid: 33, program: 'nginx' },
      { pid: 30, uid: 0, program: 'bash' },
    ]);
  });

  it('that has no pids is not understood', () => {
    expect(isMissing(processesOf({ Titles: ['USER'], Processes: [['root']] }))).toBe(true);
  });
});
