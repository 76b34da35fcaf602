import { hostRuntimeDetection } from '../../../src/controls/host/host-runtime-detection.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostRuntimeDetection, compliantHost);
