import { hostAuditRunc } from '../../../src/controls/host/host-audit-runc.ts';
import { describeWatchedProgram } from '../../support/describe-watched-program.ts';

describeWatchedProgram(hostAuditRunc, 'runc', 'runc');
