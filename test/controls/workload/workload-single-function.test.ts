import { workloadSingleFunction } from '../../../src/controls/workload/workload-single-function.ts';
import { compliantWorkload, processesOf, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadSingleFunction, compliantWorkload, {
  pass: {
    'many processes of one program': {
      facts: { processes: processesOf('nginx', 'nginx', 'nginx') },
    },
    'one program under an init and a shell': {
      facts: { processes: processesOf('tini', 'sh', 'nginx') },
    },
    'one program by its titles': {
      facts: { processes: processesOf('postgres: writer', 'postgres: walwriter', 'postgres') },
    },
    'a login shell beside it': { facts: { processes: processesOf('web', '-bash') } },
    'nothing but a shell': { facts: { processes: processesOf('busybox') } },
    'two, where two may be': {
      facts: { processes: processesOf('beam.smp', 'epmd') },
      params: { max: 2 },
    },
    'one that was set aside': {
      facts: { processes: processesOf('web', 'pg_isready') },
      params: { ignored: ['pg_isready'] },
    },
  },
  fail: {
    'two services': { facts: { processes: processesOf('nginx', 'php-fpm') } },
    'two services by a shell script': { facts: { processes: processesOf('sh', 'mysqld', 'sshd') } },
    'a supervisor with one service': {
      facts: { processes: processesOf('supervisord', 'nginx') },
      params: { max: 2 },
    },
    'a supervisor alone': { facts: { processes: processesOf('s6-svscan') } },
    'a whole system': { facts: { processes: processesOf('systemd') } },
    'three, where two may be': {
      facts: { processes: processesOf('a', 'b', 'c') },
      params: { max: 2 },
    },
  },
  notApplicable: { 'it has stopped': { facts: stopped } },
  unknown: {
    'the processes were not read': { denied: ['/processes'] },
    'it is being restarted, and nobody looked': { facts: { ...stopped, state: 'restarting' } },
  },
});
