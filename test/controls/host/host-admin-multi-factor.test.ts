import { hostAdminMultiFactor } from '../../../src/controls/host/host-admin-multi-factor.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostAdminMultiFactor, compliantHost);
