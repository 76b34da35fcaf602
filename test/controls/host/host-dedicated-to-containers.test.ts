import { hostDedicatedToContainers } from '../../../src/controls/host/host-dedicated-to-containers.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostDedicatedToContainers, compliantHost);
