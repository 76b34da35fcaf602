import { hostKernelModulesRestricted } from '../../../src/controls/host/host-kernel-modules-restricted.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const sysctl = (name: string, value: string) => ({ facts: { sysctls: { [name]: value } } });
const without = (...names: string[]) => ({
  ...compliantHost,
  sysctls: Object.fromEntries(
    Object.entries(compliantHost.sysctls).filter(([name]) => !names.includes(name)),
  ),
});

const open = { security: { moduleSignatures: false, lockdown: null } };

describeControl(
  hostKernelModulesRestricted,
  { ...compliantHost, security: { ...compliantHost.security, lockdown: 'none' } },
  {
    pass: {
      'locked down alone': {
        facts: { security: { moduleSignatures: false, lockdown: 'integrity' } },
      },
      'locked down more': {
        facts: { security: { moduleSignatures: null, lockdown: 'confidentiality' } },
      },
      'no module any more': { facts: { ...open, sysctls: { 'kernel.modules_disabled': '1' } } },
      'signatures, though lockdown was not read': { denied: ['/security/lockdown'] },
    },
    fail: {
      'none of them': { facts: open },
      'lockdown that locks nothing': {
        facts: { security: { moduleSignatures: null, lockdown: 'none' } },
      },
    },
    // Any one of the three will do, whatever the others are.
    beside: ['/security/moduleSignatures', '/security/lockdown'],
    unknown: {
      'signatures were not read': { ...{ facts: open }, denied: ['/security/moduleSignatures'] },
      'the parameter was not read': { facts: open, denied: ['/sysctls/kernel.modules_disabled'] },
    },
  },
);

describeControl(
  hostKernelModulesRestricted,
  {
    ...without('kernel.modules_disabled'),
    security: { ...compliantHost.security, ...open.security },
  },
  {
    beside: ['/security/moduleSignatures', '/security/lockdown'],
    fail: { 'a kernel that knows modules': sysctl('kernel.modules_disabled', '0') },
  },
);
