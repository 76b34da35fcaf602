import { engineDefaultRuntime } from '../../../src/controls/engine/engine-default-runtime.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const runtimes = (byDefault: string, ...available: readonly string[]) => ({
  facts: { runtimes: { default: byDefault, available } },
});

describeControl(engineDefaultRuntime, compliantEngine, {
  pass: {
    'those that Podman names': runtimes('crun', 'crun', 'kata', 'krun', 'runc', 'runsc', 'youki'),
    'one that was chosen': {
      ...runtimes('nvidia', 'nvidia', 'runc'),
      params: { allowed: ['nvidia', 'runc'] },
    },
    'one that may be asked for': {
      ...runtimes('runc', 'nvidia', 'runc'),
      params: { allowedBeside: ['nvidia'] },
    },
  },
  fail: {
    'another by default': runtimes('evil', 'evil', 'runc'),
    'another beside': runtimes('runc', 'evil', 'runc'),
    'one that may be asked for, by default': runtimes('runsc', 'runc', 'runsc'),
  },
  unknown: {
    'the default was not read': { denied: ['/runtimes/default'] },
    'the others were not read': { denied: ['/runtimes/available'] },
  },
});
