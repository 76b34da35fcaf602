import { hostHardeningBaseline } from '../../../src/controls/host/host-hardening-baseline.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostHardeningBaseline, compliantHost);
