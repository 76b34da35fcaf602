import { workloadNoRemoteShell } from '../../../src/controls/workload/workload-no-remote-shell.ts';
import { compliantWorkload, portOf, processesOf, stopped } from '../../fixtures/workload.ts';
import { shellsGivenAway, shellsKept } from '../../fixtures/shells-given-away.ts';
import { describeControl } from '../../support/describe-control.ts';

const declared = {
  ...stopped,
  state: 'declared',
  origin: 'compose-service',
  ports: [],
} as const;

const starting = (all: readonly (readonly string[])[]) =>
  Object.fromEntries(
    all.map((command) => [command.join(' '), { facts: { ...declared, command: [...command] } }]),
  );

describeControl(workloadNoRemoteShell, compliantWorkload, {
  pass: {
    'a program of a similar name': { facts: { processes: processesOf('sshd-exporter') } },
    'the client': { facts: { processes: processesOf('ssh', 'ssh-agent') } },
    'one that was taken off the list': {
      facts: { processes: processesOf('ttyd') },
      params: { programs: ['sshd'] },
    },
  },
  fail: {
    'a text that is mounted': {
      facts: {
        starts: [
          {
            by: 'command',
            words: ['sh', '/c'],
            commands: [{ words: ['nc', '-l', '-p', '1', '-e', '/bin/sh'], line: 1 }],
          },
        ],
      },
    },
    ...starting(shellsGivenAway),
    ...Object.fromEntries(
      ['sshd', 'sshd-session', 'dropbear', 'in.telnetd', 'rlogind', 'ttyd'].map((program) => [
        program,
        { facts: { processes: processesOf('web', program) } },
      ]),
    ),
    'a program that hands one to another host': {
      facts: { processes: [{ ...processesOf('nc')[0], handsShell: true }] },
      message: 'Hands a shell to another host: nc (4100)',
    },
    'one that was made to hand one to another host': {
      facts: { command: ['nc', '-l', '-p', '2222', '-e', '/bin/sh'] },
      message: 'Hands a shell to another host: nc',
    },
    'by the title that a process gave itself': {
      facts: { processes: processesOf('sshd: ann [priv]') },
    },
    'by what is left of a title with a path in it': {
      facts: { processes: processesOf('sshd -D [listener] 0 of 10-100 startups') },
    },
    'a Compose service that is to start one': {
      facts: { ...declared, command: ['/usr/sbin/sshd', '-D', '-e'] },
    },
    'one that starts it in a line of a shell': {
      facts: {
        ...declared,
        command: ['sh', '-c', 'ssh-keygen -A && exec "/usr/sbin/sshd" -D'],
      },
    },
    'one that starts it as a service': {
      facts: { ...declared, command: ['bash', '-c', 'service ssh start; exec web'] },
    },
    'one of which the arguments alone are known': {
      facts: { ...declared, givenArguments: ['dropbear', '-F'] },
      denied: ['/command'],
    },
    'one that publishes the port': {
      facts: { ...declared, ports: [portOf({ containerPort: 22, hostPort: 2222 })] },
    },
    'one that publishes it beside others': {
      facts: {
        ...declared,
        ports: [
          portOf({ containerPort: 80, hostPort: 8080 }),
          portOf({ hostAddress: '192.0.2.7', containerPort: 22, hostPort: 2222 }),
        ],
      },
      message: '192.0.2.7:2222 → 22/tcp leads to the port of a remote shell',
    },
    'one that publishes a port that was added': {
      facts: { ...declared, ports: [portOf({ containerPort: 2022 })] },
      params: { ports: [2022] },
    },
    'one that has stopped': { facts: { ...stopped, command: ['sshd', '-D'] } },
    'one that was added to the list': {
      facts: { processes: processesOf('web-console') },
      params: { programs: ['web-console'] },
    },
  },
  notApplicable: {
    ...starting(shellsKept),
    'it has stopped': { facts: stopped },
    'it was never started': { facts: { ...stopped, state: 'created' } },
    'only a file describes it': {
      facts: { ...stopped, state: 'declared', origin: 'compose-service' },
    },
    'a file describes it, and its image decides what it starts': {
      facts: declared,
      denied: ['/command'],
    },
    'it is to start something with such a word in it': {
      facts: { ...declared, command: ['web', '--auth', 'sshd'] },
    },
    'it publishes that port for another protocol': {
      facts: { ...declared, ports: [portOf({ containerPort: 22, protocol: 'udp' })] },
    },
  },
  unknown: {
    'the processes were not read': { denied: ['/processes'] },
    'nobody knows what it is to publish': { facts: declared, denied: ['/ports'] },
    'it is paused, and nobody looked': { facts: { ...stopped, state: 'paused' } },
  },
});
