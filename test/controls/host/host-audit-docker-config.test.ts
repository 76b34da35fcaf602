import { hostAuditDockerConfig } from '../../../src/controls/host/host-audit-docker-config.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watching = (...paths: string[]) => ({
  watches: paths.map((path) => ({
    path,
    permissions: 'wa',
    file: '/etc/audit/audit.rules',
    line: 1,
  })),
});

describeControl(hostAuditDockerConfig, compliantHost, {
  pass: { 'a directory above': { facts: { audit: watching('/etc') } } },
  fail: {
    'no rule': { facts: { audit: watching() } },
    'the file alone': { facts: { audit: watching('/etc/docker/daemon.json') } },
  },
  notApplicable: { 'there is none': { facts: { files: { dockerDirectory: null } } } },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the directory was not read': { denied: ['/files/dockerDirectory'] },
  },
});
