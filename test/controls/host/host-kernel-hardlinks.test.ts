import { hostKernelHardlinks } from '../../../src/controls/host/host-kernel-hardlinks.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const sysctl = (name: string, value: string) => ({ facts: { sysctls: { [name]: value } } });
const without = (...names: string[]) => ({
  ...compliantHost,
  sysctls: Object.fromEntries(
    Object.entries(compliantHost.sysctls).filter(([name]) => !names.includes(name)),
  ),
});

describeControl(hostKernelHardlinks, compliantHost, {
  pass: { 'more than is asked': sysctl('fs.protected_fifos', '2') },
  fail: {
    'hard links': sysctl('fs.protected_hardlinks', '0'),
    'symbolic links': sysctl('fs.protected_symlinks', '0'),
    FIFOs: sysctl('fs.protected_fifos', '0'),
    'regular files': sysctl('fs.protected_regular', '0'),
  },
  unknown: {
    'not read': { denied: ['/sysctls'] },
    'one was not read': { denied: ['/sysctls/fs.protected_symlinks'] },
  },
});

describeControl(hostKernelHardlinks, without('fs.protected_fifos', 'fs.protected_regular'), {
  fail: { 'an old kernel that guards nothing': sysctl('fs.protected_hardlinks', '0') },
});
