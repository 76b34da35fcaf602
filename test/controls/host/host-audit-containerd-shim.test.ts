import { hostAuditContainerdShim } from '../../../src/controls/host/host-audit-containerd-shim.ts';
import { describeWatchedProgram } from '../../support/describe-watched-program.ts';

describeWatchedProgram(hostAuditContainerdShim, 'containerdShim', 'containerd-shim');
