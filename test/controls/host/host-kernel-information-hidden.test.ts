import { hostKernelInformationHidden } from '../../../src/controls/host/host-kernel-information-hidden.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const sysctl = (name: string, value: string) => ({ facts: { sysctls: { [name]: value } } });

describeControl(hostKernelInformationHidden, compliantHost, {
  pass: {
    'more than is asked': sysctl('kernel.kptr_restrict', '2'),
    'the least of performance counters': sysctl('kernel.perf_event_paranoid', '2'),
  },
  fail: {
    addresses: sysctl('kernel.kptr_restrict', '0'),
    'the log': sysctl('kernel.dmesg_restrict', '0'),
    'performance counters': sysctl('kernel.perf_event_paranoid', '-1'),
    tracing: sysctl('kernel.yama.ptrace_scope', '0'),
    'less than a tailored value': { params: { ptraceScope: 2 } },
  },
  unknown: {
    'not read': { denied: ['/sysctls'] },
    'one was not read': { denied: ['/sysctls/kernel.dmesg_restrict'] },
  },
});
