import { hostSessionLimits } from '../../../src/controls/host/host-session-limits.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostSessionLimits, compliantHost);
