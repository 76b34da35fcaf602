import { describe, expect, it } from 'vitest';
import { startedPrograms } from '../../../src/build-analysis/programs/started-programs.ts';

describe('the programs that a command starts', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [[], []],
    [['/usr/sbin/sshd', '-D'], ['sshd']],
    [['A=1', 'web'], ['web']],
    [
      ['/entrypoint.sh', '--', 'sshd'],
      ['entrypoint.sh', 'sshd'],
    ],
    [['tini', '--', 'gosu', 'app', 'web'], ['web']],
    [
      ['sh', '-c', 'a; b && "/usr/bin/c" x | d'],
      ['sh', 'a', 'c', 'd', 'b'],
    ],
    [
      ['sh', '-c', 'echo "; sshd"'],
      ['sh', 'echo'],
    ],
    [
      ['sh', '-c', "exec sh -c 'exec sshd -D'"],
      ['sh', 'sshd'],
    ],
    [
      ['service', 'ssh', 'start'],
      ['service', 'sshd'],
    ],
    [['service', 'ssh', 'status'], ['service']],
    [['/etc/init.d/dropbear', 'start'], ['dropbear']],
    [
      ['/etc/init.d/ssh', 'start'],
      ['ssh', 'sshd'],
    ],
    [['env', '-i', 'A=1', 'nice', 'env', 'sshd'], ['sshd']],
    [
      ['systemctl', 'start', 'telnetd.service'],
      ['systemctl', 'telnetd'],
    ],
    [
      ['rc-service', 'sshd', 'restart'],
      ['rc-service', 'sshd'],
    ],
    [['web', 'start', 'sshd'], ['web']],
    [['nice', '-n', '5', 'timeout', '-k', '5', '60', '/usr/sbin/sshd', '-D'], ['sshd']],
    [['setpriv', '--reuid', '1000', '--clear-groups', 'chpst', '-u', 'app', 'sshd'], ['sshd']],
    [['dumb-init', '-r', '15:3', '--', 's6-setuidgid', 'app', 'web'], ['web']],
    [['timeout', '--kill-after', '5', '60', 'nice', '--adjustment', '5', 'sshd'], ['sshd']],
    [['busybox', 'telnetd', '-F'], ['telnetd']],
    [['bundle', 'exec', 'foreman', 'start'], ['foreman']],
    [['bundle', 'install'], ['bundle']],
    [
      ['su', '-s', '/bin/sh', '-', 'app', '-c', 'exec sshd -D'],
      ['su', 'sshd'],
    ],
    [['su', 'app'], ['su']],
    [
      ['sudo', '-E', '-u', 'app', 'A=1', '/usr/sbin/sshd', '-D'],
      ['sudo', 'sshd'],
    ],
    [
      ['sh', '-c', 'exec doas service ssh start'],
      ['sh', 'doas', 'service', 'sshd'],
    ],
  ])('of %j', (command, programs) => {
    expect([...startedPrograms(command)].toSorted()).toEqual([...programs].toSorted());
  });
});
