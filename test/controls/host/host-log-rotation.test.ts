import { hostLogRotation } from '../../../src/controls/host/host-log-rotation.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const logging = (change: object) => ({ facts: { logging: change } });

describeControl(hostLogRotation, compliantHost, {
  pass: { 'a week ago': logging({ lastRotation: '2026-11-17T12:00:00Z' }) },
  fail: {
    'not set up': logging({ rotated: false }),
    'never run': logging({ lastRotation: null }),
    'long ago': logging({ lastRotation: '2026-11-10T12:00:00Z' }),
    'longer than a tailored time': {
      ...logging({ lastRotation: '2026-11-22T12:00:00Z' }),
      params: { maxDays: 1 },
    },
  },
  notApplicable: { 'the journal has it all': logging({ plainFiles: [] }) },
  unknown: {
    'not read': { denied: ['/logging'] },
    'when it ran was not read': { denied: ['/logging/lastRotation'] },
  },
});
