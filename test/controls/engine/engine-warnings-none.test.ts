import { engineWarningsNone } from '../../../src/controls/engine/engine-warnings-none.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const swap = 'WARNING: No swap limit support';
const warnings = (...all: readonly string[]) => ({ facts: { warnings: all } });

describeControl(engineWarningsNone, compliantEngine, {
  pass: { 'one that is accepted': { ...warnings(swap), params: { accepted: [swap] } } },
  fail: {
    one: warnings(swap),
    'one beside one that is accepted': {
      ...warnings(swap, 'WARNING: bridge-nf-call-iptables is disabled'),
      params: { accepted: [swap] },
    },
    'one that only begins like an accepted one': {
      ...warnings(`${swap} at all`),
      params: { accepted: [swap] },
    },
  },
  unknown: { 'not read': { denied: ['/warnings'] } },
});
