import { hostAuditContainerd } from '../../../src/controls/host/host-audit-containerd.ts';
import { describeWatchedProgram } from '../../support/describe-watched-program.ts';

describeWatchedProgram(hostAuditContainerd, 'containerd', 'containerd');
