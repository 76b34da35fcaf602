import { hostAuditContainerdShims } from '../../../src/controls/host/host-audit-containerd-shims.ts';
import { describeWatchedProgram } from '../../support/describe-watched-program.ts';

describeWatchedProgram(hostAuditContainerdShims, 'containerdShims', 'containerd-shim-runc-v2');
