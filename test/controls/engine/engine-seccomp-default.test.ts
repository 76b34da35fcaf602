import { engineSeccompDefault } from '../../../src/controls/engine/engine-seccomp-default.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const seccomp = (profile: string) => ({ facts: { security: { seccomp: profile } } });

describeControl(engineSeccompDefault, compliantEngine, {
  pass: {
    'by its older name': seccomp('default'),
    'a reviewed profile': {
      ...seccomp('/etc/docker/seccomp.json'),
      params: { reviewed: ['/etc/docker/seccomp.json'] },
    },
  },
  fail: { 'switched off': seccomp('unconfined'), 'not there': seccomp('') },
  unknown: {
    'a profile that nobody reviewed': seccomp('/etc/docker/seccomp.json'),
    'not read': { denied: ['/security/seccomp'] },
  },
});
