import { hostKernelMinimumVersion } from '../../../src/controls/host/host-kernel-minimum-version.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const kernel = (running: string) => ({ facts: { kernel: { running } } });

describeControl(hostKernelMinimumVersion, compliantHost, {
  pass: {
    'the very release': kernel('4.15.0-20-generic'),
    'numbers and not letters are compared': {
      ...kernel('6.12.57+deb13-amd64'),
      params: { minimum: '6.9' },
    },
  },
  fail: {
    'an older one': kernel('3.10.0-1160.el7.x86_64'),
    'older than a tailored one': { ...kernel('5.14.0-503.el9'), params: { minimum: '6.1' } },
  },
  unknown: {
    'not read': { denied: ['/kernel/running'] },
    'no version': kernel('custom'),
  },
});
