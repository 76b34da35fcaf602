import { workloadNoRemoteShell } from '../../../src/controls/workload/workload-no-remote-shell.ts';
import { compliantWorkload, processesOf, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

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
    ...Object.fromEntries(
      ['sshd', 'sshd-session', 'dropbear', 'in.telnetd', 'rlogind', 'ttyd'].map((program) => [
        program,
        { facts: { processes: processesOf('web', program) } },
      ]),
    ),
    'by the title that a process gave itself': {
      facts: { processes: processesOf('sshd: ann [priv]') },
    },
    'by what is left of a title with a path in it': {
      facts: { processes: processesOf('sshd -D [listener] 0 of 10-100 startups') },
    },
    'one that was added to the list': {
      facts: { processes: processesOf('web-console') },
      params: { programs: ['web-console'] },
    },
  },
  notApplicable: {
    'it has stopped': { facts: stopped },
    'it was never started': { facts: { ...stopped, state: 'created' } },
    'only a file describes it': {
      facts: { ...stopped, state: 'declared', origin: 'compose-service' },
    },
  },
  unknown: {
    'the processes were not read': { denied: ['/processes'] },
    'it is paused, and nobody looked': { facts: { ...stopped, state: 'paused' } },
  },
});
