import { hostTrustedBoot } from '../../../src/controls/host/host-trusted-boot.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostTrustedBoot, compliantHost);
