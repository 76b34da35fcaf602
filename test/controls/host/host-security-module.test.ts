import { hostSecurityModule } from '../../../src/controls/host/host-security-module.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const modules = (apparmor: string, selinux: string) => ({
  facts: { security: { apparmor, selinux } },
});

describeControl(hostSecurityModule, compliantHost, {
  pass: {
    'SELinux enforcing': modules('absent', 'enforcing'),
    'SELinux enforcing, though AppArmor was not read': {
      ...modules('absent', 'enforcing'),
      denied: ['/security/apparmor'],
    },
  },
  // Either will do, whatever the other is.
  beside: ['/security/apparmor'],
  fail: {
    'neither is there': modules('absent', 'absent'),
    'SELinux only warns': modules('absent', 'permissive'),
    'both are switched off': modules('disabled', 'disabled'),
    'a module that is built in, but not enabled': {
      facts: { security: { modules: ['apparmor'], apparmor: 'disabled' } },
    },
  },
  unknown: {
    'SELinux is off, and AppArmor was not read': {
      ...modules('enabled', 'disabled'),
      denied: ['/security/apparmor'],
    },
  },
});
