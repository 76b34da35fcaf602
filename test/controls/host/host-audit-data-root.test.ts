import { hostAuditDataRoot } from '../../../src/controls/host/host-audit-data-root.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantHost, silenced } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const engineAt = (dataRoot: string, id = 'engine-1') =>
  subjectOf('engine', { ...compliantEngine, dataRoot }, { id });

describeControl(hostAuditDataRoot, compliantHost, {
  around: [engineAt('/var/lib/docker')],
  pass: {
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
    'the folder of remapped users below the watch': {
      others: [engineAt('/var/lib/docker/100000.100000')],
    },
  },
  fail: {
    'a rule before it keeps it silent': { facts: silenced },
    'no rule': { facts: { audit: { watches: [] } } },
    'the root was moved, the rule was not': { others: [engineAt('/srv/docker')] },
    'one of two engines': {
      others: [engineAt('/var/lib/docker'), engineAt('/srv/docker', 'engine-2')],
    },
  },
  notApplicable: { 'no engine': { others: [] } },
  unknown: { 'the rules were not read': { denied: ['/audit/watches'] } },
  says: {
    'in the rule files, where nothing more could be read':
      'The rule files say so; what the kernel has loaded was not read',
  },
});
