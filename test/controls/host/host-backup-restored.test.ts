import { hostBackupRestored } from '../../../src/controls/host/host-backup-restored.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(hostBackupRestored, compliantHost);
