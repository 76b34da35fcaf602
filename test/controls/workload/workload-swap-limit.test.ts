import { workloadSwapLimit } from '../../../src/controls/workload/workload-swap-limit.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const swap = (memorySwapBytes: number) => ({ facts: { resources: { memorySwapBytes } } });
const memory = compliantWorkload.resources.memoryBytes;

describeControl(workloadSwapLimit, compliantWorkload, {
  pass: {
    'unset is twice the memory': swap(0),
    'twice the memory, written out': swap(2 * memory),
    'no swap, where none is allowed': { ...swap(memory), params: { maxFactor: 1 } },
    'a stopped one': { facts: stopped },
  },
  fail: {
    'lifted since': {
      facts: {
        ...swap(-1).facts,
        differences: [{ setting: 'memory-swap', configured: '1', inForce: 'none' }],
      },
    },
    'a process left the cgroup that has a limit': {
      facts: {
        resources: { memoryBytes: 0, memorySwapBytes: -1 },
        differences: [
          {
            ...{ setting: 'memory', configured: '64 MiB', inForce: 'none' },
            processes: [{ pid: 123, program: 'sleep' }],
          },
        ],
      },
      message: 'Not in force everywhere: memory: configured 64 MiB, in force none for sleep (123)',
    },
    unlimited: swap(-1),
    'unlimited, by an engine that counts swap': {
      ...swap(-1),
      others: [engineBeside({ limits: { swap: true } })],
    },
    'by an engine that cannot count swap': {
      ...swap(-1),
      others: [engineBeside({ limits: { swap: false } })],
    },
    'more than twice the memory': swap(2 * memory + 1),
    'unset, where no swap is allowed': { ...swap(0), params: { maxFactor: 1 } },
    'more than the memory, where no swap is allowed': {
      ...swap(memory + 1),
      params: { maxFactor: 1 },
    },
    'declared in a file': {
      facts: { origin: 'compose-service', resources: { memorySwapBytes: -1 } },
    },
  },
  notApplicable: { 'no memory limit': { facts: { resources: { memoryBytes: 0 } } } },
  unknown: {
    'it was not read': { denied: ['/resources/memorySwapBytes'] },
    'the memory limit was not read': { denied: ['/resources/memoryBytes'] },
  },
  says: {
    'lifted since':
      'Changed since the container was made: memory-swap: configured 1, in force none',
    'by an engine that cannot count swap':
      'The engine cannot limit swap: the kernel does not account for it',
  },
});
