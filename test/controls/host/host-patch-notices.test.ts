import { hostPatchNotices } from '../../../src/controls/host/host-patch-notices.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostPatchNotices, compliantHost);
