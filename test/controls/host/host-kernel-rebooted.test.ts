import { hostKernelRebooted } from '../../../src/controls/host/host-kernel-rebooted.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const kernel = (running: string, ...installed: string[]) => ({
  facts: { kernel: { running, installed } },
});

describeControl(hostKernelRebooted, compliantHost, {
  pass: {
    'the only one': kernel('6.12.57+deb13-amd64', '6.12.57+deb13-amd64'),
    'a newer one of another flavour': kernel(
      '6.8.0-1012-aws',
      '6.8.0-1012-aws',
      '6.11.0-40-generic',
    ),
  },
  fail: {
    'a newer one waits': kernel('6.1.0-18-amd64', '6.1.0-18-amd64', '6.1.0-20-amd64'),
    'the next release of the distribution waits': kernel(
      '6.1.0-40-amd64',
      '6.1.0-40-amd64',
      '6.12.57+deb13-amd64',
    ),
    'the one that runs was removed already': kernel('6.17.1-arch1-1', '6.17.8-arch1-1'),
    'an older one was booted': kernel(
      '5.14.0-427.el9.x86_64',
      '5.14.0-427.el9.x86_64',
      '5.14.0-503.11.1.el9_5.x86_64',
    ),
  },
  notApplicable: {
    'none is installed': kernel('6.12.57+deb13-amd64'),
    'a container OS': {
      facts: {
        os: { id: 'bottlerocket', containerOs: true },
        kernel: { running: '6.1.90', installed: [] },
      },
    },
    'a kernel from outside': kernel('5.15.153.1-microsoft-standard-WSL2', '6.1.0-20-amd64'),
  },
  unknown: {
    'what is installed was not read': { denied: ['/kernel/installed'] },
    'what runs was not read': { denied: ['/kernel/running'] },
  },
  says: {
    'none is installed': 'A container OS is replaced as a whole, and keeps no kernel packages',
  },
});
