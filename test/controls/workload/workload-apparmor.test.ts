import { workloadApparmor } from '../../../src/controls/workload/workload-apparmor.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const withApparmor = engineBeside({ security: { apparmor: true } });
const notRead = {
  ...engineBeside({}),
  gaps: [{ path: '/security/apparmor', reason: 'malformed' as const, detail: 'test' }],
};

describeControl(workloadApparmor, compliantWorkload, {
  around: [withApparmor],
  pass: {
    'a profile of its own': { facts: { security: { apparmor: { profile: 'shop-web' } } } },
    'a privileged one with a profile of its own': {
      facts: { privileged: true, security: { apparmor: { profile: 'shop-web' } } },
    },
    'one never started, for which the engine has yet to choose': {
      facts: { ...stopped, state: 'created', security: { apparmor: { profile: '' } } },
    },
  },
  fail: {
    'it is switched off': { facts: { security: { apparmor: { unconfined: true } } } },
    'its profile is called unconfined': {
      facts: { security: { apparmor: { profile: 'unconfined' } } },
    },
    'it is told to go without, and what the engine has was not read': {
      facts: { security: { apparmor: { profile: 'unconfined', unconfined: true } } },
      others: [notRead],
    },
    'it runs and none is applied': { facts: { security: { apparmor: { profile: '' } } } },
    'a stopped one had none': { facts: { ...stopped, security: { apparmor: { profile: '' } } } },
    'a privileged one never started will have none': {
      facts: {
        ...stopped,
        state: 'created',
        privileged: true,
        security: { apparmor: { profile: '' } },
      },
    },
  },
  notApplicable: {
    'the engine has no AppArmor': {
      others: [engineBeside({ security: { apparmor: false } })],
    },
    'the engine has none, and it is switched off besides': {
      facts: { security: { apparmor: { unconfined: true } } },
      others: [engineBeside({ security: { apparmor: false } })],
    },
  },
  unknown: {
    'it was not read': { denied: ['/security/apparmor'] },
    'what the engine has was not read': { others: [notRead] },
    'its privileges alone would leave it without, and what the engine has was not read': {
      facts: { privileged: true, security: { apparmor: { unconfined: true } } },
      denied: ['/security/apparmor/profile'],
      others: [notRead],
    },
  },
});
