import { hostSudoPassword } from '../../../src/controls/host/host-sudo-password.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const free = (commands: string[], user = '%ops') => ({
  facts: {
    sudo: { rules: [{ user, commands, noPassword: true, file: '/etc/sudoers.d/ops', line: 3 }] },
  },
});

const shell = { user: 'ann', commands: ['/bin/sh'], file: '/etc/sudoers', line: 3 };

const asOther = { noPassword: true, asRoot: false as const, asUsers: ['app'] };
const [rootGroup, docker, ops] = compliantHost.groups;
const asShell = (asUsers: string[], asGroups: string[]) => ({
  sudo: { rules: [{ ...shell, ...asOther, asUsers, asGroups }] },
});

describeControl(hostSudoPassword, compliantHost, {
  pass: {
    'no password for something else': free(['/usr/bin/systemctl status *', '/usr/bin/uptime']),
    'no password for root': free(['ALL'], 'root'),
    'docker is taken out': free(['!/usr/bin/docker', '/usr/bin/uptime']),
    'a shell that only runs a script': free(['/bin/sh /opt/deploy.sh']),
    'a shell as another user': {
      facts: { sudo: { rules: [{ ...shell, noPassword: true, asRoot: false }] } },
    },
    'a shell with the group of a socket that its group may not write to': {
      facts: { ...asShell([], ['ops']), files: { engineSocket: { gid: 1500, mode: 0o640 } } },
    },
    'docker as another user, who may not use the engine': {
      facts: { sudo: { rules: [{ ...shell, ...asOther, commands: ['/usr/bin/docker'] }] } },
    },
    'a name that only begins alike': free(['/usr/bin/docker-credential-pass']),
    'a pattern that does not match': free(['/usr/bin/dock']),
  },
  fail: {
    'all commands': free(['ALL']),
    'a shell as a user of the engine by a group of docker’s number': {
      facts: {
        ...asShell(['app'], []),
        groups: [rootGroup, docker, { ...ops, gid: docker?.gid, members: ['app'] }],
      },
    },
    'a shell with the group of the socket': {
      facts: { ...asShell([], ['ops']), files: { engineSocket: { gid: 1500, mode: 0o660 } } },
    },
    'a shell with the group of another socket': {
      facts: {
        ...asShell([], ['ops']),
        files: { otherEngineSockets: [{ ...compliantHost.files.engineSocket, gid: 1500 }] },
      },
    },
    'a shell with the group of the engine': {
      facts: { sudo: { rules: [{ ...shell, ...asOther, asGroups: ['docker'] }] } },
    },
    docker: free(['/usr/bin/docker']),
    'docker with arguments': free(['/usr/bin/docker run *']),
    'docker in another place': free(['/snap/bin/docker']),
    'the runtime below': free(['/usr/bin/ctr']),
    'by a pattern of folders': free(['/usr/*/']),
    'by a character that is escaped': free(['/usr/bin/docke\\r']),
    'by a pattern': free(['/usr/bin/d?cker*']),
    'by a directory': free(['/usr/bin/']),
    'all but docker, which a copy of it gets around': free(['ALL', '!/usr/bin/docker']),
    'one of several': free(['/usr/bin/uptime', '/usr/bin/docker']),
    'docker, beside an alias': free(['TOOLS', '/usr/bin/docker']),
    'docker with a digest': free(['sha256:abcd= /usr/bin/docker']),
    'a shell, which starts docker as well': free(['/bin/sh']),
    'a program that starts the one it is given': free(['/usr/bin/uptime', '/usr/bin/env']),
    'an editor, which has a shell inside': free(['/usr/bin/vi /etc/motd']),
    'one’s own list': { ...free(['/usr/bin/kubectl']), params: { programs: ['kubectl'] } },
  },
  notApplicable: { 'no rules': { facts: { sudo: { rules: [] } } } },
  unknown: {
    'an alias that was not looked up': free(['CONTAINER_TOOLS']),
    'a regular expression': free(['^/usr/bin/d.*$']),
    'all of another directory': free(['/opt/tools/']),
    'a class of characters': free(['/usr/bin/[a-z]ocker']),
    'the rules were not read': { denied: ['/sudo'] },
  },
  says: {
    'all commands': '/etc/sudoers.d/ops:3: %ops runs ALL without a password',
  },
});
