import { hostAuditEngineSocket } from '../../../src/controls/host/host-audit-engine-socket.ts';
import { compliantHost, ordinarySystem, readOnlySystem, silenced } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
});

const another = {
  files: { otherEngineSockets: [{ ...compliantHost.files.engineSocket, path: '/srv/x.sock' }] },
};

describeControl(hostAuditEngineSocket, compliantHost, {
  pass: {
    'a read-only file system of an ordinary system, with a rule': {
      facts: { ...readOnlySystem, ...ordinarySystem },
    },
    'another socket, with a rule': { facts: { ...watch('/'), ...another } },
    'a directory above': { facts: watch('/') },
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
    'no unit, the socket alone': {
      facts: { ...watch('/var/run/docker.sock'), files: { dockerSocketUnit: null } },
    },
  },
  fail: {
    'a rule before it keeps it silent': { facts: silenced },
    'no rule': { facts: { audit: { watches: [] } } },
    'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
    'reading and running alone': { facts: watch('/run/docker.sock', 'rx') },
    'a name that only begins alike': { facts: watch('/run/docker.sock.old') },
    'the socket without its unit': { facts: watch('/run/docker.sock') },
    'the unit without its socket': { facts: watch('/usr/lib/systemd/system/docker.socket') },
    'not another socket of the host’s engines': { facts: another },
    'not the socket that the engine really has': {
      facts: { files: { engineSocket: { path: '/srv/d.sock' } } },
    },
  },
  notApplicable: {
    'it is part of a container OS that is mounted read-only': { facts: readOnlySystem },
    'there is none': { facts: { files: { engineSocket: null, dockerSocketUnit: null } } },
  },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the file was not read': { denied: ['/files/engineSocket'] },
    'other sockets were not read': { denied: ['/files/otherEngineSockets/-'] },
    'the unit was not read': { denied: ['/files/dockerSocketUnit'] },
  },
  says: {
    'in the rule files, where nothing more could be read':
      'The rule files say so; what the kernel has loaded was not read',
  },
});
