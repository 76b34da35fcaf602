import { hostAuditDockerConfig } from '../../../src/controls/host/host-audit-docker-config.ts';
import { compliantHost, ordinarySystem, readOnlySystem, silenced } from '../../fixtures/host.ts';
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
  pass: {
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
    'a read-only file system of an ordinary system, with a rule': {
      facts: { ...readOnlySystem, ...ordinarySystem },
    },
    'a directory above': { facts: { audit: watching('/etc') } },
  },
  fail: {
    'a rule before it keeps it silent': { facts: silenced },
    'no rule': { facts: { audit: watching() } },
    'the file alone': { facts: { audit: watching('/etc/docker/daemon.json') } },
  },
  notApplicable: {
    'there is none': { facts: { files: { dockerDirectory: null } } },
    'it is part of a container OS that is mounted read-only': { facts: readOnlySystem },
  },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the directory was not read': { denied: ['/files/dockerDirectory'] },
  },
  says: {
    'in the rule files, where nothing more could be read':
      'The rule files say so; what the kernel has loaded was not read',
  },
});
