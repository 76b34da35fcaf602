import { hostAuditContainerLogs } from '../../../src/controls/host/host-audit-container-logs.ts';
import { compliantHost, silenced } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions: string) => ({
  facts: {
    audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
  },
});

const [log] = compliantHost.containerLogs ?? [];
const id = 'cd'.repeat(32);
const logAt = (path: string) => ({ containerLogs: [{ ...log, path }] });

describeControl(hostAuditContainerLogs, compliantHost, {
  pass: {
    'a folder above': watch('/var/lib', 'rwxa'),
    'in the rule files': { facts: { audit: { state: 'files' } } },
    'the driver local': {
      facts: logAt(`/var/lib/docker/containers/${id}/local-logs/container.log.1`),
    },
  },
  fail: {
    'a rule before it keeps it silent': { facts: silenced },
    'no rule': { facts: { audit: { watches: [] } } },
    'changes alone': watch('/var/lib/docker', 'wa'),
    'reading alone': watch('/var/lib/docker', 'r'),
    'the log of one container alone': watch(`/var/lib/docker/containers/${id}`, 'rwa'),
    'another data root': { facts: logAt(`/srv/docker/containers/${id}/${id}-json.log`) },
  },
  notApplicable: { 'no log': { facts: { containerLogs: [] } } },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the logs were not read': { denied: ['/containerLogs'] },
    'a snapshot of an older release': { facts: { containerLogs: undefined } },
  },
  says: {
    'in the rule files': 'The rule files say so; what the kernel has loaded was not read',
    'no rule': 'No audit rule records who reads and changes /var/lib/docker/containers',
  },
});
