import { hostAuditContainerdShimRuncV1 } from '../../../src/controls/host/host-audit-containerd-shim-runc-v1.ts';
import { describeWatchedProgram } from '../../support/describe-watched-program.ts';

describeWatchedProgram(
  hostAuditContainerdShimRuncV1,
  'containerdShimRuncV1',
  'containerd-shim-runc-v1',
);
