import { hostSudoDockerNarrow } from '../../../src/controls/host/host-sudo-docker-narrow.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const rule = (commands: string[], user = '%ops') => ({
  facts: {
    sudo: { rules: [{ user, commands, noPassword: false, file: '/etc/sudoers.d/ops', line: 3 }] },
  },
});

const everybody = {
  user: 'ALL',
  commands: ['ALL'],
  noPassword: false,
  file: '/etc/sudoers',
  line: 3,
};

/** Commands that run as others than root, on a host where bob may use the engine by a group of docker's number. */
const as = (commands: string[], asUsers: string[], asGroups: string[] = []) => {
  const [root, docker, ops] = compliantHost.groups;
  const twin = { ...ops, name: 'twin', gid: docker?.gid, members: ['bob'] };
  const run = { asRoot: false as const, asUsers, asGroups };
  const [only] = rule(commands).facts.sudo.rules;
  return { facts: { groups: [root, docker, twin], sudo: { rules: [{ ...only, ...run }] } } };
};

const { groups } = compliantHost;
const socketOf = (gid: number, mode = 0o660) => ({ files: { engineSocket: { gid, mode } } });

describeControl(hostSudoDockerNarrow, compliantHost, {
  pass: {
    'fixed arguments': rule(['/usr/bin/docker compose -f /srv/compose.yaml up -d']),
    'fixed arguments with signs that sudo wants escaped': rule([
      '/usr/bin/docker pull registry\\:5000/shop\\*',
    ]),
    'no arguments at all': rule(['/usr/bin/docker ""']),
    'anything behind what only shows': rule(['/usr/bin/docker logs *', '/usr/bin/docker ps *']),
    'an administrator': rule(['/usr/bin/docker'], '%wheel'),
    'everything, which is what it says': rule(['ALL']),
    'one’s own administrators': {
      ...rule(['/usr/bin/docker']),
      params: { administrators: ['%ops'] },
    },
    'everything for everybody who knows the password of root': {
      facts: { sudo: { rules: [{ ...everybody, rootPassword: true }] } },
    },
    'everything as a user who may not use the engine': as(['ALL'], ['app']),
    'docker as a user who may not use the engine': as(['/usr/bin/docker'], ['app']),
    'docker with a group that has no socket': as(['/usr/bin/docker'], [], ['audio']),
    'a shell with the group of a socket that its group may not write to': {
      facts: { ...as(['/bin/bash'], [], ['ops']).facts, ...socketOf(1500, 0o640) },
    },
    'docker is taken out': rule(['!/usr/bin/docker', '/usr/bin/uptime']),
  },
  fail: {
    'everything as a user of the engine': as(['ALL'], ['bob']),
    'everything with the group of the engine': as(['ALL'], [], ['docker']),
    'a shell with the group of the socket': {
      facts: { ...as(['/bin/bash'], [], ['ops']).facts, groups, ...socketOf(1500) },
    },
    'a shell with the group of another socket': {
      facts: {
        ...as(['/bin/bash'], [], ['ops']).facts,
        groups,
        files: { otherEngineSockets: [{ ...compliantHost.files.engineSocket, gid: 1500 }] },
      },
    },
    'a shell with a group of the same number': as(['/bin/bash'], ['app'], ['twin']),
    'docker as one of several users': as(['/usr/bin/docker'], ['app', 'bob']),
    'no arguments named': rule(['/usr/bin/docker']),
    'a star behind run': rule(['/usr/bin/docker run *']),
    'a star behind a container': rule(['/usr/bin/docker exec -it web *']),
    'a star in place of the subcommand': rule(['/usr/bin/docker *']),
    'a star at the end of it': rule(['/usr/bin/docker ps*']),
    'a star behind compose': rule(['/usr/bin/docker compose *']),
    'showing, of a program that takes it otherwise': rule(['/usr/bin/ctr events *']),
    'everything for everybody': { facts: { sudo: { rules: [everybody] } } },
    'everything for everybody, without any password': {
      facts: { sudo: { rules: [{ ...everybody, noPassword: true, rootPassword: true }] } },
    },
    'a shell': rule(['/bin/sh']),
    'a program that starts the one it is given': rule(['/usr/bin/env *']),
    'a directory': rule(['/usr/bin/']),
    'a pattern': rule(['/usr/bin/d*']),
    'a digest before it': rule(['sha256:abcd= /usr/bin/docker']),
    'one of several': rule(['/usr/bin/docker ps', '/usr/bin/podman']),
    'a group that is not on one’s list': {
      ...rule(['/usr/bin/docker'], '%wheel'),
      params: { administrators: ['root'] },
    },
  },
  notApplicable: { 'no rules': { facts: { sudo: { rules: [] } } } },
  unknown: {
    'an alias that nothing defines': rule(['CONTAINER_TOOLS']),
    'the rules were not read': { denied: ['/sudo'] },
  },
  says: {
    'a directory':
      '/etc/sudoers.d/ops:3: %ops may start any program, docker among them, with /usr/bin/',
  },
});
