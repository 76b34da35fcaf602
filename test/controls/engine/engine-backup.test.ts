import { engineBackup } from '../../../src/controls/engine/engine-backup.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeManualControl } from '../../support/describe-manual-control.ts';

describeManualControl(engineBackup, compliantEngine);
