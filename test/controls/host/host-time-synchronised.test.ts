import { hostTimeSynchronised } from '../../../src/controls/host/host-time-synchronised.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const clock = (change: object) => ({ facts: { clock: change } });

describeControl(hostTimeSynchronised, compliantHost, {
  beside: ['/clock/enabled'],
  pass: {
    'nearly a day ago': clock({ lastSet: '2026-11-23T12:30:00Z' }),
    'it runs, though nothing starts it with the host': clock({ enabled: [] }),
  },
  fail: {
    'it is set up and does not run': clock({ running: [] }),
    'days ago': clock({ lastSet: '2026-11-20T12:00:00Z' }),
    'longer than a tailored time': { params: { maxHours: 0.25 } },
    'none runs, and the rest was not read': {
      ...clock({ running: [] }),
      denied: ['/clock/lastSet'],
    },
  },
  unknown: {
    'no sign of it': clock({ lastSet: null }),
    'what runs was not read': { denied: ['/clock/running'] },
  },
});
