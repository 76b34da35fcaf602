import { describe, expect, it } from 'vitest';
import { startedPrograms } from '../../../src/controls/build/started-programs.ts';

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
