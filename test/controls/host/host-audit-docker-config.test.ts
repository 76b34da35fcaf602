import { hostAuditDockerConfig } from '../../../src/controls/host/host-audit-docker-config.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watching = (...paths: string[]) => ({
  watches: paths.map((path) => ({
    path,
    permissions: 'wa',
    file: '/etc/audit/audit.rules',
    line: 1,
  })),
});
const elsewhere = { files: { daemonConfig: rootFile('/opt/docker/daemon.json', 0o644) } };

describeControl(hostAuditDockerConfig, compliantHost, {
  pass: {
    'a directory above': { facts: { audit: watching('/etc') } },
    'a file elsewhere, with a rule of its own': {
      facts: { ...elsewhere, audit: watching('/etc/docker', '/opt/docker/daemon.json') },
    },
    'no file, the directory watched': { facts: { files: { daemonConfig: null } } },
  },
  fail: {
    'no rule': { facts: { audit: watching() } },
    'the file alone': { facts: { audit: watching('/etc/docker/daemon.json') } },
    'a file elsewhere without a rule': { facts: elsewhere },
    'the directory, though the file was not read': {
      facts: { audit: watching() },
      denied: ['/files/daemonConfig'],
    },
  },
  notApplicable: {
    'no configuration': { facts: { files: { dockerDirectory: null, daemonConfig: null } } },
  },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'where the file lies was not read': { denied: ['/files/daemonConfig'] },
  },
});
