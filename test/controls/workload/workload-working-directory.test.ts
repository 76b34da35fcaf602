import { workloadWorkingDirectory } from '../../../src/controls/workload/workload-working-directory.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const declared = { ...stopped, origin: 'compose-service', state: 'declared' } as const;

describeControl(workloadWorkingDirectory, compliantWorkload, {
  pass: {
    'a folder of the image': { facts: { workingDirectory: '/app/fd/7' } },
    'a file names one': { facts: { ...declared, workingDirectory: '/app' } },
  },
  fail: {
    'a descriptor': { facts: { workingDirectory: '/proc/self/fd/7' } },
    'a file names a descriptor': { facts: { ...declared, workingDirectory: '/proc/self/fd/7/' } },
  },
  unknown: {
    'an older release did not tell that of a container': { facts: { workingDirectory: undefined } },
  },
  notApplicable: {
    'a file leaves it to the image': { facts: { ...declared, workingDirectory: undefined } },
    'a service leaves it to the image': {
      facts: { ...declared, origin: 'swarm-service', workingDirectory: undefined },
    },
  },
  says: { 'a descriptor': 'Starts in /proc/self/fd/7' },
});
