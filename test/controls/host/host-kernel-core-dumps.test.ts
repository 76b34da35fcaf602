import { hostKernelCoreDumps } from '../../../src/controls/host/host-kernel-core-dumps.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const sysctl = (name: string, value: string) => ({ facts: { sysctls: { [name]: value } } });

const name = 'kernel.core_pattern';
const piped = sysctl(name, '|/usr/lib/systemd/systemd-coredump %P %u %g %s %t %c %h');

describeControl(hostKernelCoreDumps, compliantHost, {
  pass: {
    'a place on the host': sysctl(name, '/var/crash/core.%e.%p'),
    'no core dumps at all': sysctl(name, ''),
    'set-user-id programs for root alone': sysctl('fs.suid_dumpable', '2'),
    'a program that is trusted': {
      ...piped,
      params: { handlers: ['/usr/lib/systemd/systemd-coredump'] },
    },
  },
  fail: {
    'a program': piped,
    'a program after a space': sysctl(name, '| /tmp/x'),
    'another program than the trusted one': {
      ...sysctl(name, '|/var/lib/docker/overlay2/x/diff/cmd'),
      params: { handlers: ['/usr/lib/systemd/systemd-coredump'] },
    },
    'set-user-id programs for everybody': sysctl('fs.suid_dumpable', '1'),
  },
  unknown: {
    'the pattern was not read': { denied: [`/sysctls/${name}`] },
    'the other was not read': { denied: ['/sysctls/fs.suid_dumpable'] },
  },
});
